// Why a breakdown cannot be.

/// A breakdown that was asked for and is not made, in the sentence that the asker reads.
package struct BreakdownRefusal: Error, Hashable, Sendable {
    /// What is wrong, for programs.
    package enum Why: String, Hashable, Sendable {
        /// There is no such figure.
        case unknownFigure
        /// There is no such characteristic.
        case unknownCharacteristic
        /// The figure cannot be broken down by it.
        case unfit
        /// More than two are crossed, or two that must not be.
        case forbiddenCross
        /// The total is so small that its parts would be people.
        case tooFew
        /// Two breakdowns of one figure give each other away.
        case clash
    }

    package let why: Why
    /// The sentence.
    package let message: String

    /// What it comes from, whichever figure it is of: what is said once of several.
    package let rule: String

    init(_ why: Why, _ message: String, rule: String = "") {
        (self.why, self.rule) = (why, rule.isEmpty ? message : rule)
        self.message = message + (rule.isEmpty ? "" : " " + rule)
    }

    /// Whether it is only a name that was not understood, and not a rule that says no.
    package var isMisspelt: Bool { why == .unknownFigure || why == .unknownCharacteristic }
}
