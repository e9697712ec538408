// Categories that are told as one, so that a table can be published.

/// Several categories of a breakdown that are to be printed as one.
package struct Merge: Hashable, Sendable {
    /// The table's id.
    package let table: String
    /// The categories, all of them rows or all of them columns.
    package let parts: [String]
    /// What they are called together.
    package let name: String

    /// Categories to be told as one.
    package init(table: String, parts: [String], name: String) {
        (self.table, self.parts, self.name) = (table, parts, name)
    }

    /// A merge as a command line says it: `TABLE:A+B=NAME`.
    ///
    /// - Throws: ``ReleaseFault`` if it is not so written, names one category only, or one twice.
    package init(_ text: String) throws(ReleaseFault) {
        guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="), colon < equals else {
            throw .merge(text, "write TABLE:A+B=NAME")
        }
        table = String(text[..<colon])
        let between = text[text.index(after: colon)..<equals]
        parts = between.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        name = String(text[text.index(after: equals)...])
        guard !table.isEmpty, !name.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else {
            throw .merge(text, "write TABLE:A+B=NAME")
        }
        guard parts.count > 1 else { throw .merge(text, "name two categories or more") }
        guard parts.repeated.isEmpty else { throw .merge(text, "\(parts.repeated[0]) is named twice") }
    }

    /// The merge as a command line says it.
    package var text: String { "\(table):\(parts.joined(separator: "+"))=\(name)" }
}
