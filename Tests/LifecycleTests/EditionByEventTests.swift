// A history is reviewed, event by event, by the edition in force on the event's day; a new edition leaves the old alone.

import Lifecycle
import Testing

@Suite struct `Editions by the day of the event` {
    private static let change = Day(number: 21_915)
    private let machines = RuleBook.current.machines

    @Test func `the made-up edition begins with 2030`() { #expect(Self.change.iso == "2030-01-01") }

    /// A lawful walk through one machine, all its events before `last`.
    private func walk(_ machine: Machine, until last: Day, _ dice: inout Dice) -> (past: [Happening], begun: Day) {
        let begun = Day(number: Int.random(in: 16_000...last.number - 400, using: &dice))
        var happenings: [Happening] = []
        var (state, past, day) = (machine.initial, [machine.initial], begun)
        for place in 0..<12 {
            day = min(last, day.adding(days: Int.random(in: 0...40, using: &dice)))
            let open = machine.rules.filter { rule in
                rule.kind != .derived && rule.from.contains(state) && rule.isLaw(begunOn: begun, on: day)
            }
            guard let rule = open.randomElement(using: &dice) else { break }
            var attempt = rule.attempt(all: Bool.random(using: &dice))
            attempt.when = Interval(day)
            for (name, value) in attempt.fields where value.day != nil { attempt.fields[name] = .day(day) }
            let verdict = machine.apply(attempt, at: state, past: past, begunOn: begun, around: Obliging())
            guard let step = verdict.step else { continue }
            happenings.append(Happening(id: "EV-\(place)", attempt))
            state = step.to
            past.append(state)
        }
        return (happenings, begun)
    }

    /// The machine as a new edition has it from 2030: one rule asks for more, and leads elsewhere.
    private func renewed(_ machine: Machine, _ changed: Rule, _ dice: inout Dice) -> Machine {
        let elsewhere = machine.states.map(\.id).randomElement(using: &dice) ?? machine.initial
        let rules = machine.rules.flatMap { rule -> [Rule] in
            guard rule.id == changed.id else { return [rule] }
            return [
                rule.lawful(during: InForce(from: rule.during.from, to: Self.change.adding(days: -1))),
                rule.lawful(
                    during: InForce(from: Self.change), variant: "of_2030", to: [Destination(elsewhere)],
                    more: [Requirement("made_up", .text, .now, "a made-up requirement of 2030")]),
            ]
        }
        return Machine(
            machine.id, title: machine.title, initial: machine.initial, terminal: machine.terminal,
            states: machine.states, rules: rules, notes: machine.notes)
    }

    private func review(_ machine: Machine, _ past: [Happening], _ begun: Day) -> [String] {
        let review = machine.review(past, begunOn: begun) { _ in Obliging() }
        return review.steps.map { "\($0.event) \($0.step.rule.event) \($0.step.to.rawValue)" }
            + review.refusals.map { "\($0.event) \($0.refusals)" } + review.past.map(\.rawValue)
    }

    @Test(arguments: 1...20) func `a new edition leaves the review of every old history as it was`(seed: UInt64) {
        var dice = Dice(state: seed)
        for machine in machines {
            let (past, begun) = walk(machine, until: Self.change.adding(days: -1), &dice)
            let spoilt = past.map { happening in
                var happening = happening
                if Int.random(in: 0..<4, using: &dice) == 0 { happening.attempt.fields = [:] }
                return happening
            }
            for rule in machine.rules where rule.kind != .derived {
                let next = renewed(machine, rule, &dice)
                #expect(review(next, past, begun) == review(machine, past, begun), "\(rule.id)")
                #expect(review(next, spoilt, begun) == review(machine, spoilt, begun), "\(rule.id)")
            }
        }
    }

    @Test func `each event is judged by the edition of its own day, whenever the record began`() throws {
        for machine in machines {
            for rule in machine.rules where rule.kind != .derived && rule.conditions.allSatisfy({ $0.link != "self" }) {
                var dice = Dice(state: 1)
                let next = renewed(machine, rule, &dice)
                let begun = rule.inForce.to ?? Self.change.adding(days: -100)
                let state = rule.from[0]
                var attempt = rule.attempt()
                for day in [Self.change.adding(days: -1), Self.change] {
                    attempt.when = Interval(day)
                    for (name, value) in attempt.fields where value.day != nil { attempt.fields[name] = .day(day) }
                    let verdict = next.apply(attempt, at: state, past: [state], begunOn: begun, around: Obliging())
                    if day < Self.change {
                        #expect(verdict.step?.rule.id == rule.id)
                    } else {
                        #expect(verdict.refusal?.missing == ["made_up: a made-up requirement of 2030"], "\(rule.id)")
                        attempt.fields["made_up"] = .text("Made up.")
                        let given = next.apply(attempt, at: state, past: [state], begunOn: begun, around: Obliging())
                        #expect(given.step?.rule.event == rule.event)
                        #expect(given.step?.rule.during.from == Self.change)
                    }
                }
            }
        }
    }

    @Test func `an event of a range is judged by its last day`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let rule = try #require(RuleBook.current.rule("B1.identify"))
        var dice = Dice(state: 1)
        let next = renewed(machine, rule, &dice)
        var attempt = rule.attempt()
        attempt.when = try #require(Interval(first: Self.change.adding(days: -5), last: Self.change))
        let verdict = next.apply(
            attempt, at: rule.from[0], past: [rule.from[0]], begunOn: Self.change.adding(days: -50), around: Obliging())
        #expect(verdict.refusal != nil)
    }

    @Test func `what was not law on the day is refused with the days on which it was, and taken as it happened`() throws
    {
        let rule = Rule(
            .b1, "made_up", .occurrence, "Something made up happens.", from: ["NOMINAL"], to: ["IDENTIFIED"],
            by: [.officer], source: "Made up", law: false, during: InForce(from: Self.change))
        let machine = Machine(
            .b1, title: "Made up", initial: "NOMINAL", terminal: ["IDENTIFIED"], states: [], rules: [rule])
        var attempt = Attempt("made_up", when: Interval(Self.change.adding(days: -1)), recorders: [.officer])
        let judge = {
            machine.apply(attempt, at: "NOMINAL", past: ["NOMINAL"], begunOn: Day(number: 17_000), around: Obliging())
        }
        #expect(judge().refusal?.why == "made_up was not the law on that day.")
        #expect(judge().refusal?.missing == ["a day of the event on or after 2030-01-01"])
        attempt.asHappened = true
        #expect(judge().step?.breaches.count == 1)
        attempt.when = Interval(Self.change)
        #expect(judge().step?.breaches.isEmpty == true)
        let prospects = { (day: Day) in
            machine.next(
                at: "NOMINAL", past: ["NOMINAL"], begunOn: Day(number: 17_000), on: day, recorders: nil,
                around: Obliging())
        }
        #expect(prospects(Self.change).first?.obstacle == nil)
        #expect(prospects(Self.change.adding(days: -1)).first?.obstacle != nil)
    }
}

@Suite struct `The table of editions` {
    private let book = RuleBook.current

    @Test func `is in order, each with a name of its own, the first without a beginning`() {
        let days = book.editions.map(\.from)
        #expect(days.first == .some(nil))
        let rest = days.dropFirst().compactMap(\.self)
        #expect(rest.count == days.count - 1)
        #expect(rest == rest.sorted() && Set(rest).count == rest.count)
        #expect(Set(book.editions.map(\.name)).count == days.count)
        #expect(book.editions.last?.name == book.edition)
        #expect(book.editions.last?.from == book.inForceFrom)
        for edition in book.editions { #expect(edition.words.hasSuffix(".")) }
    }

    @Test func `has every day on which a rule or an opening begins or ceases to be law`() {
        let spans =
            book.machines.flatMap(\.rules).flatMap { [$0.inForce, $0.during] } + book.consequences.map(\.during)
        let days = Set(spans.flatMap { [$0.from, $0.to?.adding(days: 1)] }.compactMap(\.self))
        #expect(!days.isEmpty)
        for day in days { #expect(book.editions.contains { $0.from == day }, "\(day.iso)") }
    }

    @Test(arguments: [
        ("2016-09-19", "before 2017"), ("2017-04-02", "before 2017"), ("2017-04-03", "2017.4"),
        ("2018-10-31", "2018.5"),
        ("2022-10-28", "2022.10"), ("2030-01-01", "2026.2"),
    ])
    func `gives the edition of a day`(day: String, name: String) throws {
        let day = try #require(Day(day))
        let found = try #require(book.edition(on: day))
        #expect(found.edition.name == name)
        if let until = found.until { #expect(day <= until) }
    }

    @Test(arguments: [
        ("2016-09-19", ["B2.rebail.bail_initial"], ["B2.extend_3", "B2.extend_6", "B2.expire"]),
        ("2018-10-31", ["B2.extend_3", "B2.expire"], ["B2.rebail.bail_initial", "B2.extend_6"]),
        ("2024-01-10", ["B2.extend_6", "B2.extend_9", "B2.expire"], ["B2.extend_3"]),
    ])
    func `the book of a day has its rules and no others, and no state without a way in`(
        day: String, its: [String], not: [String]
    ) throws {
        let day = try #require(Day(day))
        let then = book.asOf(day)
        let ids = Set(then.machines.flatMap(\.rules).map(\.id))
        for id in its { #expect(ids.contains(id), "\(id)") }
        for id in not { #expect(!ids.contains(id), "\(id)") }
        #expect(ids.isSubset(of: book.machines.flatMap(\.rules).map(\.id)))
        for machine in then.machines {
            let states = Set(machine.states.map(\.id))
            let entered = Set(machine.rules.flatMap { $0.to.map(\.state) } + [machine.initial])
            #expect(states == entered, "\(machine.id.rawValue)")
            for rule in machine.rules {
                #expect(rule.isLaw(begunOn: day, on: day))
                #expect(states.isSuperset(of: rule.from))
            }
            #expect(states.isSuperset(of: machine.terminal))
        }
    }
}

extension Rule {
    /// The same rule for other days, under another name if it is to be another rule.
    fileprivate func lawful(
        during: InForce, variant: String? = nil, to: [Destination]? = nil, more: [Requirement] = []
    ) -> Rule {
        let own = id.dropFirst("\(machine.rawValue).\(event)".count).drop { $0 == "." }
        let name = [own.isEmpty ? nil : String(own), variant].compactMap(\.self).joined(separator: "_")
        return Rule(
            machine, event, variant: name.isEmpty ? nil : name, kind, words, from: from, to: to ?? self.to,
            by: recorders, decidedBy: deciders, approval: approval, fields: requires + more, if: conditions,
            attested: attested, limit: limit, source: source, law: law, marks: marks, inForce: inForce, timer: timer,
            during: during, triggers: triggers)
    }
}
