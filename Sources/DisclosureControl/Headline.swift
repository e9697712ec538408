// A total that is published by itself.

/// A headline figure of a statement: a total, whole.
package struct Headline: Hashable, Sendable, Codable {
    /// The figure's id: `people-charged`.
    package let id: String
    /// What it comes to, and what is shown of it.
    package var cell: Cell
    /// Whether it only ever grows.
    package let isCumulative: Bool
    /// Whether it is an agreed operational total: shown exactly, however small.
    package let isExempt: Bool

    /// A headline, shown until it is told otherwise.
    package init(_ id: String, _ count: Int, isCumulative: Bool, isExempt: Bool) {
        (self.id, cell, self.isCumulative, self.isExempt) = (id, Cell(count), isCumulative, isExempt)
    }
}
