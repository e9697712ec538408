// What an entry says of one person or one thing, and who may read it.
package import Cryptography

/// One part of an entry: a detail and who can open it.
///
/// Each person's part stands alone, so that it can be destroyed alone.
package struct Part: Sendable {
    /// Who can open a detail.
    package enum Reader: Sendable {
        /// Whoever holds the store, until this subject's log key is destroyed.
        case subject(Int64, LogKey)
        /// Whoever holds the private half of a compartment's key: free text goes to the data-protection officers.
        case holders(AgreementPublicKey)
    }

    /// Who can open the detail.
    package let reader: Reader
    /// What happened to this subject's data, without names or narrative: fields, counts, codes.
    package let detail: CanonicalValue

    /// Makes a part from a detail, which must be an object.
    package init(_ detail: CanonicalValue, for reader: Reader) {
        (self.reader, self.detail) = (reader, detail)
    }
}
