// One thing that is wrong with a line of a file.

/// A fault of a line: where it is and what it is, without the value that is wrong, which may be somebody's data.
package struct Fault: Error, Hashable, Sendable {
    /// The line's number, from 1.
    package let line: Int
    /// The key or field that is at fault, such as `on` or `fields.station`; nil where it is the line as a whole.
    package let field: String?
    /// The rule that is broken, where it is a rule of the rule book.
    package let rule: String?
    /// What is wrong, to follow the line and field.
    package let sentence: String

    package init(line: Int, field: String? = nil, rule: String? = nil, sentence: String) {
        (self.line, self.field, self.rule, self.sentence) = (line, field, rule, sentence)
    }

    /// The whole sentence: `line 3, on: is not a day, such as 2018-10-31`.
    package var text: String {
        let place = field.map { ", \($0)" } ?? ""
        // The name of a lifecycle alone, where the event is none of its events, tells a reader nothing.
        let broken = rule.map { $0.contains(".") ? " (\($0))" : "" } ?? ""
        return "line \(line)\(place): \(sentence)\(broken)"
    }
}
