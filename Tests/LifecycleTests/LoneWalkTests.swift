// Each lifecycle walked by itself at random, with its clocks, whatever the other records happen to say.

import Lifecycle
import Testing

@Suite struct LoneWalkTests {
    static let ids = MachineID.allCases

    /// Whether so few walks can come to use every rule: the other machines' rules ``WalkTests`` counts.
    private static func isSmall(_ machine: Machine) -> Bool { machine.rules.count < 30 }

    /// One record on its way.
    private struct Walker {
        let machine: Machine
        let begun: Day
        var dice: Dice
        var day: Day
        var state: State
        var past: [State]
        var work: Clockwork?
        var happenings: [Happening] = []
        var worlds: [String: Obliging] = [:]
        var isTimed = false
        /// The states from which somebody can record something.
        private let alive: Set<State>
        private let conditions: [Condition]
        private var isSmall: Bool { LoneWalkTests.isSmall(machine) }

        init(_ machine: Machine, seed: UInt64) {
            self.machine = machine
            dice = Dice(state: seed)
            begun = Day(number: WalkTests.days[Int(seed % 3)])
            day = begun
            state = machine.initial
            past = [state]
            let facts: [String: FieldValue] = [
                "scheme": .choice(seed % 2 == 0 ? "police" : "CPS"), "planned": .day(begun.adding(days: 30)),
                "working_days": .count(seed % 2 == 0 ? 1 : 5),
            ]
            work = Clockwork(machine, begunOn: begun, facts: facts)
            alive = Set(machine.rules.filter { $0.kind != .derived }.flatMap(\.from))
            conditions = machine.rules.flatMap(\.conditions).filter { !$0.link.hasPrefix("field:") }
            // Every other walk begins somewhere on the way, so that what lies far along is walked too.
            guard seed % 2 == 1 else { return }
            state = machine.states[Int(seed / 2) % machine.states.count].id
            if state != machine.initial { past.append(state) }
            work?.follow(Turn("", on: day, from: machine.initial, to: state))
        }

        /// Lets the days pass, and the timer with them that comes first.
        mutating func wait(_ used: inout [String: Int]) {
            let longest = Int.random(in: 0..<16, using: &dice) == 0 ? 900 : 12
            day = day.adding(days: Int.random(in: 0...longest, using: &dice))
            guard let lapse = work?.lapse(at: state), lapse.day <= day else { return }
            let rule = machine.rules.first { $0.id == lapse.rule }
            #expect(rule?.timer == true && rule?.from.contains(state) == true, "\(lapse.rule)")
            #expect(rule?.to.map(\.state) == [lapse.to] && rule?.inForce.contains(begun) == true)
            work?.pass(lapse, from: state)
            move(lapse.to, lapse.rule, &used)
            isTimed = true
        }

        mutating func move(_ to: State, _ rule: String, _ used: inout [String: Int]) {
            state = to
            past.append(to)
            used[rule, default: 0] += 1
        }

        /// What the other records say, at random; somewhere to go there always is.
        mutating func surroundings() -> Obliging {
            guard Int.random(in: 0..<3, using: &dice) == 0 else { return Obliging() }
            var except: Set<String> = []
            for condition in conditions where Int.random(in: 0..<6, using: &dice) == 0 { except.insert(condition.id) }
            for rule in machine.rules {
                let hinges = rule.to.compactMap(\.when)
                if hinges.count == rule.to.count, except.isSuperset(of: hinges),
                    let kept = hinges.randomElement(using: &dice)
                {
                    except.remove(kept)
                }
            }
            return Obliging(except: except)
        }

        mutating func attempt(_ rule: Rule, by role: Role) -> Attempt {
            var fields: [String: FieldValue] = [:]
            for requirement in rule.requires where requirement.needed == .now || Bool.random(using: &dice) {
                switch requirement.type {
                case .choice(let choices):
                    fields[requirement.field] = choices.randomElement(using: &dice).map(FieldValue.choice)
                case .count(let min, let max):
                    let low = min ?? 0
                    let high = Swift.max(low, max ?? low + 9)
                    fields[requirement.field] = .count(Int.random(in: low...high, using: &dice))
                case .text, .day, .reference, .flag:
                    fields[requirement.field] = Rule.lawful(requirement, on: day)
                }
            }
            let decider = rule.deciders.randomElement(using: &dice).map {
                DecisionMaker(rank: $0.ranks.randomElement(using: &dice), organisation: $0.organisation)
            }
            let first = Bool.random(using: &dice) ? day : max(begun, day.adding(days: -20))
            return Attempt(
                rule.event, when: Interval(first: first, last: day) ?? Interval(day), fields: fields,
                decider: decider, recorders: [role])
        }

        mutating func take(_ attempt: Attempt, _ step: Step, _ around: Obliging, _ used: inout [String: Int]) {
            let happening = Happening(id: "EV-\(happenings.count)", attempt)
            happenings.append(happening)
            worlds[happening.id] = around
            work?.follow(
                Turn(
                    attempt.event, on: day, fields: attempt.fields, from: state, to: step.to,
                    place: happenings.count - 1))
            move(step.to, step.rule.id, &used)
        }

        /// Whether there is a way on: where a life ends it ends seldom, so that walks are long.
        private func goesOn(_ rule: Rule) -> Bool {
            rule.to.contains { alive.contains($0.state) }
        }

        /// One event that the rules say may be recorded, of those least used; false if there is none.
        mutating func step(_ used: inout [String: Int]) -> Bool {
            wait(&used)
            let mayEnd = Int.random(in: 0..<(isSmall ? 3 : 20), using: &dice) == 0
            let around = surroundings()
            let role = Role.allCases.randomElement(using: &dice) ?? .officer
            // Whether the other records, or what happens to them, make one follow is left to chance.
            let follows = machine.rules.filter { $0.followsByItself && $0.from.contains(state) }
                .shuffled(using: &dice).min { used[$0.id, default: 0] < used[$1.id, default: 0] }?.id
            if Int.random(in: 0..<4, using: &dice) == 0,
                let rule = machine.derived(
                    at: state, past: past, begunOn: begun, on: day, around: around, where: { $0.id == follows })
            {
                let attempt = Attempt(rule.event, when: Interval(day), derived: true)
                let verdict = machine.apply(attempt, at: state, past: past, begunOn: begun, around: around)
                #expect(verdict.step?.rule.id == rule.id)
                if let step = verdict.step, isSmall || goesOn(rule) || mayEnd {
                    take(attempt, step, around, &used)
                }
            }
            let open = machine.next(
                at: state, past: past, begunOn: begun, on: day, recorders: [role], around: around
            ).filter { $0.obstacle == nil }.map(\.rule).filter { rule in
                mayEnd || goesOn(rule)
            }
            let fresh = open.map { used[$0.id, default: 0] }.min() ?? 0
            let wanted = open.filter { used[$0.id, default: 0] == fresh || Int.random(in: 0..<4, using: &dice) == 0 }
            guard let rule = wanted.randomElement(using: &dice) else { return false }
            let attempt = attempt(rule, by: role)
            let verdict = machine.apply(attempt, at: state, past: past, begunOn: begun, around: around)
            #expect(verdict.step?.rule.id == rule.id, "\(rule.id) from \(state.rawValue): \(verdict)")
            #expect(verdict.step?.breaches.isEmpty == true)
            if let step = verdict.step { take(attempt, step, around, &used) }
            return true
        }
    }

    @Test(arguments: ids)
    func `never refuses what it said may be recorded, and a small lifecycle comes to use every rule`(
        id: MachineID
    ) throws {
        let machine = try #require(RuleBook.current.machine(id))
        var used: [String: Int] = [:]
        for seed in 1...(Self.isSmall(machine) ? 120 : 40) as ClosedRange<UInt64> {
            var walker = Walker(machine, seed: seed)
            for _ in 1...30 { _ = walker.step(&used) }
            guard !walker.isTimed, seed % 2 == 0 else { continue }
            let worlds = walker.worlds
            let review = machine.review(walker.happenings, begunOn: walker.begun) { worlds[$0.id] ?? Obliging() }
            #expect(review.refusals.isEmpty && review.state == walker.state && review.past == walker.past)
        }
        // What an opening makes fall away is brought about by the docket alone.
        let all = machine.rules.filter { $0.event != "fall_away" }.map(\.id)
        let unused = Set(all).subtracting(used.keys)
        #expect(unused.isEmpty || !Self.isSmall(machine), "\(unused.sorted())")
    }
}
