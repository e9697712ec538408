// The report as plain text, a screen wide.

extension Paper {
    /// The text.
    var text: String {
        let banner = watermark.map { "*** \($0) ***\n\n" } ?? ""
        var text = banner + wrapped(title) + String(repeating: "=", count: min(title.count, screenWidth)) + "\n\n"
        text += columns(front.map { [$0.name, $0.words] })
        var table = 0
        for (place, section) in sections.enumerated() {
            let heading = "\(place + 1). \(section.title)"
            text += "\n\n\(wrapped(heading))\(String(repeating: "-", count: min(heading.count, screenWidth)))\n"
            for block in section.blocks { text += Self.text(block, &table) }
        }
        return text + (watermark.map { "\n*** \($0) ***\n" } ?? "")
    }

    private static func text(_ block: Block, _ table: inout Int) -> String {
        switch block {
        case .heading(let words): return "\n" + wrapped(words)
        case .text(let words): return "\n" + wrapped(words)
        case .statement(let all): return all.map { "\n" + wrapped($0) }.joined()
        case .list(let items): return "\n" + items.map { wrapped($0, after: "- ") }.joined()
        case .cards: return ""
        case .verbatim(_, let words): return "\n" + visible(words) + (words.hasSuffix("\n") ? "" : "\n")
        case .sheet(let sheet):
            table += 1
            return "\n" + sheet.text(number: table)
        }
    }
}

extension Sheet {
    fileprivate func text(number: Int) -> String {
        var text = wrapped("Table \(number): \(title)") + lead.map { wrapped($0) }.joined() + "\n"
        switch manner {
        case .terms:
            for row in rows where row.entries.count > 1 {
                text += wrapped(row.entries[0].text) + wrapped(row.entries[1].text, after: "    ")
                let more = zip(columns, row.entries).dropFirst(2).map { "\($0.title.lowered): \($1.text)" }
                text += wrapped(more.joined(separator: "; ").closed, after: "    ")
            }
        case .notes:
            for row in rows {
                text += wrapped(row.entries.last?.text ?? "", after: "\(row.entries.first?.text ?? "") ")
            }
        case .grid: text += lined
        }
        if let verdict { text += "\n" + wrapped(verdict.words) }
        return text
    }

    /// The rows in columns, numbers to the right; a heading that is wider than its column takes several lines.
    private var lined: String {
        let limits = columns.indices.map { place in
            max(
                rows.map { place < $0.entries.count ? min($0.entries[place].text.count, place == 0 ? 58 : 24) : 0 }
                    .max() ?? 0,
                columns[place].isNumber ? 13 : 12)
        }
        var text = Self.row(columns.map(\.title), limits, columns)
        text += limits.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
        var group: String?
        for row in rows {
            if let heading = row.group, heading != group { text += "\(visible(heading, oneLine: true)):\n" }
            group = row.group
            let indent = row.weight == .part ? "  " : ""
            let words = row.entries.enumerated().map { ($0 == 0 ? indent : "") + visible($1.text, oneLine: true) }
            text += Self.row(words, limits, columns)
        }
        return text
    }

    private static func row(_ words: [String], _ widths: [Int], _ columns: [Column]) -> String {
        let cells = zip(words, widths).map { broken($0, at: $1) }
        let height = cells.map(\.count).max() ?? 1
        return (0..<height).map { line in
            var text = ""
            for (place, cell) in cells.enumerated() {
                let word = line < cell.count ? cell[line] : ""
                let space = String(repeating: " ", count: max(0, widths[place] - word.count))
                text += (place == 0 ? "" : "  ") + (columns[place].isNumber ? space + word : word + space)
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text + "\n"
        }.joined()
    }

    /// Words in lines of a width; only a word that is wider by itself is cut.
    private static func broken(_ words: String, at width: Int) -> [String] {
        let indent = String(words.prefix { $0 == " " })
        var lines: [String] = []
        var line = indent
        for word in words.split(separator: " ") {
            var rest = String(word)
            if line.count > indent.count, line.count + 1 + rest.count > width {
                lines.append(line)
                line = indent
            }
            while indent.count + rest.count > width, width > indent.count {
                lines.append(indent + rest.prefix(width - indent.count))
                rest = String(rest.dropFirst(width - indent.count))
            }
            line += (line.count > indent.count ? " " : "") + rest
        }
        return lines + [line]
    }
}
