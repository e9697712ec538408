// The figures against the rule book: what a state or event says that it counts for, and what counts it.

import Lifecycle
import Testing

@testable import Figures

@Suite struct FiguresAndRuleBookTests {
    private static let stays: Set<String> = Set(
        RuleBook.current.machines.flatMap { machine in
            machine.states.flatMap { entry -> [String] in
                guard machine.id == .b3 else { return ["\(machine.id.rawValue):\(entry.id.rawValue)"] }
                return ["PRIMARY", "ANCILLARY"].map { "B3/\($0):\(entry.id.rawValue)" }
            }
        })
    private static let events: Set<String> = Set(
        RuleBook.current.machines.flatMap { machine in
            machine.rules.filter { !$0.marks.isEmpty }.map { "\(machine.id.rawValue)@\($0.event)" }
        })
    private static let plans: Set<String> = Set(
        ["PHA", "D2:planned", "D3:trial", "SUS>submission", "CHG>prosecution"] + Figure.postRoles.map { "POS:\($0)" })

    @Test func `every code that a figure counts is one that the rule book can give`() {
        let known = Self.stays.union(Self.events).union(Self.plans)
        for figure in Figure.all {
            for code in figure.measure.codes { #expect(known.contains(code.rawValue), "\(figure.id) \(code.rawValue)") }
        }
    }

    @Test func `every stage of a suspect is ranked`() {
        let stages = RuleBook.current.machine(.b1)?.states.map { "B1:\($0.id.rawValue)" } ?? []
        #expect(Set(Standing.ranked.map(\.rawValue)) == Set(stages))
    }

    @Test func `every state that says it counts for a figure is counted by it`() {
        for machine in RuleBook.current.machines {
            for entry in machine.states {
                for id in entry.counts {
                    let codes = Figure.named(id)?.measure.codes.map(\.rawValue) ?? []
                    let state = ":\(entry.id.rawValue)"
                    let found = codes.contains { $0.hasPrefix(machine.id.rawValue) && $0.hasSuffix(state) }
                    #expect(found, "\(machine.id.rawValue)\(state) \(id)")
                }
            }
        }
    }

    @Test func `every bail state, charge in progress and event that should be counted is`() {
        let bail = RuleBook.current.machine(.b2)?.states.map(\.id.rawValue).filter { $0.hasPrefix("BAIL_") } ?? []
        #expect(Set(Figure.peopleOnBail.measure.codes.map(\.rawValue)) == Set(bail.map { "B2:\($0)" }))
        for rule in RuleBook.current.machines.flatMap(\.rules) {
            for id in rule.marks where id == "arrests" || id == "people-arrested-or-interviewed" {
                let mark = "\(rule.machine.rawValue)@\(rule.event)"
                #expect(Figure.named(id)?.measure.codes.contains { $0.rawValue == mark } == true, "\(rule.id) \(id)")
            }
        }
    }
}
