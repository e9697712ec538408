// What disclosure control made of a draft.

/// A draft with its hidden numbers marked, what had to be left out of it, and the proof that the rest is safe.
package struct Protection: Hashable, Sendable, Codable {
    /// The draft as it may be published: withheld tables are gone, and what is hidden is marked in its cells.
    package let statement: Statement
    /// The tables that are left out.
    package let withheld: [WithheldTable]
    /// What a person should look at: a whole line in one cell, a fact from elsewhere that is not what the file counts.
    package let warnings: [String]
    /// The worlds that prove it.
    package let certificate: Certificate

    /// What came of a draft.
    package init(
        statement: Statement, withheld: [WithheldTable], warnings: [String], certificate: Certificate
    ) {
        (self.statement, self.withheld, self.warnings, self.certificate) = (statement, withheld, warnings, certificate)
    }
}

/// A table that cannot be published this time.
package struct WithheldTable: Hashable, Sendable, Codable {
    /// The table's id.
    package let table: String
    /// Why, in a sentence.
    package let because: String
    /// Categories that would have to be merged, what helps most first; empty where time alone helps.
    package let merge: [String]
    /// The last release that carries it, if one does.
    package let last: String?

    /// A table left out.
    package init(table: String, because: String, merge: [String] = [], last: String? = nil) {
        (self.table, self.because, self.merge, self.last) = (table, because, merge, last)
    }
}
