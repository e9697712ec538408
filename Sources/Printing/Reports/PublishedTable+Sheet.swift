// A published breakdown as a table of the report.

import Publishing

extension PublishedTable {
    /// The table with its totals and, by one characteristic, its chart.
    ///
    /// - Parameter whole: what its total is called.
    func sheet(asAt day: String, whole: String) -> Sheet {
        let parts = Set(rowParents.values.joined())
        let printed: [Sheet.Row]
        let columns: [Sheet.Column]
        let first = Sheet.Column(title: by.first.map(\.capitalisedFirst) ?? "Category", isNumber: false)
        if isOneWay {
            columns = [first, Sheet.Column(title: "Number")]
            printed =
                rows.indices.map { row in
                    Sheet.Row(entries: [.words(rows[row]), Entry(place(row, 0))], weight: weight(rows[row], parts))
                } + [Sheet.Row(entries: [.words("Total"), Entry(total)], weight: .total)]
        } else {
            columns = [first] + cols.map { Sheet.Column(title: $0) } + [Sheet.Column(title: "Total")]
            printed =
                rows.indices.map { row in
                    Sheet.Row(
                        entries: [.words(rows[row])] + cols.indices.map { Entry(place(row, $0)) } + [
                            Entry(rowTotal(row))
                        ],
                        weight: weight(rows[row], parts))
                } + [
                    Sheet.Row(
                        entries: [.words("Total")] + cols.indices.map { Entry(colTotal($0)) } + [Entry(total)],
                        weight: .total)
                ]
        }
        let sums = rowParents.isEmpty ? [] : ["A row in bold is the sum of the rows set in below it."]
        return Sheet(
            id: id, title: title,
            lead: ["\(whole), as at \(day). Each person is counted in one row."] + sums + Marker.explained(in: printed)
                + notes, columns: columns, rows: printed, chart: isOneWay ? chart : nil)
    }

    private var isOneWay: Bool { cols.count < 2 && by.count < 2 }

    private var chart: Chart? {
        let parts = Set(rowParents.values.joined())
        let shown = rows.indices.filter { !parts.contains(rows[$0]) || rows.count < 13 }
        guard shown.contains(where: { place($0, 0).count != nil }) else { return nil }
        return Chart(
            title: title, summary: shown.map { "\(rows[$0]): \(Entry(place($0, 0)).text)." }.joined(separator: " "),
            rows: shown.map { Chart.Row(label: rows[$0], bars: [Chart.Bar(Entry(place($0, 0)), .now)]) })
    }

    private func weight(_ row: String, _ parts: Set<String>) -> Sheet.Weight {
        if rowParents[row] != nil { return .total }
        return parts.contains(row) ? .part : .plain
    }

    // What was stored may have been made by anybody: a place that is not there is not available.
    private func place(_ row: Int, _ col: Int) -> Shown {
        cells.indices.contains(row) && cells[row].indices.contains(col) ? cells[row][col] : .unavailable
    }
    private func rowTotal(_ row: Int) -> Shown { rowTotals.indices.contains(row) ? rowTotals[row] : .unavailable }
    private func colTotal(_ col: Int) -> Shown { colTotals.indices.contains(col) ? colTotals[col] : .unavailable }
}

extension String {
    /// The same with a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
