// Where a sealed value stands.

/// The place of a sealed value in the store: sealed for one place, it does not open in another.
package struct Place: Hashable, Sendable {
    /// The table.
    package let table: String
    /// The row's number.
    package let row: Int64
    /// The field.
    package let field: String

    /// Names a place.
    package init(table: String, row: Int64, field: String = "") {
        (self.table, self.row, self.field) = (table, row, field)
    }
}
