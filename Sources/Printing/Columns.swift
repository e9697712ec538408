// Rows of words set in columns.

/// The rows with each column as wide as its widest word; words are made safe and kept on one line.
package func columns(_ rows: [[String]]) -> String {
    let shown = rows.map { $0.map { visible($0, oneLine: true) } }
    let count = shown.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in shown.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return shown.map { row in
        var line = ""
        for (column, word) in row.enumerated() {
            line += word
            let isLast = row[(column + 1)...].allSatisfy(\.isEmpty)
            if isLast { break }
            line += String(repeating: " ", count: widths[column] - word.count + 2)
        }
        return line + "\n"
    }.joined()
}

/// The rows with the first column set to the left and the others, which are numbers under their heads, to the right.
func numberColumns(_ rows: [[String]]) -> String {
    let shown = rows.map { $0.map { visible($0, oneLine: true) } }
    let widths = (shown.first ?? []).indices.map { column in shown.map { $0[column].count }.max() ?? 0 }
    return shown.map { row in
        let cells = row.indices.map { column in
            let space = String(repeating: " ", count: widths[column] - row[column].count)
            return column == 0 ? row[column] + space : space + row[column]
        }
        return cells.joined(separator: "  ") + "\n"
    }.joined()
}
