// What is told of an operation elsewhere: in court, in a newspaper, in an answer to a question.

import DisclosureControl

extension Statement {
    /// A true and rough remark about one cell of this release; nil if it has no table.
    func hearsay(_ number: Int, using chance: inout SeededGenerator) -> KnownFact? {
        guard let table = tables.randomElement(using: &chance) else { return nil }
        let row = Int.random(in: table.rows.indices, using: &chance)
        let col = Int.random(in: table.cols.indices, using: &chance)
        let count = table.cells[row][col].count
        return KnownFact(
            "FACT-\(number)", day: day, of: table.id, cells: [.init(row: table.rows[row], col: table.cols[col])],
            least: max(0, count - Int.random(in: 3...9, using: &chance)),
            most: count + Int.random(in: 3...9, using: &chance))
    }
}
