// Checking a proof again by plain addition, with nothing of what found it.

extension Certificate {
    /// What is wrong with this proof for a ledger, whose last statement is the draft; empty if it holds.
    ///
    /// Every world is added up against every equation, inequality and fact, each target's two worlds are compared, and the
    /// list of targets is made again from the statements.
    package func faults(in ledger: Ledger, under policy: DisclosurePolicy) -> [String] { ["not built yet"] }
}
