// The tables as comma-separated values (RFC 4180), in which no text is ever taken for a formula.

extension Paper {
    /// Every table in one file: a line for each place, with the table, the row and the column that it stands in.
    var csv: String {
        let body = sheets.flatMap { sheet in
            sheet.rows.flatMap { row in
                zip(sheet.columns, row.entries).dropFirst().map { column, entry in
                    [
                        .words(sheet.id), .words(sheet.title), .words(row.group ?? sheet.title),
                        row.entries.first ?? .mark("[x]"), .words(column.title), entry,
                    ]
                }
            }
        }
        let head: [Entry] = ["table", "title", "group", "row", "column", "value"].map { .words($0) }
        return CSV.text(marked(head.count) + [head] + body)
    }

    /// Each table in a file of its own, named by its number; the first file says what they are.
    var csvFiles: [(name: String, text: String)] {
        let list: [[Entry]] =
            [[.words("file"), .words("table"), .words("title")]]
            + sheets.enumerated().map { [.words(Self.name($0)), .words($1.id), .words($1.title)] }
        let files = sheets.enumerated().map { place, sheet in
            (
                name: Self.name(place),
                text: CSV.text(marked(sheet.columns.count + (sheet.isGrouped ? 1 : 0)) + sheet.grid)
            )
        }
        return [(name: "contents.csv", text: CSV.text(marked(3) + list))] + files
    }

    private static func name(_ place: Int) -> String { "table-\(place < 9 ? "0" : "")\(place + 1).csv" }

    /// The line that says that it is a draft, as wide as all lines are.
    private func marked(_ width: Int) -> [[Entry]] {
        watermark.map { [[.words($0)] + Array(repeating: .words(""), count: width - 1)] } ?? []
    }
}

extension Sheet {
    /// One row of headings and the rows; headings of rows in a column of their own.
    var grid: [[Entry]] {
        [(isGrouped ? [.words(Self.group)] : []) + columns.map { .words($0.title) }]
            + rows.map { (isGrouped ? [.words($0.group ?? "none")] : []) + $0.entries }
    }
}

/// Writing comma-separated values.
private enum CSV {
    static func text(_ rows: [[Entry]]) -> String {
        // The mark by which spreadsheets know the file for UTF-8.
        "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ entry: Entry) -> String {
        switch entry {
        case .number(let count), .change(let count): return String(count)
        case .words, .range, .mark:
            var text = visible(entry.text, oneLine: true)
            if let first = text.first(where: { $0 != " " }), formula.contains(first) { text = "'" + text }
            guard text.contains(where: { $0 == "," || $0 == "\"" }) || text.hasPrefix(" ") || text.hasSuffix(" ") else {
                return text
            }
            return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
    }

    /// What spreadsheets take for the beginning of a formula, in the wide forms too.
    private static let formula: Set<Character> = ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"]
}
