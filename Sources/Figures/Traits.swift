// What is open of one person, as far as figures may be broken down by it: nothing that names anybody.

package import Lifecycle

/// The characteristics of one person as the file has them; what is nil is not recorded.
package struct Traits: Hashable, Sendable {
    /// The words that the record holds.
    package var sex: String?, ethnicity: String?, ethnicitySource: String?, ward: String?
    /// The month of birth, `1990-04`.
    package var birthMonth: String?
    /// The day of the first arrest or interview; of a victim, of the first report.
    package var firstNotice: Day?
    /// Whether any crime that the person stands beside is recent; nil where of none both days are known.
    package var isRecent: Bool?
    /// From whom a victim first came to notice.
    package var referralSource: String?

    /// Somebody of whom nothing is recorded yet.
    package init() {}
}

extension Traits {
    /// A crime beside which a person stands: by an allegation, by a charge, or in a first account.
    package struct Crime: Hashable, Sendable {
        /// The days on which it was committed, the last of them, and recorded, where the file knows them.
        package var committed: Day?, recorded: Day?

        package init(committed: Day?, recorded: Day?) { (self.committed, self.recorded) = (committed, recorded) }

        /// Whether it was recorded within twelve months of being committed.
        ///
        /// Nil where either day is not known, and where they cannot both be right.
        package var isRecent: Bool? {
            guard let committed, let recorded, committed <= recorded else { return nil }
            return recorded <= committed.adding(months: 12)
        }
    }

    /// Takes one more crime into account: one recent crime makes the person's recent, whatever the others are.
    package mutating func stand(beside crime: Crime) {
        guard let isRecent = crime.isRecent else { return }
        self.isRecent = (self.isRecent ?? false) || isRecent
    }
}
