// The order of a report: what a reader asks first stands first.

import Lifecycle
import Publishing

extension ReleaseContent {
    /// The report, before it has a form.
    func paper(under imprint: Imprint) -> Paper {
        Paper(
            title: title, watermark: imprint.watermark, front: front(imprint),
            sections: [
                summary, headlineSection, sums, stockAndFlow, victims, breakdowns, others, definitions, dataQuality,
                revised, forecast, signedOff(imprint),
            ].compactMap(\.self))
    }

    private func front(_ imprint: Imprint) -> [Paper.Fact] {
        var front = [
            Paper.Fact(name: "Reference", words: reference), Paper.Fact(name: "Status", words: imprint.state.inWords),
            Paper.Fact(name: "As at the end of", words: inWords(asAt)),
            Paper.Fact(name: "As known on", words: inWords(knownAt)),
            Paper.Fact(name: "Previous report", words: previousInWords ?? "none: this is the first"),
        ]
        if let corrects {
            front.append(Paper.Fact(name: "Corrects", words: corrects + (because.map { ", because: \($0)" } ?? "")))
        }
        if let corrected = imprint.correctedBy {
            front.append(Paper.Fact(name: "Corrected by", words: "\(corrected): read that one instead"))
        }
        return front
    }

    /// The report before this one: `REL-0002, as at 31 July 2018`.
    var previousInWords: String? {
        previous.map { $0 + (previousAsAt.map { ", as at \(inWords($0))" } ?? "") }
    }

    /// A day as it stands in a sentence.
    func inWords(_ day: String) -> String { Day(day)?.words ?? day }

    private var others: Paper.Section? {
        let rows = headlines.filter(\.isFromOthers)
        guard !rows.isEmpty else { return nil }
        let sheet = headlineTable(
            rows, id: "figures-of-others", title: "Numbers that others counted",
            lead: [
                "These are other bodies’ numbers as they published them, of the day or period that their note tells."
            ])
        return Paper.Section(
            id: "others", title: "Figures from elsewhere",
            blocks: [
                .text(
                    """
                    These numbers are not counted from the records of this operation. They are of another population, and \
                    are never to be added to the figures above.
                    """),
                .sheet(sheet),
                .sheet(noteTable(rows, id: "notes-of-others", title: "Notes to the figures from elsewhere")),
            ].filter { if case .sheet(let sheet) = $0 { !sheet.rows.isEmpty } else { true } })
    }

    private var definitions: Paper.Section {
        let rows = headlines.map { row in
            Sheet.Row(entries: [
                .words(row.title), .words(row.definition), .words(row.unit),
                .words(row.isStock ? "where things stand on the day" : "all there have ever been"), .words(row.edition),
            ])
        }
        let columns = ["Figure", "What it counts", "Unit", "Counted", "Edition"].map {
            Sheet.Column(title: $0, isNumber: false)
        }
        return Paper.Section(
            id: "definitions", title: "Definitions",
            blocks: [
                .text(
                    """
                    Every figure holds at the end of the day that stands above it, in London. A person is counted once \
                    however many investigations they stand in. “Investigation”, “arrest” and “person” are different units \
                    and are never added. Rules of edition \(rules); disclosure policy of edition \(policy).
                    """),
                .sheet(
                    Sheet(
                        id: "definitions", title: "What each figure counts", columns: columns, rows: rows,
                        manner: .terms)),
            ])
    }

    private var dataQuality: Paper.Section {
        Paper.Section(
            id: "quality", title: "Data quality",
            blocks: [
                quality.isEmpty ? .text("Nothing is known that a reader would have to allow for.") : .list(quality)
            ])
    }

    private var revised: Paper.Section {
        guard !revisions.isEmpty else {
            return Paper.Section(
                id: "revisions", title: "Revisions",
                blocks: [.text("No number that an earlier report gave is different now.")])
        }
        let rows = revisions.map { one in
            Sheet.Row(entries: [
                .words(one.title), .words(inWords(one.asAt)), .words(one.release), Entry(one.was), Entry(one.now),
            ])
        }
        let columns = [
            Sheet.Column(title: "Figure", isNumber: false), Sheet.Column(title: "As at", isNumber: false),
            Sheet.Column(title: "Given in", isNumber: false), Sheet.Column(title: "As given"),
            Sheet.Column(title: "As known now"),
        ]
        return Paper.Section(
            id: "revisions", title: "Revisions",
            blocks: [
                .text("More is known now of earlier days than when these numbers were given."),
                .sheet(
                    Sheet(
                        id: "revisions", title: "Numbers of earlier reports that are different now",
                        lead: Marker.explained(in: rows), columns: columns, rows: rows)),
            ])
    }

    private var forecast: Paper.Section {
        guard !forecasts.isEmpty else {
            return Paper.Section(
                id: "forecasts", title: "What was planned, and what happened",
                blocks: [.text("No earlier report gave a plan whose outcome could stand here.")])
        }
        let rows = forecasts.map { one in
            Sheet.Row(entries: [
                .words(one.title), .words(inWords(one.said) + (one.release.map { " (\($0))" } ?? "")),
                .words(inWords(one.until)), .range(one.low, one.high), Entry(one.outcome),
            ])
        }
        let columns = [
            Sheet.Column(title: "What was planned", isNumber: false), Sheet.Column(title: "Said", isNumber: false),
            Sheet.Column(title: "To happen by", isNumber: false), Sheet.Column(title: "Planned"),
            Sheet.Column(title: "Done by this report"),
        ]
        let chart = Chart(
            title: "Planned and done",
            summary: forecasts.map { "\($0.title): \($0.low) to \($0.high) planned, \(Entry($0.outcome).text) done." }
                .joined(separator: " "),
            rows: forecasts.map {
                Chart.Row(
                    label: $0.title,
                    bars: [Chart.Bar(.range($0.low, $0.high), .planned), Chart.Bar(Entry($0.outcome), .now)])
            }, key: [Chart.Key(kind: .planned, words: "planned"), Chart.Key(kind: .now, words: "done by this report")])
        return Paper.Section(
            id: "forecasts", title: "What was planned, and what happened",
            blocks: [
                .text("A plan is a range, given in advance. It is never added to a count."),
                .sheet(
                    Sheet(
                        id: "forecasts", title: "Plans of earlier reports and what came of them",
                        lead: Marker.explained(in: rows), columns: columns, rows: rows, chart: chart)),
            ])
    }
}

extension HeadlineRow {
    /// Whether other bodies counted it.
    var isFromOthers: Bool { group == "hub" }
}
