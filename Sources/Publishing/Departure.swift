// Where a release goes below the policy, and why.

/// A departure from the disclosure policy for one table: whoever drafts asks for it, a data-protection officer answers it.
package struct Departure: Hashable, Sendable {
    /// What of the policy is departed from; the raw value is what a user says.
    package enum Parameter: String, CaseIterable, Hashable, Sendable {
        /// Counts from the value up are shown, instead of from the policy's threshold.
        case threshold
        /// With 0: the table is published although nothing proves that what it hides stays hidden.
        case certificate

        /// The values that it may be given.
        package var values: ClosedRange<Int> {
            switch self {
            case .threshold: 1...9
            case .certificate: 0...0
            }
        }
    }

    /// The table's id.
    package let table: String
    /// What is departed from.
    package let parameter: Parameter
    /// To what.
    package let value: Int
    /// Why, in one line, for those who check and approve.
    package let because: String

    /// A departure and its reason.
    package init(table: String, parameter: Parameter, value: Int, because: String) {
        (self.table, self.parameter, self.value, self.because) = (table, parameter, value, because)
    }

    /// Reads `TABLE:PARAMETER=N`; nil if it is none or the value cannot be.
    package init?(reading text: String, because: String) {
        guard let equals = text.lastIndex(of: "="), let colon = text[..<equals].lastIndex(of: ":"),
            let parameter = Parameter(rawValue: String(text[text.index(after: colon)..<equals])),
            let value = Int(text[text.index(after: equals)...]), parameter.values.contains(value)
        else { return nil }
        let table = String(text[..<colon])
        guard !table.isEmpty else { return nil }
        self.init(table: table, parameter: parameter, value: value, because: because)
    }

    /// As a user says it: `people-charged/sex:threshold=5`.
    package var text: String { "\(table):\(parameter.rawValue)=\(value)" }

    /// What it comes to, in a sentence.
    package var words: String {
        switch parameter {
        case .threshold: "In \(table) counts of \(value) and more are shown, which is below the policy's threshold."
        case .certificate: "\(table) is published without a proof that what it hides stays hidden."
        }
    }
}
