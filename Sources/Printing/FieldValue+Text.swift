// A field's value for people, and for programs.

package import Lifecycle

extension FieldValue {
    /// The value as it is shown and typed.
    package var text: String {
        switch self {
        case .text(let text), .choice(let text): text
        case .day(let day): day.iso
        case .reference(let reference): reference.text
        case .count(let count): String(count)
        case .flag(let flag): flag ? "yes" : "no"
        }
    }

    /// The value as an import line writes it.
    package var json: JSON {
        switch self {
        case .text(let text), .choice(let text): .text(text)
        case .day(let day): .text(day.iso)
        case .reference(let reference): .text(reference.text)
        case .count(let count): .number(count)
        case .flag(let flag): .flag(flag)
        }
    }
}

extension [String: FieldValue] {
    /// The fields by name.
    package var json: JSON {
        .object(keys.sorted().map { ($0, self[$0]?.json ?? .null) })
    }

    /// The fields by name, as rows of a table.
    var rows: [[String]] {
        keys.sorted().map { [$0, self[$0]?.text ?? ""] }
    }
}
