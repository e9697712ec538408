// Why the case file did not do what it was asked.
package import Lifecycle

/// A failure of the case file: its kind, by which a face chooses its exit code, and the sentence that the user reads.
package struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    package enum Kind: Hashable, Sendable {
        /// There is no store.
        case missing
        /// There is a store already.
        case exists
        /// The store is held by another process.
        case busy
        /// User or passphrase are not right, or the account is closed.
        case notRecognised
        /// The account may not do this.
        case notPermitted
        /// What was asked for is not in the file, or what was given cannot be.
        case badData
        /// Something in the store is damaged or was altered.
        case damaged
        /// The store was written by a newer program.
        case newer
        /// The store is whole and not the newest that is known of it.
        case outdated
        /// The disk is full, or the system could not read or write.
        case inputOutput
        /// The program itself is at fault.
        case fault
    }

    /// What kind of failure it is.
    package let kind: Kind
    /// The sentence that the user reads; it holds nobody's data.
    package let sentence: String

    /// A file beside the store, or outside of it, had no room.
    static let diskFull = StoreError(.inputOutput, "The disk is full; nothing was changed.")

    package init(_ kind: Kind, _ sentence: String) { (self.kind, self.sentence) = (kind, sentence) }

    package var description: String { sentence }
}

/// A refusal by a rule: a verdict, thrown so that nothing is written.
package struct Refused: Error, Hashable, Sendable {
    /// What the rules said; never empty.
    package let refusals: [Refusal]

    package init(_ refusals: [Refusal]) { self.refusals = refusals }
}
