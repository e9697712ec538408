// A field's value, typed by the rule book.

package import Lifecycle

extension Scalar {
    /// The value as one of a type; nil if it cannot be one.
    ///
    /// A line of a file writes days, choices and references as text, counts as numbers and flags as `true` or `false`,
    /// and in no other way. Whether the type admits the value (a choice that exists, a count within its bounds) is the
    /// rule book's to say.
    package func value(as type: FieldType) -> FieldValue? {
        switch (type, self) {
        case (.text, .text(let text)): .text(text)
        case (.day, .text(let text)): Day(text).map { .day($0) }
        case (.choice, .text(let text)): .choice(text)
        case (.reference, .text(let text)): Reference(text).map { .reference($0) }
        case (.count, .number(let number)): .count(number)
        case (.flag, .flag(let flag)): .flag(flag)
        case (.text, _), (.day, _), (.choice, _), (.reference, _), (.count, _), (.flag, _): nil
        }
    }

    /// The value as a line of a file writes it.
    package init(_ value: FieldValue) {
        switch value {
        case .text(let text), .choice(let text): self = .text(text)
        case .day(let day): self = .text(day.iso)
        case .reference(let reference): self = .text(reference.text)
        case .count(let count): self = .number(count)
        case .flag(let flag): self = .flag(flag)
        }
    }

    /// The value that a word of a command line says, for a field of a type; nil if it says none.
    ///
    /// A flag is `true`, `yes`, `false`, `no`, or said by its name alone (`word` nil).
    package init?(word: String?, as type: FieldType) {
        guard let word else {
            guard case .flag = type else { return nil }
            self = .flag(true)
            return
        }
        switch type {
        case .text, .day, .choice, .reference: self = .text(word)
        case .count:
            guard let number = Int(word) else { return nil }
            self = .number(number)
        case .flag:
            switch word {
            case "true", "yes": self = .flag(true)
            case "false", "no": self = .flag(false)
            default: return nil
            }
        }
    }
}
