// A lawful event changed in one single way, and what a refusal must then say is missing.

import Lifecycle

/// What a rule is asked: an attempt, and how things stand when it is made.
struct Asked {
    let machine: Machine
    let rule: Rule
    var attempt: Attempt
    var state: State
    var past: [State]
    var begun: Day
    /// The conditions that the other records do not meet.
    var except: Set<String> = []

    /// A lawful question, with every field given.
    init(_ machine: Machine, _ rule: Rule, at state: State) {
        self.machine = machine
        self.rule = rule
        self.state = state
        attempt = rule.attempt()
        past = rule.past(before: state)
        begun = rule.begun
    }

    var verdict: Verdict {
        machine.apply(attempt, at: state, past: past, begunOn: begun, around: Obliging(except: except))
    }

    /// The verdict if the attempt is told as it happened.
    var asHappened: Verdict {
        var question = self
        question.attempt.asHappened = true
        return question.verdict
    }
}

/// One way in which an event is not lawful.
struct Mutation {
    enum Kind: CaseIterable {
        case recorder, decider, missing, value, unknownField, tooEarly, condition, beforeRecord
    }

    let kind: Kind
    /// What has been done, for whoever reads that a test failed.
    let name: String
    let question: Asked
    /// How the one thing that is missing begins.
    let missing: String

    /// Whether a refusal or a breach names what is wrong.
    func isNamed(in refusal: Refusal?) -> Bool {
        refusal?.missing.contains { $0.hasPrefix(missing) } == true
    }
}

extension Machine {
    /// A lawful question for each state from which the rule leads, unless the record's own past forbids it there.
    func questions(_ rule: Rule) -> [Asked] {
        rule.from.filter { state in
            !rule.conditions.contains { $0.among?.contains(state) == true && !$0.states.contains(state) }
        }.map { Asked(self, rule, at: $0) }
    }
}

extension Asked {
    /// Every mutation of one kind.
    func mutations(_ kind: Mutation.Kind) -> [Mutation] {
        var mutations: [Mutation] = []
        func add(_ name: String, _ missing: String, _ change: (inout Asked) -> Void) {
            var question = self
            change(&question)
            mutations.append(Mutation(kind: kind, name: "\(rule.id): \(name)", question: question, missing: missing))
        }
        switch kind {
        case .recorder:
            let others = Role.allCases.filter { !rule.recorders.contains($0) }
            for roles in others.map({ [$0] }) + [others, []] {
                add("recorded by \(roles)", "an account with the role ") { $0.attempt.recorders = Set(roles) }
            }
        case .decider:
            for decider in unfit {
                add("decided by \(decider as Any)", "the decision of ") { $0.attempt.decider = decider }
            }
        case .missing:
            for requirement in rule.requires where requirement.needed == .now {
                add("without \(requirement.field)", "\(requirement.field): \(requirement.words)") {
                    $0.attempt.fields[requirement.field] = nil
                }
            }
        case .value:
            for requirement in rule.requires {
                for value in requirement.type.unfit {
                    add("\(requirement.field) is \(value)", "\(requirement.field): ") {
                        $0.attempt.fields[requirement.field] = value
                    }
                }
            }
        case .unknownField:
            let own = Set(rule.requires.map(\.field))
            let others = Set(machine.rules.flatMap(\.requires).map(\.field)).subtracting(own)
            for field in others.sorted() + ["no_such_field"] {
                add("with \(field)", "\(field): no field of \(rule.event)") { $0.attempt.fields[field] = .flag(true) }
            }
        case .tooEarly:
            for requirement in rule.requires {
                guard let after = requirement.after else { continue }
                let bound = after == "on" ? attempt.when.last : attempt.fields[after]?.day
                for days in [-1, -4000] {
                    guard let day = bound?.adding(days: days) else { continue }
                    add("\(requirement.field) on \(day.iso)", "\(requirement.field): a day not before ") {
                        $0.attempt.fields[requirement.field] = .day(day)
                    }
                }
            }
        case .condition:
            for condition in rule.conditions where !rule.to.contains(where: { $0.when == condition.id }) {
                if condition.link != "self" {
                    add("\(condition.id) is not met", condition.words) { $0.except = [condition.id] }
                } else if let among = condition.among, !among.contains(state) {
                    for other in among where !condition.states.contains(other) {
                        add("the past ends in \(other.rawValue)", condition.words) { $0.past = [other, state] }
                        add("\(other.rawValue) came last", condition.words) {
                            $0.past = [condition.states[0], other, state]
                        }
                    }
                    if condition.quantifier == .any { add("no past", condition.words) { $0.past = [state] } }
                }
            }
            if rule.to.allSatisfy({ $0.when != nil }), !rule.conditions.contains(where: { $0.link == "self" }) {
                add("nowhere to go", "where it leads: ") { $0.except = Set(rule.to.compactMap(\.when)) }
            }
        case .beforeRecord:
            for days in [-1, -400] {
                let day = begun.adding(days: days)
                add("on \(day.iso)", "a day on or after the day on which the record begins") {
                    $0.attempt.when = Interval(day)
                }
            }
        }
        return mutations
    }

    /// Those who may not decide it: everybody of another rank or another body, and whoever is not named.
    private var unfit: [DecisionMaker?] {
        guard !rule.deciders.isEmpty else { return [] }
        let listed = RuleBook.current.machines.flatMap(\.rules).flatMap(\.deciders).flatMap(\.ranks)
        let ranks = Set(listed).sorted { $0.rawValue < $1.rawValue } + ["constable", "Inspector", ""]
        var all: [DecisionMaker?] = [nil, DecisionMaker(), DecisionMaker(name: "Nobody Fictional")]
        for organisation in Organisation.allCases.map(Optional.some) + [nil] {
            all += (ranks.map(Optional.some) + [nil]).map { DecisionMaker(rank: $0, organisation: organisation) }
        }
        return all.filter { person in !rule.deciders.contains { decider in may(decider, person ?? DecisionMaker()) } }
    }

    /// Said again here in other words, so that a slip there is not repeated.
    private func may(_ decider: Decider, _ person: DecisionMaker) -> Bool {
        let isOfBody = decider.organisation == nil || decider.organisation == person.organisation
        let hasRank = decider.ranks.isEmpty || decider.ranks.contains { $0 == person.rank }
        return isOfBody && hasRank
    }
}

extension FieldType {
    /// Values that no field of this type may hold: of every other type, and of its own beyond its bounds.
    fileprivate var unfit: [FieldValue] {
        let words: [FieldValue] = [.text("As told."), .choice("no such choice")]
        let other: [FieldValue] = [.day(Day(number: 20_000)), .count(1), .flag(true), .flag(false)]
        let references = RecordKind.allCases.map { FieldValue.reference(Reference(kind: $0, number: 1)) }
        switch self {
        case .text: return [.text(""), .text(" "), .text("\n\t"), words[1]] + other + references
        case .day: return words + other.dropFirst() + references
        case .choice(let choices):
            let near = choices.flatMap { [FieldValue.choice("\($0) "), .text($0)] }
            return words + [.choice("")] + near + other + references
        case .reference(let kind): return words + other + references.filter { $0.reference?.kind != kind }
        case .count(let min, let max):
            let low = min.map { [FieldValue.count($0 - 1), .count(Int.min)] } ?? []
            let high = max.map { [FieldValue.count($0 + 1), .count(Int.max)] } ?? []
            return words + low + high + [other[0], other[2], other[3]] + references
        case .flag: return words + other.prefix(2) + references
        }
    }
}
