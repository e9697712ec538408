// The body for which somebody of a rank decides, so that nobody has to say twice what the rank says already.

import Lifecycle

extension RuleBook {
    /// The body to which the rule book gives a rank: by the rules of the event first, else by all of them.
    ///
    /// A prosecutor decides for the Crown Prosecution Service, a superintendent for the police. Nil if no rule names the
    /// rank, or if rules give it to several bodies.
    func body(of rank: Rank, deciding event: String, of kind: RecordKind) -> Organisation? {
        let rules = machine(for: kind)?.rules(for: event) ?? []
        return body(of: rank, in: rules) ?? body(of: rank, in: machines.flatMap(\.rules))
    }

    private func body(of rank: Rank, in rules: [Rule]) -> Organisation? {
        let deciders = rules.flatMap(\.deciders).filter { decider in
            decider.ranks.contains(rank) || decider.ranks.isEmpty && decider.role.hasSuffix(" \(rank.rawValue)")
        }
        let bodies = Set(deciders.compactMap(\.organisation))
        return bodies.count == 1 ? bodies.first : nil
    }
}
