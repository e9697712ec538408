// What happened cannot be forbidden: an occurrence told as it happened is taken in every state, and says what it broke.

import Lifecycle
import Testing

@Suite struct OccurrenceTests {
    static let occurrences = RuleBook.current.machines.flatMap(\.rules).filter { $0.kind == .occurrence }.map(\.id)

    /// The occurrence in each state of its machine: of the rules about it, the one that would be named there.
    private func everywhere(_ id: String) throws -> [Asked] {
        let rule = try #require(RuleBook.current.rule(id))
        let machine = try #require(RuleBook.current.machine(rule.machine))
        return machine.states.map(\.id).compactMap { state in
            var question = Asked(machine, rule, at: state)
            question.attempt.asHappened = true
            return question.verdict.names == id ? question : nil
        }
    }

    @Test(arguments: occurrences) func `told as it happened it is refused in no state, for nothing that can be so`(
        id: String
    ) throws {
        let questions = try everywhere(id)
        #expect(!questions.isEmpty)
        for question in questions {
            let isAfterItsTime = !question.rule.from.contains(question.state)
            let barred = question.rule.conditions.contains {
                $0.among?.contains(question.state) == true && !$0.states.contains(question.state)
            }
            for kind in [Mutation.Kind.decider, .missing, .tooEarly, .condition] {
                for mutation in question.mutations(kind) {
                    let step = mutation.question.verdict.step
                    let breach = step?.breaches.first
                    let isNamed = step?.breaches.map(\.rule) == [id] && mutation.isNamed(in: breach)
                    let isAll = barred || breach?.missing.count == (isAfterItsTime ? 2 : 1)
                    let leads = step?.from == question.state && question.rule.to.contains { $0.state == step?.to }
                    guard isNamed, isAll, leads else {
                        Issue.record("\(mutation.name) in \(question.state.rawValue): \(mutation.question.verdict)")
                        continue
                    }
                }
            }
        }
    }

    @Test(arguments: occurrences) func `all that can be wrong with it at once is told in one breach`(id: String) throws
    {
        for question in try everywhere(id) {
            var worst = question
            worst.attempt.fields = [:]
            worst.attempt.decider = nil
            worst.attempt.recorders = nil
            worst.except = Set(question.rule.conditions.map(\.id))
            worst.past = [question.state]
            let step = try #require(worst.verdict.step, "\(id) in \(question.state.rawValue)")
            #expect(step.breaches.count <= 1 && question.rule.to.contains { $0.state == step.to })
            let owed = question.rule.requires.filter { $0.needed == .now }.map(\.field)
            for field in owed {
                #expect(step.breaches.first?.missing.contains { $0.hasPrefix("\(field): ") } == true)
            }
            #expect(step.breaches.allSatisfy { $0.rule == id })
        }
    }

    @Test(arguments: occurrences) func `what nothing can be is refused in every state, however it is told`(
        id: String
    ) throws {
        for question in try everywhere(id) {
            for kind in [Mutation.Kind.recorder, .value, .unknownField, .beforeRecord] {
                for mutation in question.mutations(kind) {
                    let refusal = mutation.question.verdict.refusal
                    guard refusal?.rule == id, mutation.isNamed(in: refusal) else {
                        Issue.record("\(mutation.name) in \(question.state.rawValue): \(mutation.question.verdict)")
                        continue
                    }
                }
            }
        }
    }

    @Test(arguments: occurrences) func `it is taken though it was not the law for the record`(id: String) throws {
        let rule = try #require(RuleBook.current.rule(id))
        let machine = try #require(RuleBook.current.machine(rule.machine))
        let law = rule.inForce
        for begun in [law.from?.adding(days: -1), law.to?.adding(days: 1)].compactMap(\.self) {
            for state in machine.states.map(\.id) {
                var attempt = rule.attempt(all: false)
                let day = begun.adding(days: 10)
                attempt.when = Interval(day)
                for (field, value) in attempt.fields where value.day != nil { attempt.fields[field] = .day(day) }
                attempt.asHappened = true
                let verdict = machine.apply(attempt, at: state, past: [state], begunOn: begun, around: Obliging())
                let named = try #require(verdict.names.flatMap { RuleBook.current.rule($0) })
                let breaks = !named.inForce.contains(begun) || !named.from.contains(state)
                let breaches = try #require(verdict.step, "\(id) in \(state.rawValue)").breaches
                #expect(!breaks || breaches.map(\.rule) == [named.id], "\(id) in \(state.rawValue)")
            }
        }
    }

    @Test(arguments: occurrences) func `told plainly it is held to its rule as a decision is`(id: String) throws {
        let rule = try #require(RuleBook.current.rule(id))
        let machine = try #require(RuleBook.current.machine(rule.machine))
        for question in machine.questions(rule) {
            #expect(question.verdict.step?.breaches.isEmpty == true)
            #expect(question.asHappened == question.verdict)
            for mutation in Mutation.Kind.allCases.flatMap({ question.mutations($0) }) {
                let refusal = mutation.question.verdict.refusal
                guard refusal?.rule == id, refusal?.missing.count == 1, mutation.isNamed(in: refusal) else {
                    Issue.record("\(mutation.name): \(mutation.question.verdict)")
                    continue
                }
            }
        }
    }
}
