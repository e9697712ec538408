// Whether something can still be true beside everything told.

extension Ledger {
    /// What a new fact cannot stand beside; nil if it can.
    package func contradiction(adding fact: KnownFact) -> Contradiction? { nil }

    /// What a new statement cannot stand beside, as its cells show it; nil if it can.
    package func contradiction(adding statement: Statement) -> Contradiction? { nil }
}
