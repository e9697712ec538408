// The rules let loose on a whole case file: lawful walks are never refused, and what follows by itself comes to rest.

import Lifecycle
import Testing

@Suite struct WalkTests {
    /// The first day of a walk, in each edition of pre-charge bail.
    static let days = [16_000, 17_500, 19_500]

    /// Something that happened in a world: the event's name with its machine, and the record.
    private struct News {
        let event: String
        let place: Int
    }

    /// Lets everything that follows by itself happen after an event, and says how much did.
    private func settle(_ world: inout World, after news: News, on day: Day, used: inout [String: Int]) -> Int {
        var fired = 0
        var waiting = [news]
        while let news = waiting.popLast(), fired < 100 {
            for place in world.records.indices {
                let triggered = world.records[place].machine.rules.filter { rule in
                    rule.triggers.contains {
                        $0.event == news.event && world.isLinked(news.place, by: $0.link, to: place)
                    }
                }.map(\.id)
                guard !triggered.isEmpty else { continue }
                let fires = { (rule: Rule) in triggered.contains(rule.id) }
                guard let next = follow(&world, place, on: day, used: &used, where: fires) else { continue }
                fired += 1
                waiting.append(next)
            }
            var again = true
            while again, fired < 100 {
                again = false
                for place in world.records.indices {
                    guard let next = follow(&world, place, on: day, used: &used, where: { $0.triggers.isEmpty }) else {
                        continue
                    }
                    fired += 1
                    again = true
                    waiting.append(next)
                }
            }
        }
        return fired
    }

    /// Lets the first rule that may fire and holds move a record.
    private func follow(
        _ world: inout World, _ place: Int, on day: Day, used: inout [String: Int], where fires: (Rule) -> Bool
    ) -> News? {
        let record = world.records[place]
        let around = world.around(place)
        guard
            let rule = record.machine.derived(
                at: record.state, past: record.past, begunOn: world.begun, on: day, around: around, where: fires)
        else { return nil }
        let attempt = Attempt(rule.event, when: Interval(day), derived: true)
        let verdict = record.machine.apply(
            attempt, at: record.state, past: record.past, begunOn: world.begun, around: around)
        #expect(verdict.step?.rule.id == rule.id)
        guard let step = verdict.step else { return nil }
        world.take(step, attempt, at: place)
        used[rule.id, default: 0] += 1
        return News(event: "\(rule.machine.rawValue).\(rule.event)", place: place)
    }

    /// Lets days pass, now and then, until a clock of the record has run out.
    private func pass(_ world: inout World, _ place: Int, with dice: inout Dice) -> Bool {
        let record = world.records[place]
        let timers = record.machine.rules.filter {
            $0.timer && $0.from.contains(record.state) && $0.inForce.contains(world.begun)
        }
        guard let rule = timers.first, let to = rule.to.first, Int.random(in: 0..<16, using: &dice) == 0 else {
            return false
        }
        world.records[place].state = to.state
        world.records[place].past.append(to.state)
        world.records[place].timed = true
        return true
    }

    /// Whether there is a way on from where the rule leads.
    private func goesOn(_ machine: Machine, _ rule: Rule) -> Bool {
        rule.to.contains { to in machine.rules.contains { $0.from.contains(to.state) } }
    }

    /// Walks a world at random, taking the least used event that may be recorded.
    private func walk(seed: UInt64, steps: Int, used: inout [String: Int]) throws -> World {
        var dice = Dice(state: seed)
        var world = try World(begun: Day(number: Self.days[Int(seed % 3)]))
        for number in 1...steps {
            let day = world.begun.adding(days: number)
            let place = Int.random(in: world.records.indices, using: &dice)
            if pass(&world, place, with: &dice) {
                let fired = settle(&world, after: News(event: "", place: place), on: day, used: &used)
                #expect(fired < 100, "what follows by itself never ends")
            }
            let record = world.records[place]
            let around = world.around(place)
            let open = record.machine.next(
                at: record.state, past: record.past, begunOn: world.begun, recorders: nil, around: around
            ).filter { $0.obstacle == nil }.map(\.rule).filter { rule in
                let closing = seed % 2 == 0 && number > steps / 2
                return goesOn(record.machine, rule) || closing || Int.random(in: 0..<20, using: &dice) == 0
            }
            let fresh = open.map { used[$0.id, default: 0] }.min() ?? 0
            let wanted = open.filter { used[$0.id, default: 0] == fresh || Int.random(in: 0..<6, using: &dice) == 0 }
            guard let rule = wanted.randomElement(using: &dice) else { continue }
            guard let attempt = world.attempt(rule, on: day, with: &dice) else { continue }
            let verdict = record.machine.apply(
                attempt, at: record.state, past: record.past, begunOn: world.begun, around: around)
            var fired = 0
            switch verdict {
            case .moves(let step):
                #expect(step.rule.id == rule.id && step.breaches.isEmpty)
                world.take(step, attempt, at: place)
                used[rule.id, default: 0] += 1
                let news = News(event: "\(rule.machine.rawValue).\(rule.event)", place: place)
                fired = settle(&world, after: news, on: day, used: &used)
            case .refused(let refusals):
                let byField = rule.conditions.filter { $0.link.hasPrefix("field:") }.map(\.words)
                #expect(refusals.count == 1 && Set(refusals[0].missing).isSubset(of: byField), "\(rule.id)")
            }
            #expect(fired < 100, "what follows by itself never ends")
        }
        return world
    }

    @Test func `never refuses a lawful walk, comes to rest, and uses nearly every rule`() throws {
        var used: [String: Int] = [:]
        let all = Set(
            RuleBook.current.machines.flatMap(\.rules).filter { $0.kind != .derived || $0.followsByItself }.map(\.id))
        for seed in 1...24 as ClosedRange<UInt64> {
            let world = try walk(seed: seed, steps: 700, used: &used)
            for (place, record) in world.records.enumerated() where !record.timed {
                let before = Dictionary(record.happenings.map { ($0.0.id, $0.1) }) { first, _ in first }
                let review = record.machine.review(record.happenings.map(\.0), begunOn: world.begun) { happening in
                    (before[happening.id] ?? world).around(place)
                }
                #expect(review.refusals.isEmpty && review.state == record.state && review.past == record.past)
            }
        }
        #expect(all.subtracting(used.keys).count <= all.count / 8, "\(all.subtracting(used.keys).sorted())")
    }

    /// Whatever follows by itself looks only at records below its own, so what it looks at rests while it settles.
    @Test func `asks, for what follows by itself, only downwards`() {
        var below: [MachineID: Set<MachineID>] = [:]
        for rule in RuleBook.current.machines.flatMap(\.rules) where rule.kind == .derived {
            for condition in rule.conditions where condition.link != "self" {
                if let machine = condition.record.machine { below[rule.machine, default: []].insert(machine) }
            }
        }
        for _ in MachineID.allCases {
            for (machine, others) in below {
                below[machine] = others.reduce(into: others) { $0.formUnion(below[$1] ?? []) }
            }
        }
        for (machine, others) in below { #expect(!others.contains(machine)) }
    }

    /// Any round of derived rules within one machine holds two conditions that cannot both be true.
    @Test func `cannot go round by itself for ever`() {
        for machine in RuleBook.current.machines {
            let derived = machine.rules.filter { $0.followsByItself && $0.triggers.isEmpty }
            func rounds(_ path: [Rule]) -> [[Rule]] {
                guard let last = path.last, let first = path.first else { return [] }
                let closed = last.to.contains { first.from.contains($0.state) } ? [path] : []
                let longer = derived.filter { rule in
                    !path.contains { $0.id == rule.id } && last.to.contains { rule.from.contains($0.state) }
                }
                return closed + longer.flatMap { rounds(path + [$0]) }
            }
            for round in derived.flatMap({ rounds([$0]) }) {
                let conditions = round.flatMap(\.conditions)
                let clash = conditions.contains { some in
                    conditions.contains { none in
                        some.quantifier == .any && none.quantifier == .none && some.record == none.record
                            && some.link == none.link && some.whereField == none.whereField
                            && Set(none.states).isSuperset(of: some.states)
                            || some.quantifier == .any && none.quantifier == .any && some.link == none.link
                                && some.link.hasPrefix("own:") && Set(none.states).isDisjoint(with: some.states)
                    }
                }
                #expect(clash, "\(round.map(\.id))")
            }
        }
    }
}
