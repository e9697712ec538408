// What a release is made of, before it is stored.
import DisclosureControl
import Publishing

/// What counting and disclosure control came to: what is published, and what stands behind it.
struct ReleaseMaterial: Hashable {
    /// What is published.
    var content: ReleaseContent
    /// The statements that it adds to the ledger, with their counts.
    var statements: [Statement]
    /// What was hidden, and the proof that it stays so.
    var protection: Protection
}
