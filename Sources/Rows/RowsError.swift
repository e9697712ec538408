// What a row can hold that no program wrote.

/// A row that is not in its form: the store was changed by another program, or a newer one.
package struct RowsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The table, and what is wrong; never what the row holds.
    package let description: String

    init(_ table: StaticString, _ what: StaticString) { description = "A row of \(table) is damaged: \(what)." }
}
