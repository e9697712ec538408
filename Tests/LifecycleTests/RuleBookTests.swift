// The rule book as a whole: nothing in it is unreachable, ambiguous, unsaid or without a way out.

import Lifecycle
import Testing

@Suite struct RuleBookTests {
    static let machines = RuleBook.current.machines
    static let rules = machines.flatMap(\.rules)

    @Test func `holds fifteen machines, one for each kind of record that has a lifecycle`() {
        #expect(Self.machines.map(\.id) == MachineID.allCases)
        for kind in RecordKind.allCases {
            #expect(RuleBook.current.machine(for: kind)?.id == kind.machine)
        }
    }

    @Test func `names every rule once, after its machine and its event`() {
        #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
        for rule in Self.rules {
            let stem = "\(rule.machine.rawValue).\(rule.event)"
            #expect(rule.id == stem || rule.id.hasPrefix(stem + "."))
            #expect(RuleBook.current.rule(rule.id)?.id == rule.id)
        }
    }

    @Test func `spells events, fields and states as they are stored`() {
        for machine in Self.machines {
            for state in machine.states {
                #expect(
                    state.id.rawValue.utf8.allSatisfy { $0 == 95 || (65...90).contains($0) || (48...57).contains($0) })
                #expect(!state.words.isEmpty)
            }
        }
        for rule in Self.rules {
            for name in [rule.event] + rule.requires.map(\.field) + rule.conditions.map(\.id) {
                #expect(
                    name.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }, "\(name)")
            }
        }
    }

    @Test(arguments: machines.map(\.id)) func `names only states that the machine has`(id: MachineID) throws {
        let machine = try #require(RuleBook.current.machine(id))
        let states = Set(machine.states.map(\.id))
        #expect(states.count == machine.states.count)
        #expect(states.contains(machine.initial))
        #expect(states.isSuperset(of: machine.terminal))
        for rule in machine.rules {
            #expect(!rule.from.isEmpty && !rule.to.isEmpty)
            #expect(Set(rule.from).count == rule.from.count)
            #expect(states.isSuperset(of: rule.from), "\(rule.id)")
            #expect(states.isSuperset(of: rule.to.map(\.state)), "\(rule.id)")
        }
    }

    @Test(arguments: machines.map(\.id)) func `reaches every state`(id: MachineID) throws {
        let machine = try #require(RuleBook.current.machine(id))
        var reached: Set<State> = [machine.initial]
        var grew = true
        while grew {
            let next = machine.rules.filter { $0.from.contains(where: reached.contains) }.flatMap { $0.to.map(\.state) }
            grew = !reached.isSuperset(of: next)
            reached.formUnion(next)
        }
        #expect(reached == Set(machine.states.map(\.id)))
    }

    @Test(arguments: machines.map(\.id)) func `has a way out of every open state that somebody can record`(
        id: MachineID
    ) throws {
        let machine = try #require(RuleBook.current.machine(id))
        for state in machine.states where !machine.isTerminal(state.id) {
            #expect(machine.rules.contains { $0.kind != .derived && $0.from.contains(state.id) }, "\(state.id)")
        }
    }

    @Test(arguments: machines.map(\.id)) func `never leaves it open which rule an event falls under`(
        id: MachineID
    ) throws {
        let machine = try #require(RuleBook.current.machine(id))
        for event in Set(machine.rules.map(\.event)) {
            var seen: Set<State> = []
            for rule in machine.rules(for: event) {
                #expect(seen.isDisjoint(with: rule.from), "\(rule.id)")
                seen.formUnion(rule.from)
                #expect((rule.kind == .derived) == (machine.rules(for: event)[0].kind == .derived))
            }
        }
    }

    @Test func `says who records each event, and nobody a derived one`() {
        for rule in Self.rules {
            #expect(rule.recorders.isEmpty == (rule.kind == .derived), "\(rule.id)")
            #expect(Set(rule.recorders).count == rule.recorders.count)
            if rule.kind == .derived {
                #expect(rule.deciders.isEmpty && rule.requires.isEmpty && rule.approval == nil && rule.marks.isEmpty)
                #expect(rule.timer || rule.followsByItself || rule.event == "fall_away", "\(rule.id)")
                #expect(!rule.timer || rule.limit != nil)
            }
        }
    }

    @Test func `gives each rule its words and its source`() {
        for rule in Self.rules {
            #expect(rule.words.hasSuffix(".") && !rule.source.isEmpty, "\(rule.id)")
            #expect(!rule.attested.contains("") && rule.limit != "")
        }
    }

    @Test func `types each field, in words, once for an event`() {
        let reserved: Set = [
            "on", "by", "id", "ref", "known", "reason", "after", "as_happened", "store", "user", "json", "help", "name",
            "rank", "organisation", "version",
        ]
        for rule in Self.rules {
            let fields = rule.requires.map(\.field)
            #expect(Set(fields).count == fields.count, "\(rule.id)")
            for requirement in rule.requires {
                #expect(!requirement.words.isEmpty)
                #expect(!reserved.contains(requirement.field))
                if let after = requirement.after {
                    #expect(requirement.type == .day)
                    #expect(after == "on" || rule.requires.contains { $0.field == after && $0.type == .day })
                }
                switch requirement.type {
                case .choice(let choices): #expect(!choices.isEmpty && Set(choices).count == choices.count)
                case .count(let min?, let max?): #expect(min <= max)
                case .text, .day, .reference, .flag, .count: break
                }
            }
        }
    }

    @Test func `asks in its conditions only about states that those records have`() throws {
        for rule in Self.rules {
            #expect(Set(rule.conditions.map(\.id)).count == rule.conditions.count, "\(rule.id)")
            for condition in rule.conditions {
                let machine = try #require(RuleBook.current.machine(for: condition.record), "\(rule.id)")
                let states = Set(machine.states.map(\.id))
                #expect(!condition.states.isEmpty && states.isSuperset(of: condition.states), "\(rule.id)")
                #expect(!condition.words.isEmpty)
                #expect(condition.asksForEvents == !condition.amongEvents.isEmpty)
                #expect(Set(condition.amongEvents).isSuperset(of: condition.events))
                #expect(condition.amongEvents.allSatisfy { !machine.rules(for: $0).isEmpty }, "\(rule.id)")
                #expect((condition.link == "self") == (condition.among != nil))
                if let among = condition.among {
                    #expect(machine.id == rule.machine && Set(among).isSuperset(of: condition.states))
                    #expect(states.isSuperset(of: among))
                }
                if condition.link.hasPrefix("field:") {
                    let field = condition.link.dropFirst("field:".count)
                    #expect(
                        rule.requires.contains {
                            $0.field == field && $0.type == .reference(condition.record) && $0.needed == .now
                        })
                }
            }
        }
    }

    @Test func `leads to one state, or says on which condition each of several hangs`() {
        for rule in Self.rules {
            let hinges = rule.to.compactMap(\.when)
            #expect(rule.to.count == 1 ? hinges.isEmpty : hinges.count == rule.to.count, "\(rule.id)")
            for hinge in hinges { #expect(rule.conditions.contains { $0.id == hinge }) }
        }
    }

    @Test func `names as effects derived rules of the machine of that record, and no timer`() throws {
        for rule in Self.rules {
            for effect in rule.effects {
                let machine = try #require(RuleBook.current.machine(for: effect.record))
                let named = machine.rules(for: effect.event)
                #expect(!named.isEmpty && named.allSatisfy { $0.kind == .derived && !$0.timer }, "\(rule.id)")
            }
        }
        let announced = Set(Self.rules.flatMap(\.effects).map(\.event))
        for rule in Self.rules where rule.followsByItself {
            #expect(announced.contains(rule.event), "\(rule.id) is brought about by nothing")
        }
    }

    @Test(arguments: [
        ("B1.arrest", RecordKind.investigation, "returned_by_cps"), ("B3.charge", .investigation, "first_charge"),
        ("B3.charge", .victim, "to_witness_care"), ("B3.verdict_guilty", .suspect, "primary_convicted"),
        ("B3.sentence", .prosecution, "all_closed"), ("B3.sever", .prosecution, "all_closed"),
        ("D2.triage_reject", .suspect, "return_to_police"), ("D2.submit", .investigation, "submit_to_cps"),
        ("B1.submit_charging", .investigation, "submit_to_cps"),
    ])
    func `announces what crosses from one record to another`(rule: String, record: RecordKind, event: String) throws {
        let rule = try #require(RuleBook.current.rule(rule))
        #expect(rule.effects.contains { $0.record == record && $0.event == event })
    }

    @Test func `counts in figures that there are`() {
        let figures: Set = [
            "live-investigations", "completed-investigations", "arrests", "people-on-bail",
            "victims-identified-and-interviewed", "victims-receiving-support", "people-arrested-or-interviewed",
            "people-charged", "people-under-police-investigation", "investigations-submitted-to-cps",
            "investigations-to-be-submitted", "investigations-cps-nfa", "people-convicted-primary", "retrials-due",
            "people-convicted-ancillary",
        ]
        let counted = Self.machines.flatMap(\.states).flatMap(\.counts) + Self.rules.flatMap(\.marks)
        #expect(Set(counted) == figures)
    }

    @Test func `gives ranks from the lowest that will do to the highest`() throws {
        let six = try #require(RuleBook.current.rule("B2.extend_6")).deciders
        let nine = try #require(RuleBook.current.rule("B2.extend_9")).deciders
        let twelve = try #require(RuleBook.current.rule("B2.extend_12_designated")).deciders
        for (deciders, lowest, below) in [
            (six, "inspector", "sergeant"), (nine, "superintendent", "chief inspector"),
            (twelve, "assistant chief constable", "chief superintendent"),
        ] {
            let fits = { (rank: String, body: Organisation) in
                deciders.contains { $0.fits(DecisionMaker(rank: Rank(rawValue: rank), organisation: body)) }
            }
            #expect(fits(lowest, .police) && fits("chief constable", .police))
            #expect(!fits(below, .police) && !fits(lowest, .council))
            #expect(!deciders.contains { $0.fits(DecisionMaker()) })
        }
    }
}
