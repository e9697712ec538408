// The headline table: each measure on this day, before, and a year ago.

import Publishing

extension ReleaseContent {
    var headlineSection: Paper.Section {
        let rows = grouped
        let sheet = headlineTable(
            rows, id: "headlines", title: "Headline figures as at \(inWords(asAt))",
            lead: [
                """
                Counts of people are of different people; counts of arrests, investigations, trials and posts are not counts \
                of people. A range is a plan.
                """
            ])
        let notes = noteTable(rows, id: "notes", title: "Notes to the headline figures")
        return Paper.Section(
            id: "headlines", title: "Headline figures",
            blocks: [.sheet(sheet)] + (notes.rows.isEmpty ? [] : [.sheet(notes)]))
    }

    /// A table of measures, with what they were and how they changed.
    func headlineTable(_ rows: [HeadlineRow], id: String, title: String, lead: [String]) -> Sheet {
        let notes = notes(of: rows)
        let printed = rows.map { row in
            var remarks = row.isRevised ? ["[r]"] : []
            remarks += row.notes.compactMap { note in notes.firstIndex(of: note).map { "[note \($0 + 1)]" } }
            var entries: [Entry] = [.words(row.title), Entry(row.now)]
            if previous != nil { entries += [Entry(row.previous), Entry(change: row.change(since: row.previous))] }
            entries += [Entry(row.yearAgo), Entry(change: row.change(since: row.yearAgo))]
            entries.append(.words(remarks.isEmpty ? "none" : remarks.joined(separator: " ")))
            return Sheet.Row(entries: entries, group: heading(of: row.group))
        }
        var columns = [Sheet.Column(title: "Measure", isNumber: false), Sheet.Column(title: inWords(asAt))]
        if let previous {
            let of = previousAsAt.map { " (\(inWords($0)))" } ?? ""
            columns += [
                Sheet.Column(title: "Previous report, \(previous)\(of)"),
                Sheet.Column(title: "Change on the previous report"),
            ]
        }
        columns += [
            Sheet.Column(title: "A year ago (\(inWords(yearAgo)))"), Sheet.Column(title: "Change on a year ago"),
            Sheet.Column(title: "Note", isNumber: false),
        ]
        return Sheet(
            id: id, title: title, lead: lead + Marker.explained(in: printed), columns: columns, rows: printed)
    }

    /// The notes that a table's numbers point to.
    func noteTable(_ rows: [HeadlineRow], id: String, title: String) -> Sheet {
        Sheet(
            id: id, title: title,
            columns: [Sheet.Column(title: "Note", isNumber: false), Sheet.Column(title: "Text", isNumber: false)],
            rows: notes(of: rows).enumerated().map {
                Sheet.Row(entries: [.words("[note \($0 + 1)]"), .words($1)])
            }, manner: .notes)
    }

    /// Every note once, in the order of the rows.
    private func notes(of rows: [HeadlineRow]) -> [String] {
        var seen: Set<String> = []
        return rows.flatMap(\.notes).filter { seen.insert($0).inserted }
    }

    /// How a group of measures is headed.
    func heading(of group: String) -> String {
        switch group {
        case "victims": "Victims and support"
        case "court": "At court"
        case "team": "The team"
        case "hub": "From elsewhere"
        default: group.prefix(1).uppercased() + group.dropFirst()
        }
    }

    /// Measures as they are now and were a year ago, with the chart of both.
    func thenAndNow(_ rows: [HeadlineRow], id: String, title: String) -> Sheet {
        let printed = rows.map {
            Sheet.Row(entries: [.words($0.title), Entry($0.now), Entry($0.yearAgo)])
        }
        let drawn = rows.filter { $0.now.count != nil || $0.yearAgo?.count != nil }
        let chart = Chart(
            title: title,
            summary: drawn.map {
                "\($0.title): \(Entry($0.now).text) now, \(Entry($0.yearAgo).text) a year ago."
            }.joined(separator: " "),
            rows: drawn.map { row in
                Chart.Row(
                    label: row.title, bars: [Chart.Bar(Entry(row.now), .now), Chart.Bar(Entry(row.yearAgo), .then)])
            },
            key: [
                Chart.Key(kind: .now, words: inWords(asAt)),
                Chart.Key(kind: .then, words: "a year ago, \(inWords(yearAgo))"),
            ])
        return Sheet(
            id: id, title: title, lead: Marker.explained(in: printed),
            columns: [
                Sheet.Column(title: "Measure", isNumber: false), Sheet.Column(title: inWords(asAt)),
                Sheet.Column(title: "A year ago (\(inWords(yearAgo)))"),
            ], rows: printed, chart: drawn.isEmpty ? nil : chart)
    }
}
