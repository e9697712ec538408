// The rules alone: how long one attempt takes to weigh, and how many events of pasts are walked again in a second.
import Lifecycle

/// Surroundings that meet every condition.
struct Obliging: Surroundings {
    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
        condition.quantifier == .none ? [] : [condition.states[0]]
    }
}

/// What is weighed and reviewed: each rule that somebody records, and the life of a suspect over and over.
struct Rules {
    /// An attempt with where it is made.
    let attempts: [(machine: Machine, attempt: Attempt, state: State, past: [State], begun: Day)]
    /// Lives of a suspect, each as long as a long one is.
    let lives: [[Happening]]
    private let suspect: Machine
    private static let begun = Day(number: 19_700)

    init?() {
        guard let suspect = RuleBook.current.machine(.b1) else { return nil }
        self.suspect = suspect
        attempts = RuleBook.current.machines.flatMap { machine in
            machine.rules.filter { $0.kind != .derived }.flatMap { rule in
                rule.from.map { state in
                    let begun = rule.inForce.from ?? rule.inForce.to?.adding(days: -30) ?? Self.begun
                    return (machine, Self.attempt(rule, on: begun.adding(days: 10)), state, [state], begun)
                }
            }
        }
        let names = [
            "identify", "schedule", "arrest", "rearrest", "interview_voluntarily", "submit_charging",
            "interview_voluntarily", "mark_wanted", "return_from_wanted", "rearrest",
        ]
        lives = (0..<1_000).map { life in
            names.enumerated().map { place, name in
                let rule = suspect.rules(for: name)[0]
                return Happening(
                    id: "EV-\(life)-\(place)", Self.attempt(rule, on: Self.begun.adding(days: place)))
            }
        }
    }

    private static func attempt(_ rule: Rule, on day: Day) -> Attempt {
        var fields: [String: FieldValue] = [:]
        for requirement in rule.requires where requirement.needed != .unknownAllowed {
            fields[requirement.field] =
                switch requirement.type {
                case .text: .text("Fictional entry")
                case .day: .day(day)
                case .choice(let choices): .choice(choices[0])
                case .reference(let kind): .reference(Reference(kind: kind, number: 1))
                case .count(let least, let most): .count(least ?? most ?? 0)
                case .flag: .flag(true)
                }
        }
        return Attempt(
            rule.event, when: Interval(day), fields: fields,
            decider: rule.deciders.first.map { DecisionMaker(rank: $0.ranks.first, organisation: $0.organisation) },
            recorders: Set(rule.recorders.prefix(1)))
    }

    /// Weighs every attempt once, and answers how many were weighed.
    func weigh() -> Int {
        for (machine, attempt, state, past, begun) in attempts {
            _ = machine.apply(attempt, at: state, past: past, begunOn: begun, around: Obliging())
        }
        return attempts.count
    }

    /// Walks every life again, and answers how many events that were.
    func review() -> Int {
        let around = Obliging()
        return lives.reduce(0) { count, life in
            _ = suspect.review(life, begunOn: Self.begun) { _ in around }
            return count + life.count
        }
    }

    /// The obvious rival, which weighs far less: it only looks each rule up from the top of the list, and goes where it leads.
    func reviewPlainly() -> Int {
        lives.reduce(0) { count, life in
            var past = [suspect.initial]
            for happening in life {
                let here = past[past.count - 1]
                let rule = suspect.rules.first {
                    $0.event == happening.attempt.event && $0.from.contains(here) && $0.inForce.contains(Self.begun)
                }
                past.append(rule?.to.first?.state ?? here)
            }
            return count + life.count
        }
    }
}
