// What a change of the account list asks to be stored.

/// Rows to write and to take away, and the slot file that goes with them.
///
/// All of it is stored together or not at all.
package struct AccountChange: Sendable {
    /// Rows to store, in place of those of the same kind and name.
    ///
    /// The heads of what changes are among them.
    package var written: [SignedRow] = []
    /// Rows to take away.
    package var removed: [SignedRow] = []
    /// The slot file to store, if it changes.
    package var slots: SlotFile?

    package init(written: [SignedRow] = [], removed: [SignedRow] = [], slots: SlotFile? = nil) {
        (self.written, self.removed, self.slots) = (written, removed, slots)
    }

    /// The account list as it stands afterwards.
    func applied(to rows: [SignedRow]) -> [SignedRow] {
        let gone = Set((written + removed).map { [$0.kind, $0.name] })
        return rows.filter { !gone.contains([$0.kind, $0.name]) } + written
    }
}
