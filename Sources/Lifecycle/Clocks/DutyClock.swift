// The clock of a duty under the Victims' Code: working days, by the edition of the Code.

/// How soon a victim must be told, in one edition of the Code.
struct VictimsCode: Sendable {
    /// The first day of what has to be told; nil for the earliest edition that is known.
    let from: Day?
    /// Which edition it is.
    let words: String
    /// The working days for a victim without enhanced rights.
    let standard: Int
    /// The working days for a victim with enhanced rights.
    let enhanced: Int

    /// The days of what has to be told for which it is in force.
    var days: InForce {
        let next = Self.editions.compactMap(\.from).filter { later in from.map { $0 < later } ?? true }.min()
        return InForce(from: from, to: next?.adding(days: -1))
    }

    /// The editions, the newest first.
    ///
    /// That of 2026 was a draft when this was written.
    static let editions = [
        VictimsCode(
            from: Day(number: Day.number(year: 2021, month: 4, day: 1)),
            words: "Victims' Code in force from 1 April 2021",
            standard: 5, enhanced: 1),
        VictimsCode(from: nil, words: "Victims' Code of October 2015", standard: 5, enhanced: 1),
    ]

    /// The edition for what happened on that day.
    static func on(_ day: Day) -> VictimsCode? {
        editions.first { $0.from.map { $0 <= day } ?? true }
    }
}

/// The clock of one duty, which runs from the day of what has to be told.
struct DutyClock: Sendable {
    private static let open: Set<State> = ["DUE", "OVERDUE"]
    private(set) var now: Running?

    /// A victim's rights are enhanced unless it is said that five working days are enough.
    init(begunOn begun: Day, facts: [String: FieldValue]) {
        guard let code = VictimsCode.on(begun) else { return }
        let isStandard = facts["working_days"] == .count(5)
        let period = Period.workingDays(isStandard ? code.standard : code.enhanced)
        now = Running(counted: begun.adding(days: 1), due: period.last(after: begun))
    }

    /// Takes in what happened next.
    mutating func follow(_ turn: Turn) {
        if !Self.open.contains(turn.to) { now = nil }
    }
}
