// One sheet of the spreadsheet: what stands above, and one table with one row of headings.

/// A worksheet.
struct Grid {
    let name: String
    /// The title, which stands in the first cell, and what must be read before the table.
    let above: [String]
    /// The headings and the rows.
    let rows: [[Entry]]
    /// Whether the first column names worksheets, which are then links.
    var links = false

    /// The sheet as OpenDocument has it.
    func xml(_ watermark: String?) -> String {
        let width = rows.map(\.count).max() ?? 1
        var xml = "<table:table table:name=\"\(markup(name))\">\n<table:table-column table:style-name=\"wide\"/>"
        for place in 1..<max(2, width) {
            xml += "<table:table-column table:style-name=\"\(place == 1 && width == 2 ? "wide" : "plain")\"/>"
        }
        xml += "\n"
        for (place, words) in heading(watermark).enumerated() {
            let style = place == 0 ? "Title" : words == watermark ? "Warning" : "Default"
            xml += "<table:table-row>\(Self.cell(.words(words), style))</table:table-row>\n"
        }
        for (place, row) in rows.enumerated() {
            if place == 0 { xml += "<table:table-header-rows>\n" }
            xml += "<table:table-row>"
            for (column, entry) in row.enumerated() {
                xml +=
                    place == 0
                    ? Self.cell(entry, "Head") : links && column == 0 ? Self.link(entry.text) : Self.cell(entry, nil)
            }
            xml += "</table:table-row>\n"
            if place == 0 { xml += "</table:table-header-rows>\n" }
        }
        return xml + "</table:table>\n"
    }

    /// The range of the table with its headings, by which programs know it for one.
    func range(_ watermark: String?) -> String? {
        guard rows.count > 1, let width = rows.first?.count else { return nil }
        let first = heading(watermark).count + 1
        let last = first + rows.count - 1
        return "<table:database-range table:name=\"\(markup(name.lowercased()))\" table:contains-header=\"true\" "
            + "table:display-filter-buttons=\"false\" table:target-range-address=\"\(markup(name)).A\(first):\(markup(name))."
            + "\(Self.letters(width))\(last)\"/>"
    }

    private func heading(_ watermark: String?) -> [String] {
        above.prefix(1) + (watermark.map { [$0] } ?? []) + above.dropFirst()
    }

    private static func cell(_ entry: Entry, _ style: String?) -> String {
        if let count = entry.count {
            return "<table:table-cell table:style-name=\"\(style ?? "Number")\" office:value-type=\"float\" "
                + "office:value=\"\(count)\"><text:p>\(markup(entry.text))</text:p></table:table-cell>"
        }
        let plain: String =
            switch entry {
            case .words: "Words"
            case .number, .change, .range, .mark: "Number"
            }
        return "<table:table-cell table:style-name=\"\(style ?? plain)\" office:value-type=\"string\"><text:p>"
            + "\(markup(entry.text))</text:p></table:table-cell>"
    }

    private static func link(_ sheet: String) -> String {
        "<table:table-cell table:style-name=\"Words\" office:value-type=\"string\"><text:p><text:a xlink:type=\"simple\" "
            + "xlink:href=\"#\(markup(sheet)).A1\">\(markup(sheet))</text:a></text:p></table:table-cell>"
    }

    /// The name of a column: A to Z, then AA.
    private static func letters(_ column: Int) -> String {
        var rest = column
        var name = ""
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}
