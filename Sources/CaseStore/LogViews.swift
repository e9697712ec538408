// The audit log as a data-protection officer reads it.
package import AuditLog
package import Lifecycle

/// What of the log is asked for.
package struct LogFilter: Sendable {
    /// Only what concerns this record's subject.
    package var about: Reference?
    /// Only what this account did.
    package var actor: String?
    /// Only acts of this kind.
    package var verb: String?
    /// Only what was done in these days.
    package var from: Day?, to: Day?
    /// At most so many, the newest.
    package var limit: Int?

    package init(
        about: Reference? = nil, actor: String? = nil, verb: String? = nil, from: Day? = nil, to: Day? = nil,
        limit: Int? = nil
    ) {
        (self.about, self.actor, self.verb, self.from, self.to, self.limit) = (about, actor, verb, from, to, limit)
    }
}

/// One leaf, opened.
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
    /// The records concerned.
    package let subjects: [Reference]
    /// What was done, in plain words; empty if its detail could not be opened.
    package let words: String
    /// The details that could be opened, as canonical JSON.
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
