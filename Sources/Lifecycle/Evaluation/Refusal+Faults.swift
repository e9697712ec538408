// From faults to a refusal.

extension Refusal {
    /// The one refusal that names the rule and everything that is wrong; there must be at least one fault.
    ///
    /// The gravest fault, which comes first, says why; each is named in what is missing.
    init(_ rule: Rule, _ faults: [Fault]) {
        var who: [String] = []
        for fault in faults {
            for person in fault.who(for: rule) where !who.contains(person) { who.append(person) }
        }
        self.init(
            rule: rule.id,
            why: faults.first?.why(for: rule) ?? "",
            missing: faults.map { $0.missing(for: rule) },
            who: who
        )
    }
}
