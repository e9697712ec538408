// What values a field may take.

/// The type of a field.
package enum FieldType: Hashable, Sendable {
    case text
    case day
    /// One of these codes or words, and no other.
    case choice([String])
    /// A record of that kind.
    case reference(RecordKind)
    /// A whole number between these, both included.
    case count(min: Int?, max: Int?)
    case flag

    /// The type's name in the rule book's JSON.
    package var name: String {
        switch self {
        case .text: "text"
        case .day: "day"
        case .choice: "choice"
        case .reference: "reference"
        case .count: "count"
        case .flag: "flag"
        }
    }
}
