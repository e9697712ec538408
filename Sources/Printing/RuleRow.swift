// One rule as a row of its chapter.

import Lifecycle

/// One row of a machine's table.
struct RuleRow {
    private let event: String
    var id: String
    private let what: String
    /// The states that the event leaves as they are; none if it leads anywhere.
    var states: [State]
    private let way: String
    private let who: String
    private let takes: String
    private let limit: String
    private let origin: String

    /// - Parameter openings: what the rule's event opens elsewhere.
    init(_ rule: Rule, of machine: Machine, openings: [Consequence]) {
        event = rule.event
        id = "`\(rule.id)`"
        what = cell(rule.words)
        let from = RuleRow.states(rule.from, of: machine)
        let to = rule.to.map { code($0.state) }.joined(separator: " or ")
        let stays = rule.to.count == 1 && rule.from == [rule.to[0].state]
        states = stays ? rule.from : []
        way = "\(from) **to** \(to)"
        who = RuleRow.who(rule).map(cell).joined(separator: "<br>")
        takes = RuleRow.takes(rule).map(cell).joined(separator: "<br>")
        limit = RuleRow.limits(rule).map(cell).joined(separator: "<br>")
        origin = ([Printing.origin(rule.source, law: rule.law)] + RuleRow.rest(rule, openings).map(cell)).joined(
            separator: "<br>")
    }

    var line: String {
        let course = states.isEmpty ? way : states.map(code).joined(separator: ", ") + ", **and stays there**"
        return "| **\(what)**<br>\(id) | \(course) | \(who) | \(takes) | \(limit) | \(origin) |"
    }

    /// Whether another row says the same of another state.
    func sameBut(_ other: RuleRow) -> Bool {
        !states.isEmpty && !other.states.isEmpty
            && (event, what, who, takes) == (other.event, other.what, other.who, other.takes)
            && (limit, origin) == (other.limit, other.origin)
    }

    /// The states, or, where they are most of the machine's, those that they are not.
    private static func states(_ states: [State], of machine: Machine) -> String {
        let others = machine.states.map(\.id).filter { !states.contains($0) }
        guard states.count > 6, others.count < states.count else { return states.map(code).joined(separator: ", ") }
        return others.isEmpty ? "any state" : "any state but \(others.map(code).joined(separator: ", "))"
    }

    private static func who(_ rule: Rule) -> [String] {
        guard rule.kind != .derived else { return [rule.timer ? "By itself, as days pass" : "By itself"] }
        var lines = [rule.kind == .decision ? "Decision" : "Occurrence"]
        if !rule.deciders.isEmpty {
            let bodies = rule.deciders.map { decider in
                decider.organisation == .court ? decider.role : body(decider)
            }
            lines.append("Decided by \(bodies.joined(separator: ", or "))")
        }
        lines.append("Recorded by \(rule.recorders.map(\.rawValue).joined(separator: ", "))")
        if let approval = rule.approval {
            let other = approval.notRecorder ? ", another person" : ""
            lines.append("Approved by \(approval.by.map(\.rawValue).joined(separator: " or "))\(other)")
        }
        return lines
    }

    private static func body(_ decider: Decider) -> String {
        decider.organisation.map { "\(decider.role) (\($0.rawValue))" } ?? decider.role
    }

    private static func takes(_ rule: Rule) -> [String] {
        let fields = rule.requires.map { requirement in
            let after =
                switch requirement.after {
                case "on"?: ", not before the event"
                case let field?: ", not before `\(field)`"
                case nil: ""
                }
            let choices =
                if case .choice(let choices) = requirement.type { ": \(choices.joined(separator: ", "))" } else { "" }
            let needed =
                switch requirement.needed {
                case .now: "**now**"
                case .later: "**later**"
                case .unknownAllowed: "*if known*"
                }
            return "`\(requirement.field)` \(needed): \(requirement.words)\(after)\(choices)"
        }
        let hinges = Set(rule.to.compactMap(\.when))
        let conditions = rule.conditions.filter { !hinges.contains($0.id) }.map { "Must hold: \($0.words)" }
        let choice = hinges.isEmpty ? [] : ["Where it leads hangs on what went before"]
        let causes = rule.triggers.map { "Follows from `\($0.event)`" }
        return fields + conditions + choice + causes + rule.attested.map { "*Vouched for:* \($0)" }
    }

    private static func limits(_ rule: Rule) -> [String] {
        let clocks = Clock.all.filter { $0.rule == rule.id }.map { "Clock `\($0.id)`" }
        return [
            rule.inForce.words("Records begun"), rule.during.words("Events"), rule.limit.map { $0 },
        ].compactMap(\.self) + clocks
    }

    private static func rest(_ rule: Rule, _ openings: [Consequence]) -> [String] {
        var effects: [String] = []
        for effect in rule.effects {
            let words = "`\(effect.event)` of the \(effect.record.rawValue)"
            if !effects.contains(words) { effects.append(words) }
        }
        let opened = openings.map { "`\($0.id)`" }
        let lists = [
            ("May bring about", effects), ("Opens", opened), ("Counted in", rule.marks.map { "`\($0)`" }),
        ]
        return lists.filter { !$1.isEmpty }.map { "\($0) \($1.joined(separator: ", "))" }
    }
}

extension InForce {
    /// The days in words, after what they are days of; nil if they are all days.
    func words(_ what: String) -> String? {
        switch (from, to) {
        case (let from?, let to?): "\(what) from \(from.words) to \(to.words)"
        case (let from?, nil): "\(what) on or after \(from.words)"
        case (nil, let to?): "\(what) on or before \(to.words)"
        case (nil, nil): nil
        }
    }
}
