// The report on unusual access, as the case file fills it.
package import Access
package import Lifecycle

/// What is worth a question, and what the report went by.
package struct UnusualAccess: Sendable {
    /// The days asked about.
    package let days: ClosedRange<Day>
    /// What is worth a question, by account's name.
    package let findings: [AccessFinding]
    /// What it went by.
    package let thresholds: AccessThresholds
    /// How many entries were weighed, of how many accounts.
    package let entries: Int, accounts: Int
}

/// What one account did, day by day.
package struct ActsBy: Sendable {
    /// Its name.
    package let name: String
    /// Its roles today, and its organisation.
    package let roles: [Role], organisation: Organisation?
    /// `active`, `suspended` or `revoked`.
    package let status: String
    /// The days on which it did anything, the earliest first.
    package let days: [OneDay]
    /// What is worth a question, and by what the report went.
    package let unusual: UnusualAccess

    /// One day of an account in London.
    package struct OneDay: Sendable {
        package let day: Day
        /// Its first and its last act, in milliseconds of UTC.
        package internal(set) var first: Int64, last: Int64
        /// How many entries, and how many of each sort.
        package internal(set) var entries: Int, deeds: [Deed: Int]
        /// The records concerned that are open to the reader, but for those that were only one of many in a list, and how many
        /// more entries were on what is not.
        package internal(set) var records: Set<Reference>, shut: Int
        /// To whom something was written out.
        package internal(set) var recipients: Set<String>
        /// The codes of the reasons given.
        package internal(set) var reasons: Set<String>
    }
}
