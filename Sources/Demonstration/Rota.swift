// Who of the team sits down when: the acts regrouped, so that nobody signs in more often than need be.

import Interchange
import Lifecycle

/// The acts in shifts: one account at a time, each act after all that it rests on.
///
/// Within one person's case acts keep their order, and so do acts on one suspect or victim; an act on an investigation, a
/// submission or a prosecution itself stands after all that came before it in that investigation, and before all that
/// comes later. The rules judge by the day on which things happened, so the outcome is that of the acts in their order.
package struct Rota {
    /// One thing to do, by the place of its act among the acts.
    package enum Duty: Hashable, Sendable {
        case enter(Int)
        case approve(Int)
    }

    /// What one account does between signing in and signing out.
    package struct Shift: Sendable {
        package let account: String
        package internal(set) var duties: [Duty]
    }

    /// The shifts, in order.
    package let shifts: [Shift]

    /// Regroups acts that are given in the order in which they became known.
    package init(_ acts: [Act]) {
        var order = Order(acts)
        var shifts: [Shift] = []
        while let account = order.busiest {
            var shift = Shift(account: account, duties: [])
            while let duty = order.take(for: account) { shift.duties.append(duty) }
            shifts.append(shift)
        }
        self.shifts = shifts
    }
}

/// Which duty rests on which, and which are ready to be done.
private struct Order {
    private var duties: [Rota.Duty] = []
    private var accounts: [String] = []
    private var waitsFor: [Int] = []
    private var frees: [[Int]] = []
    /// The duties that are ready, the last of them first.
    private var ready: [String: [Int]] = [:]

    init(_ acts: [Act]) {
        var cases = Cases()
        for (place, act) in acts.enumerated() {
            let duty = add(.enter(place), by: act.account, after: cases.before(act.line))
            var last = duty
            if let approver = act.approver { last = add(.approve(place), by: approver, after: [duty]) }
            cases.note(act.line, done: last)
        }
        for duty in duties.indices.reversed() where waitsFor[duty] == 0 {
            ready[accounts[duty], default: []].append(duty)
        }
    }

    private mutating func add(_ duty: Rota.Duty, by account: String, after others: Set<Int>) -> Int {
        let number = duties.count
        duties.append(duty)
        accounts.append(account)
        waitsFor.append(others.count)
        frees.append([])
        for other in others { frees[other].append(number) }
        return number
    }

    /// The account that has most to do now; nil when all is done.
    var busiest: String? {
        ready.filter { !$0.value.isEmpty }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }

    /// The account's earliest duty that is ready.
    mutating func take(for account: String) -> Rota.Duty? {
        guard let duty = ready[account]?.popLast() else { return nil }
        for freed in frees[duty] {
            waitsFor[freed] -= 1
            guard waitsFor[freed] == 0 else { continue }
            let place = ready[accounts[freed]]?.firstIndex { $0 < freed } ?? ready[accounts[freed]]?.count ?? 0
            ready[accounts[freed], default: []].insert(freed, at: place)
        }
        return duties[duty]
    }
}

/// What was last done in each case, and in each investigation as a whole.
private struct Cases {
    private struct Home { var investigation: Reference?, owner: Reference? }

    private var homes: [Reference: Home] = [:]
    private var made: [Reference: Int] = [:]
    private var events: [String: Reference] = [:]
    private var last: [Reference: [Reference: Int]] = [:]
    private var whole: [Reference: Int] = [:]
    private var alone: [Reference: Int] = [:]

    /// The duties that a line must wait for.
    mutating func before(_ line: ImportLine) -> Set<Int> {
        if case .add(let line) = line, let reference = line.ref { homes[reference] = home(of: line, reference) }
        var before = Set(named(in: line).compactMap { made[$0] })
        guard let reference = subject(of: line) else { return before }
        let home = homes[reference] ?? Home()
        guard let investigation = home.investigation else { return before.union(alone[reference].map { [$0] } ?? []) }
        if let whole = whole[investigation] { before.insert(whole) }
        if isWhole(line, home) {
            before.formUnion((last[investigation] ?? [:]).values)
        } else if let done = last[investigation]?[home.owner ?? reference] {
            before.insert(done)
        }
        return before
    }

    /// Notes that the line is dealt with once that duty is done.
    mutating func note(_ line: ImportLine, done duty: Int) {
        guard let reference = subject(of: line) else { return }
        if case .add = line { made[reference] = duty }
        if case .record(let line) = line, let id = line.id { events[id] = reference }
        let home = homes[reference] ?? Home()
        guard let investigation = home.investigation else { return alone[reference] = duty }
        if isWhole(line, home) {
            whole[investigation] = duty
            last[investigation] = [:]
        } else {
            last[investigation, default: [:]][home.owner ?? reference] = duty
        }
    }

    /// Whether it is about the investigation as a whole, and not about one suspect or victim.
    private func isWhole(_ line: ImportLine, _ home: Home) -> Bool {
        if case .add = line { false } else { home.owner == nil }
    }

    private func subject(of line: ImportLine) -> Reference? {
        switch line {
        case .add(let line): line.ref
        case .record(let line): line.ref
        case .supply(let line): events[line.event]
        case .correct(let line): events[line.event]
        }
    }

    private func named(in fields: [String: Scalar]) -> [Reference] {
        fields.values.compactMap { value in if case .text(let text) = value { Reference(text) } else { nil } }
    }

    private func named(in line: ImportLine) -> [Reference] {
        switch line {
        case .add(let line): Array(line.links.values)
        case .record(let line): [line.ref] + named(in: line.fields)
        case .supply(let line): named(in: line.fields)
        case .correct: []
        }
    }

    private func home(of line: AddLine, _ reference: Reference) -> Home {
        let owner = line.links[.suspect] ?? line.links[.victim]
        switch line.kind {
        case .investigation: return Home(investigation: reference)
        case .suspect, .victim: return Home(investigation: line.links[.investigation], owner: reference)
        case .custody, .charge, .support, .duty, .review, .information, .allegation:
            return Home(investigation: owner.flatMap { homes[$0]?.investigation }, owner: owner)
        case .crime, .phase, .post, .person, .advice, .submission, .prosecution, .retention, .request, .allocation,
            .aggregate:
            return Home(investigation: line.links[.investigation])
        }
    }
}
