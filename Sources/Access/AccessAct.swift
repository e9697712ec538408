// One act of an account, as the report on unusual access weighs it.

/// What an account did once, without whom it concerned.
package struct AccessAct: Hashable, Sendable {
    /// What sort of act it was.
    package enum Sort: String, CaseIterable, Hashable, Sendable {
        /// Records were opened one by one: shown, their history read, what comes next asked.
        case look
        /// Many were seen in one list.
        case listing
        /// The file, or part of it, was written out.
        case taking
        /// Something was added, recorded, approved, supplied or struck.
        case change
        /// The account was refused.
        case refusal
        /// Anything else: signing in, figures, the log itself.
        case other
    }

    /// The entry's number in the log.
    package let entry: Int
    /// The account.
    package let account: String
    /// When, in milliseconds of UTC since 1970.
    package let at: Int64
    /// What sort of act it was.
    package let sort: Sort
    /// The records concerned, by a number that stands for each.
    package let records: Set<Int>
    /// Those of the records that stood allocated then to others, and not to the account or to whom it stood in for.
    package let others: Set<Int>
    /// Whether it broke the glass: an emergency access.
    package let isEmergency: Bool

    package init(
        entry: Int, account: String, at: Int64, sort: Sort, records: Set<Int> = [], others: Set<Int> = [],
        isEmergency: Bool = false
    ) {
        (self.entry, self.account, self.at, self.sort) = (entry, account, at, sort)
        (self.records, self.others, self.isEmergency) = (records, others, isEmergency)
    }
}
