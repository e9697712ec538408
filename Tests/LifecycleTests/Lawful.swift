// Attempts that are lawful in every way, made from the rule book itself: what the other tests spoil, one thing at a time.

import Lifecycle

/// Surroundings that meet every condition but those named.
struct Obliging: Surroundings {
    var except: Set<String> = []

    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
        let meets = !except.contains(condition.id)
        let other = RuleBook.current.machine(for: condition.record)?.states.map(\.id).first {
            !condition.states.contains($0)
        }
        switch condition.quantifier {
        case .any: return meets ? [condition.states[0]] : []
        case .none: return meets ? [] : [condition.states[0]]
        case .all: return meets ? [condition.states[0]] : [other ?? "NOWHERE"]
        }
    }

    func latest(_ condition: Condition, fields: [String: FieldValue]) -> [(state: State, event: String?)] {
        states(condition, fields: fields).map { ($0, condition.events.first) }
    }
}

extension Rule {
    /// A day on which a record to which the rule applies may have begun.
    var begun: Day {
        inForce.from ?? inForce.to?.adding(days: -30) ?? Day(number: 17_835)
    }

    /// A value that the field may hold, on or after that day.
    static func lawful(_ requirement: Requirement, on day: Day) -> FieldValue {
        switch requirement.type {
        case .text: .text("As told.")
        case .day: .day(day)
        case .choice(let choices): .choice(choices[0])
        case .reference(let kind): .reference(Reference(kind: kind, number: 1))
        case .count(let min, let max): .count(min ?? max ?? 0)
        case .flag: .flag(true)
        }
    }

    /// An attempt with every field, or with those alone that must be there now.
    func attempt(all: Bool = true) -> Attempt {
        let day = begun.adding(days: 10)
        var fields: [String: FieldValue] = [:]
        for requirement in requires where all || requirement.needed == .now {
            fields[requirement.field] = Rule.lawful(requirement, on: day)
        }
        let decider = deciders.first.map { DecisionMaker(rank: $0.ranks.first, organisation: $0.organisation) }
        return Attempt(
            event, when: Interval(day), fields: fields, decider: decider, recorders: Set(recorders.prefix(1)),
            derived: kind == .derived)
    }

    /// A past that meets the conditions on the record's own past, for a rule applied at `state`.
    func past(before state: State) -> [State] {
        conditions.filter { $0.link == "self" }.prefix(1).map { $0.states[0] } + [state]
    }
}

extension Machine {
    /// What the machine says to an attempt under one of its rules, in surroundings that oblige.
    func judge(_ attempt: Attempt, _ rule: Rule, at state: State, except: Set<String> = []) -> Verdict {
        apply(attempt, at: state, past: rule.past(before: state), begunOn: rule.begun, around: Obliging(except: except))
    }
}

extension Verdict {
    /// The step, if it moves.
    var step: Step? {
        if case .moves(let step) = self { step } else { nil }
    }

    /// The refusal, if there is just one.
    var refusal: Refusal? {
        if case .refused(let refusals) = self, refusals.count == 1 { refusals[0] } else { nil }
    }
}
