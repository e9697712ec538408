// Which values a field may hold.

extension FieldType {
    /// Whether a field of this type may hold the value.
    package func admits(_ value: FieldValue) -> Bool {
        switch (self, value) {
        case (.text, .text(let text)): !text.utf8.allSatisfy { $0 <= UInt8(ascii: " ") }
        case (.day, .day), (.flag, .flag): true
        case (.choice(let choices), .choice(let choice)): choices.contains(choice)
        case (.reference(let kind), .reference(let reference)): reference.kind == kind
        case (.count(let min, let max), .count(let count)):
            (min.map { count >= $0 } ?? true) && (max.map { count <= $0 } ?? true)
        case (.text, _), (.day, _), (.flag, _), (.choice, _), (.reference, _), (.count, _): false
        }
    }
}
