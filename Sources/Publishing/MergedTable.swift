// A breakdown with categories told as one: as the ledger has it, and as it is printed.

import DisclosureControl
import Figures

/// The table of a breakdown, the categories that are merged in it hidden below the one that stands for them.
struct MergedTable {
    /// The table as it enters the ledger.
    private(set) var table: Table
    /// The merges that were carried out.
    let merges: [Merge]

    /// A breakdown with some of its rows told as one.
    ///
    /// What is merged stays in the ledger, hidden: an earlier release may have told it, and a later one may.
    init(_ counts: BreakdownCounts, _ merges: [Merge]) throws(ReleaseFault) {
        var rows = counts.rows
        var parents = counts.rowParents
        var values = Dictionary(uniqueKeysWithValues: zip(counts.rows, counts.counts))
        var gone: Set<String> = []
        for merge in merges {
            for part in merge.parts { try Self.check(part, in: merge, counts, gone) }
            guard values[merge.name] == nil, !counts.cols.contains(merge.name) else {
                throw .merge(merge.text, "\(merge.name) is a category already")
            }
            let holders = Set(
                merge.parts.map { part in counts.rowParents.filter { $0.value.contains(part) }.keys.sorted() })
            guard holders.count == 1 else {
                throw .merge(merge.text, "they do not belong to one and the same category")
            }
            let sum = counts.cols.indices.map { col in
                merge.parts.reduce(0) { $0 + (values[$1]?[col] ?? 0) }
            }
            rows.insert(merge.name, at: rows.firstIndex(of: merge.parts[0]) ?? rows.endIndex)
            (values[merge.name], parents[merge.name]) = (sum, merge.parts)
            gone.formUnion(merge.parts)
        }
        self.merges = merges
        table = Table(
            counts.id, of: counts.figure, isCumulative: counts.isCumulative, rows: rows, cols: counts.cols,
            rowParents: parents, counts: rows.map { values[$0] ?? [] })
        for (index, row) in rows.enumerated() where gone.contains(row) {
            for col in counts.cols.indices { table.cells[index][col].showing = .hidden }
            table.rowTotals[index].showing = .hidden
        }
    }

    private static func check(
        _ part: String, in merge: Merge, _ counts: BreakdownCounts, _ gone: Set<String>
    ) throws(ReleaseFault) {
        if counts.cols.contains(part), counts.cols.count > 1 {
            throw .merge(
                merge.text, "\(part) is a column, and rows alone are merged: \(counts.rows.joined(separator: ", "))")
        }
        guard counts.rows.contains(part) else {
            throw .merge(merge.text, "there is no category \(part); there are \(counts.rows.joined(separator: ", "))")
        }
        if counts.rowParents[part] != nil { throw .merge(merge.text, "\(part) is a sum of others: merge those") }
        if gone.contains(part) { throw .merge(merge.text, "\(part) is merged twice") }
    }

    /// The table as it is printed, made of what disclosure control gave back: without what is merged.
    func printed(_ protected: Table, _ breakdown: Breakdown) -> PublishedTable {
        let gone = Set(merges.flatMap(\.parts))
        let kept = protected.rows.indices.filter { !gone.contains(protected.rows[$0]) }
        var parents = protected.rowParents
        for merge in merges {
            parents[merge.name] = nil
            for (parent, parts) in parents where parts.contains(where: merge.parts.contains) {
                parents[parent] = parts.flatMap { part -> [String] in
                    guard merge.parts.contains(part) else { return [part] }
                    return part == parts.first(where: merge.parts.contains) ? [merge.name] : []
                }
            }
        }
        return PublishedTable(
            id: protected.id, title: breakdown.title, headline: protected.headline, by: breakdown.by.map(\.rawValue),
            isCumulative: protected.isCumulative, rows: kept.map { protected.rows[$0] }, cols: protected.cols,
            rowParents: parents, cells: kept.map { protected.cells[$0].map(Shown.init) },
            rowTotals: kept.map { Shown(protected.rowTotals[$0]) }, colTotals: protected.colTotals.map(Shown.init),
            total: Shown(protected.total),
            notes: merges.map { "“\($0.name)” tells \($0.parts.joined(separator: ", ")) together." })
    }
}
