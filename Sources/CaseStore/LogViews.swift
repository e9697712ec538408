// The audit log as a data-protection officer reads it.
package import AuditLog
package import Lifecycle

/// What of the log is asked for.
package struct LogFilter: Sendable {
    /// Only what concerns this record's subject: the person whom it is about, with all their records.
    package var about: Reference?
    /// Only what names this record.
    package var record: Reference?
    /// Only what this account did.
    package var actor: String?
    /// Only acts of this kind.
    package var verb: String?
    /// Only what was done from this moment on, and up to that one, in milliseconds of UTC.
    package var from: Int64?, to: Int64?
    /// At most so many, the newest.
    package var limit: Int?

    package init(
        about: Reference? = nil, record: Reference? = nil, actor: String? = nil, verb: String? = nil,
        from: Int64? = nil, to: Int64? = nil, limit: Int? = nil
    ) {
        (self.about, self.record, self.actor, self.verb) = (about, record, actor, verb)
        (self.from, self.to, self.limit) = (from, to, limit)
    }
}

/// One leaf, opened as far as its reader may see.
package struct LogView: Sendable {
    /// Its number.
    package let seq: Int
    /// When, in milliseconds of UTC.
    package let at: Int64
    /// The account's name.
    package let actor: String
    /// What was done.
    package let verb: String
    /// The code of the reason.
    package let why: String?
    /// The reason in the words of who gave it, where the reader holds the data-protection compartment.
    package let reason: String?
    /// The records concerned, as far as the reader may open them.
    package let subjects: [Reference]
    /// What was done, in plain words.
    package let words: String
    /// Whether the act was on what is not open to the reader: then verb, time and account are all that is told.
    package let isShut: Bool
    /// The details that may be told, as canonical JSON.
    package let detail: [String]
    /// Who received the data.
    package let recipient: String?
}

/// What the check of the log found.
package struct LogVerdict: Sendable {
    /// How many leaves there are.
    package let size: Int
    /// The root over all of them, in base64.
    package let root: String
    /// How many checkpoints were held against it.
    package let checkpoints: Int
    /// How many checkpoints that somebody holds elsewhere were found in it.
    package let held: Int
    /// The newest checkpoint of each witness whose key the store trusts.
    package let witnessed: [Witnessed]
    /// What is wrong in the store.
    package let findings: [Finding]
    /// What checkpoints that somebody holds elsewhere say against it.
    package let outside: [LogFault]

    /// What is wrong, in sentences; empty if the log is whole.
    package var faults: [String] { findings.map(\.sentence) + outside.map(\.sentence) }
}
