// How long a clock runs, as data that a program can read.

/// One of the lengths of a clock: in which states it holds, for which records, and how long it is.
package struct Term: Sendable {
    /// The states in which it holds; empty for any.
    package let states: [State]
    /// The days on which a record must have begun for it to hold.
    package let begun: InForce
    /// How long it is; nil: as the field says, and none where it says nothing.
    package let period: Period?
    /// Whether it is a period that begins with the day after, rather than one within which to act after a day.
    ///
    /// The two differ at the ends of months.
    package let beginsWithNextDay: Bool
    /// The day field of an event, or the open field of the record, that says the last day instead.
    package let field: String?
    /// An open field and the values with which it holds; nil: whatever the record's fields are.
    package let only: (fact: String, values: [String])?

    init(
        _ states: [State], begun: InForce = .always, _ period: Period?, beginsWithNextDay: Bool = false,
        field: String? = nil, only: (fact: String, values: [String])? = nil
    ) {
        self.states = states
        self.begun = begun
        self.period = period
        self.beginsWithNextDay = beginsWithNextDay
        self.field = field
        self.only = only
    }
}

extension Clock {
    /// The lengths that it may have.
    package var terms: [Term] {
        switch reckoning {
        case .bail: BailRegime.all.flatMap(\.terms)
        case .duty:
            VictimsCode.editions.flatMap { code in
                [
                    Term(
                        ["DUE", "OVERDUE"], begun: code.days, .workingDays(code.standard),
                        only: ("working_days", ["5"])),
                    Term(
                        ["DUE", "OVERDUE"], begun: code.days, .workingDays(code.enhanced),
                        only: ("working_days", ["1"])),
                ]
            }
        case .request: RequestClock.terms
        case .stay(let stay):
            [Term(stay.states, stay.period, field: stay.field ?? stay.fact, only: stay.only)]
        case .event: []
        }
    }
}
