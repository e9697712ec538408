// The edition in use.

extension RuleBook {
    /// The rules since the program began.
    package static let current = RuleBook(
        edition: "2026.1", inForceFrom: Day(year: 2026, month: 1, day: 1) ?? Day(number: 20_454),
        machines: announcing([
            .investigation, .suspect, .custody, .charge, .victim, .support, .duty, .review, .information, .advice,
            .submission, .prosecution, .retention, .request, .allocation,
        ]))
}
