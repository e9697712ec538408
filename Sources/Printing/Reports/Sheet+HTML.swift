// A table on the page, with its chart beside it.

extension Sheet {
    /// The table with all that belongs to it.
    func html(number: Int) -> String {
        switch manner {
        case .grid: grid(number)
        case .terms: terms(number)
        case .notes: notes(number)
        }
    }

    private func grid(_ number: Int) -> String {
        var page =
            "<div class=\"piece\(chart == nil || columns.count > 3 ? "" : " drawn")\(rows.count > 12 ? " long" : "")\">\n"
        page += "<h3 id=\"table-\(number)\">Table \(number): \(markup(title))</h3>\n"
        page +=
            lead.isEmpty ? "" : "<div class=\"lead\">\n" + lead.map { "<p>\(markup($0))</p>\n" }.joined() + "</div>\n"
        page +=
            "<div class=\"sides\">\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"table-\(number)\" tabindex=\"0\">\n"
        page +=
            "<table class=\"\(columns.count > 3 ? "wide" : "narrow")\">\n<caption>\(markup(title))</caption>\n<thead>\n<tr>"
        for column in columns {
            page += "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(markup(column.title))</th>"
        }
        page += "</tr>\n</thead>\n" + bodies + "</table>\n</div>\n"
        if let chart { page += chart.svg(number) }
        page += "</div>\n"
        if let verdict {
            let mark = verdict.finding == .fails ? "✗" : "✓"
            page +=
                "<p class=\"verdict\(verdict.finding == .fails ? " fails" : "")\"><span aria-hidden=\"true\">\(mark)</span> "
            page += "\(markup(verdict.words))</p>\n"
        }
        return page + "</div>\n"
    }

    /// The rows, those of each group in a body of their own under its heading.
    private var bodies: String {
        var page = ""
        var group: String?
        var isOpen = false
        for row in rows {
            if !isOpen || row.group != group {
                page += isOpen ? "</tbody>\n<tbody>\n" : "<tbody>\n"
                if let heading = row.group {
                    page +=
                        "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(columns.count)\">\(markup(heading))</th></tr>\n"
                }
                (group, isOpen) = (row.group, true)
            }
            page += Self.weights[row.weight].map { "<tr class=\"\($0)\">" } ?? "<tr>"
            for (place, entry) in row.entries.enumerated() {
                let isNumber = columns.indices.contains(place) && columns[place].isNumber
                let kind = isNumber ? " class=\"n\"" : ""
                page += place == 0 ? "<th scope=\"row\">\(entry.html)</th>" : "<td\(kind)>\(entry.html)</td>"
            }
            page += "</tr>\n"
        }
        return page + (isOpen ? "</tbody>\n" : "")
    }

    private static let weights: [Weight: String] = [.total: "total", .part: "part"]

    private func terms(_ number: Int) -> String {
        var page =
            "<div class=\"piece\">\n<h3 id=\"table-\(number)\">Table \(number): \(markup(title))</h3>\n<dl class=\"terms\">\n"
        for row in rows where row.entries.count > 1 {
            page += "<div><dt>\(row.entries[0].html)</dt><dd>\(row.entries[1].html)"
            let more = zip(columns, row.entries).dropFirst(2).map { "\($0.title.lowered): \($1.text)" }
            page +=
                more.isEmpty
                ? "</dd></div>\n" : " <span class=\"small\">\(markup(more.joined(separator: "; ")))</span></dd></div>\n"
        }
        return page + "</dl>\n</div>\n"
    }

    private func notes(_ number: Int) -> String {
        "<div class=\"piece\">\n<h3 id=\"table-\(number)\">Table \(number): \(markup(title))</h3>\n<dl class=\"notes\">\n"
            + rows.map { row in
                "<div><dt>\(row.entries.first?.html ?? "")</dt><dd>\(row.entries.last?.html ?? "")</dd></div>\n"
            }.joined() + "</dl>\n</div>\n"
    }
}

extension Entry {
    /// What stands in its place on a page: a true minus, and thousands set apart.
    var html: String {
        switch self {
        case .words(let words): markup(words)
        case .mark(let mark): "<span class=\"mark\">\(markup(mark))</span>"
        case .number(let count): Self.grouped(count)
        case .change(let count): (count > 0 ? "+" : "") + Self.grouped(count)
        case .range(let low, let high):
            low == high ? Self.grouped(low) : "\(Self.grouped(low)) to \(Self.grouped(high))"
        }
    }

    private static func grouped(_ count: Int) -> String {
        var digits = String(count.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (count < 0 ? "\u{2212}" : "") + ([digits] + groups).joined(separator: ",")
    }
}
