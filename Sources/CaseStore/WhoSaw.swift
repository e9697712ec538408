// The answer to "who looked at this person, and why?"
import Access
package import Lifecycle

/// Who did what with a person's records, account by account.
package struct WhoSaw: Sendable {
    /// The record that was asked about.
    package let reference: Reference
    /// The records of the same person that the reader may open; of a record that is about no person, it alone.
    package let records: [Reference]
    /// How many more there are that are not open to the reader.
    package let shut: Int
    /// How many entries the log had when it was asked, and how many of them concern the person.
    package let size: Int, entries: Int
    /// Who did anything, in the order of their first acts.
    package let accounts: [Looker]
    /// What can still be said if the person's keys were destroyed; nil if they were not.
    package let erased: Erased?

    /// What is left of who saw an erased person.
    package struct Erased: Sendable {
        /// The entries of the erasures: number, moment, account, code of the basis.
        package let acts: [(seq: Int, at: Int64, actor: String, why: String?)]
        /// How many entries of the log speak of somebody erased; among them are those about this person.
        package let lost: Int
        /// The accounts whose entries those are, with how many each has.
        package let actors: [(name: String, entries: Int)]
    }
}

/// One account, with what it did with a person's records.
package struct Looker: Sendable {
    /// Its name; its handle if the account is not in the list any more.
    package let name: String
    /// Its roles on the day of its last act, and its organisation; empty and nil if it is not in the list.
    package let roles: [Role], organisation: Organisation?
    /// Its first and its last act, in milliseconds of UTC.
    package internal(set) var first: Int64, last: Int64
    /// The numbers of the entries, in order.
    package internal(set) var entries: [Int] = []
    /// How often what was done with which records.
    package internal(set) var deeds: [Done] = []
    /// How often each code of a reason was given; an empty one for none.
    package internal(set) var reasons: [String: Int] = [:]
    /// The reasons in the account's own words, where the reader may see them.
    package internal(set) var words: [(seq: Int, text: String)] = []
    /// To whom it was written out, and when.
    package internal(set) var recipients: [(seq: Int, at: Int64, name: String)] = []
    /// How often the person's records stood allocated at the time to the account, to others alone, and to nobody.
    package internal(set) var own = 0, others = 0, nobody = 0
    /// To which others.
    package internal(set) var holders: Set<String> = []
    /// The entries in which the glass was broken.
    package internal(set) var emergencies: [Int] = []

    /// What was done in one way.
    package struct Done: Sendable {
        package let deed: Deed
        /// The verb of the log, where what was done is not open to the reader; else nil.
        package let verb: String?
        /// How often, first and last.
        package internal(set) var times: Int, first: Int64, last: Int64
        /// With which records, as far as they are open to the reader.
        package internal(set) var records: Set<Reference>

        /// Whether something of the person was seen by it; of what is not open to the reader, as far as the verb says.
        package var isLook: Bool { verb.map { ["consultation", "disclosure", "export"].contains($0) } ?? deed.isLook }
    }

    /// How often the account saw of the person, in whatever way.
    package var looks: Int { deeds.filter(\.isLook).reduce(0) { $0 + $1.times } }
    /// How often it was refused.
    package var refusals: Int { deeds.filter { $0.deed == .refused }.reduce(0) { $0 + $1.times } }
}
