// From faults to a refusal.

extension Refusal {
    /// The one refusal that names the rule and everything that is wrong; there must be at least one fault.
    ///
    /// The gravest fault, which comes first, says why; each is named in what is missing.
    init(_ rule: Rule, _ faults: [Fault]) {
        self.init(
            rule: rule.id,
            why: faults.first?.why(for: rule) ?? "",
            missing: faults.map { $0.missing(for: rule) },
            accounts: faults.contains(where: \.isForAccounts) ? rule.recorders.map(\.rawValue) : [],
            deciders: faults.contains(where: \.isForDeciders) ? rule.deciders.map(Words.decider) : []
        )
    }
}
