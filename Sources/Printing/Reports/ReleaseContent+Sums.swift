// The sums of a report, printed so that anybody can add them up.

import Publishing

extension ReleaseContent {
    /// The reconciliations.
    var sums: Paper.Section? {
        guard !reconciliations.isEmpty else { return nil }
        return Paper.Section(
            id: "sums", title: "Do the figures add up?",
            blocks: [
                .text(
                    """
                    Each sum below was counted twice: its lines, and by itself what they must come to. A report whose sums \
                    do not balance is not published.
                    """)
            ] + reconciliations.map { .sheet($0.sheet(days: self)) })
    }
}

extension PublishedSum {
    /// Whether the lines come to the result; nil where some are hidden, and no reader can tell.
    var verdict: Sheet.Verdict.Finding {
        guard lines.count > 1, lines.allSatisfy({ $0.count.count ?? 0 >= 0 }) else { return .fails }
        let counts = lines.compactMap { line in line.count.count.map { line.sign == "-" ? -$0 : $0 } }
        guard counts.count == lines.count else { return .hidden }
        return counts.dropLast().reduce(0, +) == counts.last ? .holds : .fails
    }

    /// The sum as an arithmetic line: `12 + 3 - 2 = 13`; lines of nought are left out of it, unless they are needed for a sum.
    var arithmetic: String {
        var words = ""
        let isShort = lines.dropLast().count { $0.count != .number(0) } < 2
        for line in lines.dropLast() where isShort || line.count != .number(0) {
            let count = Entry(line.count).text
            if words.isEmpty {
                words = line.sign == "-" ? "0 - \(count)" : count
            } else {
                words += " \(line.sign == "-" ? "-" : "+") \(count)"
            }
        }
        return "\(words.isEmpty ? "0" : words) = \(lines.last.map { Entry($0.count).text } ?? "0")"
    }

    /// The sum as a table of the report.
    fileprivate func sheet(days: ReleaseContent) -> Sheet {
        let of =
            from.map { "From the end of \(days.inWords($0)) to the end of \(days.inWords(to))." }
            ?? "As at the end of \(days.inWords(to))."
        let rows = lines.enumerated().map { place, line in
            Sheet.Row(
                entries: [.words(line.words), .words(sign(place)), Entry(line.count)],
                weight: place == lines.count - 1 ? .total : .plain)
        }
        return Sheet(
            id: id, title: title, lead: [of] + Marker.explained(in: rows),
            columns: [
                Sheet.Column(title: "Line", isNumber: false), Sheet.Column(title: "Added or taken", isNumber: false),
                Sheet.Column(title: "Number"),
            ], rows: rows, chart: chart, verdict: Sheet.Verdict(finding: verdict, sum: arithmetic))
    }

    private func sign(_ place: Int) -> String {
        switch lines[place].sign {
        case "-": "taken away"
        case "=": "comes to"
        default: place == 0 && from != nil ? "begins with" : "added"
        }
    }

    /// The parts beside each other, or the way from the opening to the closing; none where the way has gaps.
    private var chart: Chart? {
        let isWay = from != nil
        guard lines.count > 2, !isWay || verdict == .holds, lines.contains(where: { $0.count.count ?? 0 > 0 }) else {
            return nil
        }
        var sofar = 0
        let rows = lines.enumerated().map { place, line -> Chart.Row in
            let isEnd = place == lines.count - 1
            let isTaken = line.sign == "-"
            let count = line.count.count ?? 0
            let before = sofar
            if !isEnd { sofar += isTaken ? -count : count }
            guard isWay, !isEnd, place > 0 else {
                return Chart.Row(label: line.words, bars: [Chart.Bar(Entry(line.count), isEnd ? .total : .now)])
            }
            let words = count == 0 ? "0" : isTaken ? "-\(count)" : "+\(count)"
            return Chart.Row(
                label: line.words, bars: [Chart.Bar(before, sofar, isTaken ? .taken : .added, words)])
        }
        let key = [Chart.Key(kind: .added, words: "added"), Chart.Key(kind: .taken, words: "taken away")]
        let told = lines.map { "\($0.words): \(Entry($0.count).text)" }.joined(separator: "; ")
        return Chart(title: title, summary: "\(told). \(arithmetic).", rows: rows, key: isWay ? key : [])
    }
}
