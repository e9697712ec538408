// What one event still asks of somebody, whatever comes after it.

extension Rule {
    /// The fields that somebody owes by a day: needed later, and not given.
    package func owed(_ given: some Collection<String>) -> [Requirement] {
        requires.filter { $0.needed == .later && !given.contains($0.field) }
    }

    /// The last day in time to supply a field of an event of that day that is needed later.
    package static func last(toSupply field: String, of day: Day) -> Day {
        promptly.contains(field) ? day.adding(workingDays: 1) : day.adding(days: 28)
    }

    /// Fields that are owed by the next working day: the other agency's agreement to a contact made alone.
    private static let promptly: Set<String> = ["agreed_on"]
}

extension Day {
    /// The last day in time for a second person to approve an event that became known on this day, or to review it.
    package var lastToApprove: Day { adding(workingDays: 5) }
}
