// Breakdowns as JSON: tables of the shape in which a release has them, and marked as none.

package import Figures
import Lifecycle

extension BreakdownCounts {
    /// The table: `id`, `rows`, `cols`, `cells`, `row_totals`, `col_totals`, `total`, `row_parents`, and what it is of.
    ///
    /// - Parameter why: why it may not be published even with cells hidden, if so.
    package func json(unpublishable why: String?) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("figure", .text(figure)), ("title", .text(Figure.named(figure)?.title ?? figure)),
            ("by", .list(by.map { .text($0) })), ("asAt", .text(asAt.iso)), ("cumulative", .flag(isCumulative)),
            ("rows", .list(rows.map { .text($0) })), ("cols", .list(cols.map { .text($0) })),
            ("cells", .list(counts.map { .list($0.map { .number($0) }) })),
            ("row_totals", .list(rowTotals.map { .number($0) })), ("col_totals", .list(colTotals.map { .number($0) })),
            ("total", .number(total)),
        ]
        if !rowParents.isEmpty {
            let parents = rows.compactMap { row in
                rowParents[row].map { (row, JSON.list($0.map { .text($0) })) }
            }
            members.append(("row_parents", .object(parents)))
        }
        if let recording {
            members.append(
                (
                    "recorded",
                    [
                        "value": .number(recording.recorded), "of": .number(recording.of),
                        "self-defined": .number(recording.selfDefined),
                        "officer-perceived": .number(recording.officerPerceived),
                        "source not recorded": .number(recording.sourceNotRecorded),
                    ]
                ))
        }
        members.append(("notes", .list(notes.map { .text($0) })))
        members.append(("notForPublication", true))
        if let why { members.append(("unpublishable", .text(why))) }
        return .object(members)
    }
}

extension Report {
    /// The figures from elsewhere with their numbers that are told by a characteristic.
    package func sourcedJSON(by characteristic: Characteristic) -> JSON {
        .list(
            told(by: characteristic).answers.compactMap { answer in
                guard case .sourced(let sourced) = answer.value else { return nil }
                return .object([("figure", .text(answer.figure.id))] + sourced.members)
            })
    }
}
