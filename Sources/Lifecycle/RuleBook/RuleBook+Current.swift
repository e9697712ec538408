// The edition in use.

extension RuleBook {
    /// The rules since the program began.
    package static let current = RuleBook(edition: "1", inForceFrom: Day(number: 0), machines: [])
}
