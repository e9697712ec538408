// Every decision of the rule book, lawful but for one single thing: refused, and the right rule and thing named.

import Lifecycle
import Testing

@Suite struct MutationTests {
    static let decisions = RuleBook.current.machines.flatMap(\.rules).filter { $0.kind == .decision }.map(\.id)

    private func questions(_ id: String) throws -> [Asked] {
        let rule = try #require(RuleBook.current.rule(id))
        let machine = try #require(RuleBook.current.machine(rule.machine))
        let questions = machine.questions(rule)
        #expect(!questions.isEmpty)
        for question in questions { #expect(question.verdict.step?.rule.id == id) }
        return questions
    }

    @Test(arguments: decisions) func `a decision that is wrong in one way is refused, and that way is named`(
        id: String
    ) throws {
        for mutation in try questions(id).flatMap({ question in Mutation.Kind.allCases.flatMap(question.mutations) }) {
            let verdict = mutation.question.verdict
            let refusal = verdict.refusal
            let isNamed = refusal?.rule == id && refusal?.missing.count == 1 && mutation.isNamed(in: refusal)
            let isTold = refusal?.who.isEmpty == false && refusal?.why.hasSuffix(".") == true
            guard isNamed, isTold, mutation.question.asHappened == verdict else {
                Issue.record("\(mutation.name): \(verdict)")
                continue
            }
        }
    }

    @Test(arguments: decisions) func `whoever must decide is named where the decider is wrong, and only there`(
        id: String
    ) throws {
        for question in try questions(id).prefix(1) {
            for kind in Mutation.Kind.allCases {
                for mutation in question.mutations(kind) {
                    #expect((mutation.question.verdict.refusal?.deciders.isEmpty == false) == (kind == .decider))
                }
            }
        }
    }

    @Test(arguments: decisions)
    func `a decision in a state from which it does not lead is refused by a rule of its own`(
        id: String
    ) throws {
        for question in try questions(id).prefix(1) {
            let rules = question.machine.rules(for: question.rule.event)
            for state in question.machine.states.map(\.id) where !question.rule.from.contains(state) {
                var wrong = question
                wrong.state = state
                wrong.past = question.past.dropLast() + [state]
                if let other = rules.first(where: { $0.from.contains(state) }) {
                    // Another rule about the same event: it is the one that answers, whatever it says.
                    #expect(wrong.verdict.names == other.id, "\(id) from \(state.rawValue)")
                    continue
                }
                let refusal = wrong.verdict.refusal
                #expect(rules.contains { $0.id == refusal?.rule }, "\(id) from \(state.rawValue)")
                if rules.count == 1 { #expect(refusal?.rule == id) }
                #expect(refusal?.why == "\(question.rule.event) cannot follow \(state.rawValue).")
                #expect(refusal?.missing.first?.hasSuffix("; it is \(state.rawValue)") == true)
                #expect(wrong.asHappened == wrong.verdict)
            }
        }
    }

    @Test(arguments: decisions) func `a decision under a rule that was not the law is refused, or falls under another`(
        id: String
    ) throws {
        for question in try questions(id) {
            let law = question.rule.inForce
            for begun in [law.from?.adding(days: -1), law.to?.adding(days: 1)].compactMap(\.self) {
                var wrong = question
                wrong.begun = begun
                let day = begun.adding(days: 10)
                wrong.attempt.when = Interval(day)
                for (field, value) in wrong.attempt.fields where value.day != nil {
                    wrong.attempt.fields[field] = .day(day)
                }
                let other = question.machine.rules(for: question.rule.event).first {
                    $0.from.contains(question.state) && $0.inForce.contains(begun)
                }
                if let other {
                    #expect(wrong.verdict.names == other.id && other.id != id)
                    continue
                }
                let refusal = wrong.verdict.refusal
                #expect(refusal?.why == "\(question.rule.event) is not the law for a record that began on that day.")
                #expect(refusal?.missing.first?.hasPrefix("a record that began ") == true, "\(id)")
                #expect(question.machine.rules(for: question.rule.event).contains { $0.id == refusal?.rule })
            }
        }
    }

    @Test(arguments: decisions) func `two things wrong at once are both named`(id: String) throws {
        for question in try questions(id).prefix(1) {
            let ways = Mutation.Kind.allCases.filter { $0 != .beforeRecord }.compactMap { question.mutations($0).last }
            for mutation in ways {
                var late = mutation.question
                late.attempt.when = Interval(question.begun.adding(days: -1))
                let missing = late.verdict.refusal?.missing ?? []
                let isMoot = mutation.kind == .tooEarly
                #expect(isMoot || missing.contains { $0.hasPrefix(mutation.missing) }, "\(mutation.name)")
                #expect(missing.contains("a day on or after the day on which the record begins"), "\(mutation.name)")
                #expect(isMoot || missing.count == 2, "\(mutation.name)")
            }
        }
    }
}

extension Verdict {
    /// The rule that it names.
    var names: String? { step?.rule.id ?? refusal?.rule }
}

extension Verdict {
    /// Whether both say the same.
    static func == (one: Verdict, other: Verdict) -> Bool {
        switch (one, other) {
        case (.moves(let one), .moves(let other)):
            one.rule.id == other.rule.id && one.to == other.to && one.breaches == other.breaches
        case (.refused(let one), .refused(let other)): one == other
        case (.moves, .refused), (.refused, .moves): false
        }
    }
}
