// The first page: the few numbers everybody asks for, what changed, and the paragraph.

import Publishing

extension ReleaseContent {
    /// What changed since last time and since a year ago, and the position in a paragraph.
    var summary: Paper.Section {
        var blocks: [Paper.Block] = []
        if !cards.isEmpty { blocks.append(.cards(cards)) }
        let isYearAgo = previousAsAt == yearAgo
        if let previous, !isYearAgo {
            let of = previousAsAt.map { " (\(inWords($0)))" } ?? ""
            blocks += [.heading("Since the previous report, \(previous)\(of)"), .list(changes(\.previous))]
        }
        let with = isYearAgo ? previous.map { ", and since the previous report, \($0)" } ?? "" : ""
        blocks += [.heading("Since a year ago (\(inWords(yearAgo)))\(with)"), .list(changes(\.yearAgo))]
        blocks += [.heading("The position in words"), .statement(paragraphs)]
        return Paper.Section(id: "summary", title: "Summary", blocks: blocks)
    }

    /// What everybody asks for first.
    private var cards: [Paper.Card] {
        let wanted = [
            "live-investigations", "people-arrested-or-interviewed", "people-charged", "people-convicted-primary",
            "victims-identified-and-interviewed", "victims-receiving-support",
        ]
        return wanted.compactMap { id in headlines.first { $0.id == id } }.map { row in
            let change: String =
                switch row.change(since: row.yearAgo) {
                case .number(0)?: "unchanged in a year"
                case .number(let count)?: "\(count.magnitude) \(count > 0 ? "more" : "fewer") than a year ago"
                case .range?, .hidden?, .impossible?, .unavailable?, nil: "no comparison with a year ago"
                }
            return Paper.Card(title: row.title, number: Entry(row.now).text, change: change)
        }
    }

    /// One sentence for each measure that moved, and one for all that did not.
    private func changes(_ earlier: KeyPath<HeadlineRow, Shown?>) -> [String] {
        let rows = grouped
        var moved: [String] = []
        var still = 0
        var unknown: [String] = []
        for row in rows {
            switch (row.change(since: row[keyPath: earlier]), row.now, row[keyPath: earlier]) {
            case (.number(0)?, _, _): still += 1
            case (.number(let by)?, .number(let now), .number(let then)?):
                moved.append(
                    "\(row.title): \(by > 0 ? "up" : "down") \(by.magnitude), from \(then.orNone) to \(now.orNone).")
            case (_, .range(let low, let high), .range(let lowThen, let highThen)?):
                if low == lowThen, high == highThen {
                    still += 1
                    continue
                }
                moved.append(
                    "\(row.title): \(Entry.range(low, high).planned); it was \(Entry.range(lowThen, highThen).planned)."
                )
            case (_, _, _): unknown.append(row.title.lowered)
            }
        }
        var sentences = moved
        if still > 0 {
            let all = still == rows.count
            sentences.append(
                all
                    ? "No measure changed."
                    : "\(still) \(moved.isEmpty ? "" : "other ")\(still == 1 ? "measure is" : "measures are") unchanged."
            )
        }
        if !unknown.isEmpty { sentences.append("There is no number to compare with for: \(unknown.inWords).") }
        return sentences
    }
}
