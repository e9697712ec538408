// The edition in use.

extension RuleBook {
    /// The rules since the program began.
    package static let current = RuleBook(
        edition: everyEdition.last?.name ?? "", inForceFrom: everyEdition.last?.from ?? Day(number: 20_489),
        machines: announcing([
            .investigation, .suspect, .custody, .charge, .victim, .support, .duty, .review, .information, .advice,
            .submission, .prosecution, .retention, .request, .allocation,
        ]), consequences: consequences, editions: everyEdition)
}
