// Every rule held against a lawful attempt, and against the same attempt spoilt in each single way.

import Lifecycle
import Testing

@Suite struct ApplyTests {
    static let machines = RuleBook.current.machines
    static let ids = machines.map(\.id)

    /// Every rule of a machine at every state from which it leads, unless the record's own past forbids it there.
    private func places(_ id: MachineID, _ kinds: RuleKind...) throws -> [(machine: Machine, rule: Rule, state: State)]
    {
        let machine = try #require(RuleBook.current.machine(id))
        return machine.rules.filter { kinds.contains($0.kind) && !$0.timer }.flatMap { rule in
            rule.from.compactMap { state in
                let barred = rule.conditions.contains {
                    $0.among?.contains(state) == true && !$0.states.contains(state)
                }
                return barred ? nil : (machine, rule, state)
            }
        }
    }

    @Test(arguments: ids) func `lets every lawful event happen, from every state of its rule`(id: MachineID) throws {
        for (machine, rule, state) in try places(id, .decision, .occurrence, .derived) {
            for all in [true, false] {
                let step = machine.judge(rule.attempt(all: all), rule, at: state).step
                #expect(step?.rule.id == rule.id && step?.from == state, "\(rule.id) from \(state.rawValue)")
                #expect(rule.to.contains { $0.state == step?.to } && step?.breaches.isEmpty == true)
            }
        }
    }

    @Test(arguments: ids) func `takes any recorder, decider and choice that the rule lists`(id: MachineID) throws {
        for (machine, rule, state) in try places(id, .decision, .occurrence) {
            var attempt = rule.attempt()
            for role in rule.recorders {
                attempt.recorders = [role]
                #expect(machine.judge(attempt, rule, at: state).step != nil)
            }
            for decider in rule.deciders {
                for rank in decider.ranks {
                    attempt.decider = DecisionMaker(rank: rank, organisation: decider.organisation)
                    #expect(machine.judge(attempt, rule, at: state).step != nil)
                }
            }
            for requirement in rule.requires {
                guard case .choice(let choices) = requirement.type else { continue }
                for choice in choices {
                    attempt.fields[requirement.field] = .choice(choice)
                    #expect(machine.judge(attempt, rule, at: state).step != nil)
                }
            }
        }
    }

    @Test(arguments: ids) func `leaves the recorder aside where none is given`(id: MachineID) throws {
        for (machine, rule, state) in try places(id, .decision, .occurrence) {
            var attempt = rule.attempt()
            attempt.recorders = nil
            #expect(machine.judge(attempt, rule, at: state).step != nil)
        }
    }

    /// The ways in which an attempt can be spoilt that what happened may have, and those that nothing can have.
    private func spoilt(_ rule: Rule) -> (breaches: [Attempt], impossible: [Attempt]) {
        var breaches: [Attempt] = []
        var impossible: [Attempt] = []
        let lawful = rule.attempt()
        func spoil(_ list: inout [Attempt], _ change: (inout Attempt) -> Void) {
            var attempt = lawful
            change(&attempt)
            list.append(attempt)
        }
        for requirement in rule.requires {
            let field = requirement.field
            if requirement.needed == .now { spoil(&breaches) { $0.fields[field] = nil } }
            if let after = requirement.after {
                let bound = after == "on" ? lawful.when.last : lawful.fields[after]?.day
                if let bound { spoil(&breaches) { $0.fields[field] = .day(bound.adding(days: -1)) } }
            }
            switch requirement.type {
            case .text: spoil(&impossible) { $0.fields[field] = .text(" \n\t") }
            case .choice: spoil(&impossible) { $0.fields[field] = .choice("no such choice") }
            case .reference(let kind):
                let other: RecordKind = kind == .post ? .crime : .post
                spoil(&impossible) { $0.fields[field] = .reference(Reference(kind: other, number: 1)) }
            case .count(let min, let max):
                if let min { spoil(&impossible) { $0.fields[field] = .count(min - 1) } }
                if let max { spoil(&impossible) { $0.fields[field] = .count(max + 1) } }
            case .day, .flag: break
            }
            let wrong: FieldValue = requirement.type == .flag ? .count(1) : .flag(true)
            spoil(&impossible) { $0.fields[field] = wrong }
        }
        spoil(&impossible) { $0.fields["no_such_field"] = .flag(true) }
        spoil(&impossible) { $0.recorders = [.publisher] }
        spoil(&impossible) { $0.recorders = [] }
        spoil(&impossible) { $0.when = Interval(rule.begun.adding(days: -1)) }
        spoil(&impossible) { $0.derived = true }
        if !rule.deciders.isEmpty {
            spoil(&breaches) { $0.decider = nil }
            spoil(&breaches) { $0.decider = DecisionMaker(rank: "constable", organisation: .council) }
            spoil(&breaches) { $0.decider = DecisionMaker(name: "Nobody Fictional") }
        }
        return (breaches, impossible)
    }

    @Test(arguments: ids) func `refuses every single fault, and names the rule`(id: MachineID) throws {
        for (machine, rule, state) in try places(id, .decision, .occurrence) {
            let faulty = spoilt(rule)
            for attempt in faulty.breaches + faulty.impossible {
                let refusal = machine.judge(attempt, rule, at: state).refusal
                #expect(refusal?.rule == rule.id, "\(rule.id)")
                #expect(refusal?.missing.count == 1 && refusal?.why.hasSuffix(".") == true, "\(rule.id)")
            }
            for attempt in faulty.impossible {
                var asHappened = attempt
                asHappened.asHappened = true
                #expect(machine.judge(asHappened, rule, at: state).refusal?.rule == rule.id, "\(rule.id)")
            }
        }
    }

    @Test(arguments: ids) func `refuses each condition that is not met, in its own words`(id: MachineID) throws {
        for (machine, rule, state) in try places(id, .decision, .occurrence, .derived) {
            for condition in rule.conditions where condition.link != "self" {
                let refusal = machine.judge(rule.attempt(), rule, at: state, except: [condition.id]).refusal
                #expect(refusal?.rule == rule.id && refusal?.missing == [condition.words], "\(rule.id)")
            }
        }
    }

    @Test(arguments: ids) func `refuses an event from where it cannot follow, and names a rule of the event`(
        id: MachineID
    ) throws {
        let machine = try #require(RuleBook.current.machine(id))
        for rule in machine.rules {
            let allowed = Set(machine.rules(for: rule.event).flatMap(\.from))
            for state in machine.states.map(\.id) where !allowed.contains(state) {
                let refusal = machine.judge(rule.attempt(), rule, at: state).refusal
                let named = machine.rules(for: rule.event).map(\.id)
                #expect(refusal.map { named.contains($0.rule) } == true, "\(rule.id)")
                #expect(refusal?.missing.first?.contains(state.rawValue) == true)
            }
        }
    }

    @Test(arguments: ids) func `never refuses an occurrence that is told as it happened`(id: MachineID) throws {
        let machine = try #require(RuleBook.current.machine(id))
        for (_, rule, state) in try places(id, .occurrence) {
            for attempt in spoilt(rule).breaches {
                var asHappened = attempt
                asHappened.asHappened = true
                let step = machine.judge(asHappened, rule, at: state).step
                #expect(step?.breaches.map(\.rule) == [rule.id], "\(rule.id)")
                #expect(rule.to.contains { $0.state == step?.to })
            }
            for condition in rule.conditions {
                var attempt = rule.attempt()
                attempt.asHappened = true
                let step = machine.judge(attempt, rule, at: state, except: [condition.id]).step
                #expect(step != nil && (condition.link == "self" || step?.breaches.count == 1), "\(rule.id)")
            }
        }
        for rule in machine.rules where rule.kind == .occurrence {
            for state in machine.states.map(\.id) {
                var attempt = rule.attempt(all: false)
                attempt.asHappened = true
                #expect(machine.judge(attempt, rule, at: state).step != nil, "\(rule.id) from \(state.rawValue)")
            }
        }
    }

    @Test(arguments: ids) func `refuses a decision that was not lawful, even told as it happened`(id: MachineID) throws
    {
        for (machine, rule, state) in try places(id, .decision) {
            for attempt in spoilt(rule).breaches {
                var asHappened = attempt
                asHappened.asHappened = true
                #expect(machine.judge(asHappened, rule, at: state).refusal?.rule == rule.id)
            }
        }
    }

    @Test(arguments: ids) func `lets nobody record what comes about by itself`(id: MachineID) throws {
        for (machine, rule, state) in try places(id, .derived) {
            var attempt = rule.attempt()
            attempt.derived = false
            attempt.asHappened = true
            attempt.recorders = Set(Role.allCases)
            #expect(machine.judge(attempt, rule, at: state).refusal?.rule == rule.id)
        }
    }

    @Test func `tells all faults at once, in one refusal`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let attempt = Attempt(
            "police_nfa", when: Interval(Day(number: 17_000)), fields: ["rationale": .flag(true), "shoe": .count(9)],
            recorders: [.care])
        let verdict = machine.apply(
            attempt, at: "CHARGED", past: ["NOMINAL", "CHARGED"], begunOn: Day(number: 17_001), around: Obliging())
        let refusal = try #require(verdict.refusal)
        #expect(refusal.rule == "B1.police_nfa")
        #expect(
            refusal.missing == [
                "the suspect must be IDENTIFIED, UNTRACED or UNDER_INVESTIGATION; it is CHARGED",
                "an account with the role supervisor or inspector",
                "the decision of a sergeant, a supervisory investigative officer, or above (West Yorkshire Police)",
                "a day on or after the day on which the record begins", "outcome: the Home Office outcome code",
                "rationale: words, not blank", "shoe: no field of police_nfa",
            ])
        #expect(refusal.why == "police_nfa cannot follow CHARGED.")
        #expect(
            refusal.who == [
                "supervisor", "inspector",
                "a sergeant, a supervisory investigative officer, or above (West Yorkshire Police)",
            ])
    }

    @Test func `names the machine where there is no such event`() throws {
        let machine = try #require(RuleBook.current.machine(.c2))
        let attempt = Attempt("arrest", when: Interval(Day(number: 17_000)), asHappened: true)
        let verdict = machine.apply(attempt, at: "OFFERED", past: [], begunOn: Day(number: 0), around: Obliging())
        #expect(verdict.refusal?.rule == "C2")
    }

    @Test func `does not repeat a field's name that is the user's own text`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        for name in ["Fred Smith", "née", String(repeating: "a", count: 10_000), ""] {
            let attempt = Attempt(
                "located", when: Interval(Day(number: 17_000)), fields: [name: .flag(true)], recorders: [.officer])
            let verdict = machine.apply(attempt, at: "UNTRACED", past: [], begunOn: Day(number: 0), around: Obliging())
            #expect(verdict.refusal?.missing == ["a field: no field of located"])
        }
    }

    @Test func `takes a range of days by its last`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let begun = try #require(Day("2016-06-15"))
        for (text, allowed) in [("2016-06-01..2016-06-30", true), ("2016-06-01..2016-06-14", false)] {
            let attempt = Attempt("arrest", when: try #require(Interval(text)), recorders: [.officer])
            let verdict = machine.apply(attempt, at: "IDENTIFIED", past: [], begunOn: begun, around: Obliging())
            #expect((verdict.step != nil) == allowed)
        }
    }
}
