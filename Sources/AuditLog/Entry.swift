// What one act says to the log.
internal import Cryptography

/// An act that is to be logged: who, what, when, why, whose data, and to whom it went.
package struct Entry: Sendable {
    /// The random handle of who acted; never a name.
    package var actor: String
    /// What was done.
    package var verb: Verb
    /// When, in milliseconds of UTC since 1970.
    package var at: Int64
    /// The code of the reason, if there is one; free text belongs in a part.
    package var why: String?
    /// Who received the data; it is kept with each part and never in the leaf.
    package var recipient: String?
    /// One part for each person concerned.
    package var parts: [Part]

    /// Makes an entry.
    package init(
        actor: String, verb: Verb, at: Int64, why: String? = nil, parts: [Part] = [], recipient: String? = nil
    ) {
        (self.actor, self.verb, self.at, self.why) = (actor, verb, at, why)
        (self.parts, self.recipient) = (parts, recipient)
    }

    /// Makes the leaf that stands at `seq`, and the sealed details that belong to it.
    ///
    /// - Throws: `AuditError` if the leaf would be too long or a recipient has no part to be kept in.
    package func sealed(at seq: Int, hash: inout TreeHash) throws -> SealedEntry {
        try EntrySealer().seal(self, at: seq, hash: &hash)
    }

    /// What is kept of a part: its detail, with the recipient.
    func detail(of part: Part) -> CanonicalValue {
        guard let recipient, case .object(var members) = part.detail else { return part.detail }
        members["recipient"] = .text(recipient)
        return .object(members)
    }
}
