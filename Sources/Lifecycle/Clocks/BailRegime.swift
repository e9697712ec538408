// The three editions of the law on bail before charge, by the day of arrest.

/// What the law says of the length of bail before charge.
struct BailRegime: Sendable {
    /// The days of arrest for which it is law.
    let inForce: InForce
    /// The first period, which begins with the day after arrest.
    let first: Period
    /// How long the period is in each state that an officer's extension leads to.
    let extended: [State: Period]
    /// The months of a court's first extension, as the court gives least; in a designated case.
    let court: (standard: Period, designated: Period)
    /// By how much a court extends at least when it does so again.
    let again: Period

    /// The edition for an arrest on that day; nil where no period runs.
    static func of(arrestOn day: Day) -> BailRegime? { all.first { $0.inForce.contains(day) } }

    /// The editions that know a period, the newest first.
    static let all = [current, earlier]

    /// The lengths that the period may have.
    var terms: [Term] {
        let first = Term(["BAIL_INITIAL"], begun: inForce, first, beginsWithNextDay: true)
        let later = extended.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            Term([$0.key], begun: inForce, $0.value, beginsWithNextDay: true)
        }
        let given = Term(["BAIL_COURT1"], begun: inForce, court.standard, beginsWithNextDay: true, field: "until")
        return [first] + later + [given, Term(["BAIL_COURTN"], begun: inForce, nil, field: "until")]
    }

    /// The states in which a case is designated as exceptionally complex.
    static let designated: Set<State> = ["BAIL_EXT6D", "BAIL_EXT12D"]

    private static let since2017 = Day(number: Day.number(year: 2017, month: 4, day: 3))
    private static let since2022 = Day(number: Day.number(year: 2022, month: 10, day: 28))

    /// PACE 1984 ss.47ZA-47ZG as inserted by the Policing and Crime Act 2017 s.63; the months of its courts are from
    /// general knowledge.
    private static let earlier = BailRegime(
        inForce: InForce(from: since2017, to: since2022.adding(days: -1)), first: .days(28),
        extended: ["BAIL_EXT3": .months(3), "BAIL_EXT6D": .months(6)],
        court: (.months(6), .months(9)), again: .months(3))

    /// The same as amended by the Police, Crime, Sentencing and Courts Act 2022 Schedule 4.
    private static let current = BailRegime(
        inForce: InForce(from: since2022), first: .months(3),
        extended: ["BAIL_EXT6": .months(6), "BAIL_EXT9": .months(9), "BAIL_EXT12D": .months(12)],
        court: (.months(12), .months(18)), again: .months(3))
}
