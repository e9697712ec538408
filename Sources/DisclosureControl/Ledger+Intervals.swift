// How closely a reader can tell a number.

extension Ledger {
    /// The least and the most that a number can be for a reader of everything told; exact; nil if there is no such place.
    package func interval(of place: Place, under policy: DisclosurePolicy) -> ClosedRange<Int>? { nil }

    /// The least and the most that a change can be for a reader of everything told; exact; nil without such places.
    package func interval(of earlier: Place, to later: Place, under policy: DisclosurePolicy) -> ClosedRange<Int>? {
        nil
    }
}
