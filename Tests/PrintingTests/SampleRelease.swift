// A release made by hand, whose report is kept as golden files.

import DisclosureControl
import Figures
import Lifecycle
import Publishing

@testable import Printing

/// Releases that no store made.
enum SampleRelease {
    /// A second report of a made-up operation, with something of everything.
    static func content(hostile: String? = nil) -> ReleaseContent {
        let title = { (words: String) in hostile.map { "\(words) \($0)" } ?? words }
        return ReleaseContent(
            reference: "REL-0002", title: title("Progress of Operation Dalesway"), asAt: "2018-10-31",
            knownAt: "2018-11-02",
            previous: "REL-0001", previousAsAt: "2018-07-31", yearAgo: "2017-10-31", corrects: hostile,
            because: hostile, next: "2019-01-31", contact: hostile ?? "progress@council.invalid",
            rules: "2024-04-04", policy: "2026.1", headlines: headlines(hostile), reconciliations: sums,
            tables: tables(hostile),
            withheld: [
                Withheld(
                    id: "victims-identified-and-interviewed/ethnicity", title: title("Victims by ethnicity"),
                    because: "more than a third of the table would have to be hidden",
                    merge: ["asian", "black", "mixed"], last: "REL-0001")
            ],
            forecasts: [
                Forecast(
                    title: title("People planned to be arrested"), said: "2017-10-31", release: "REL-0001",
                    until: "2018-10-31", low: 20, high: 25, outcome: .number(22))
            ],
            revisions: [
                Revision(
                    id: "people-charged", title: title("People charged with a primary offence"), asAt: "2018-07-31",
                    release: "REL-0001", was: .number(9), now: .number(10))
            ],
            quality: [
                title("Ethnicity is recorded for 96 of 109 people arrested or interviewed."),
                "1 event happened on a day that is known only as a range, and counts at its last day.",
                "28 arrests in September 2016 and 109 people in October 2018 are different units and cannot be compared.",
            ])
    }

    private static func headlines(_ hostile: String?) -> [HeadlineRow] {
        let row = {
            (
                id: String, title: String, unit: String, group: String, stock: Bool, now: Shown, before: Shown?,
                year: Shown?, notes: [String]
            ) in
            HeadlineRow(
                id: id, title: hostile.map { "\($0) \(title)" } ?? title, unit: unit,
                definition: "What \(title.lowered) means, in a sentence that a reader can check.", edition: "2018.1",
                group: group, isStock: stock, now: now, previous: before, yearAgo: year,
                isRevised: id == "people-charged", notes: notes + (hostile.map { [$0] } ?? []))
        }
        return [
            row(
                "live-investigations", "Live investigations", "investigation", "investigations", true, .number(5),
                .number(6), .number(14), []),
            row(
                "completed-investigations", "Completed investigations", "investigation", "investigations", true,
                .number(15), .number(14), .number(5), []),
            row(
                "investigations-submitted-to-cps", "Investigations submitted to the CPS", "investigation",
                "investigations", false, .number(5), .number(5), .number(1), []),
            row(
                "arrests", "Arrests", "arrest", "suspects", false, .number(85), .number(85), .number(61),
                ["Arrests are events: a person arrested twice counts twice."]),
            row(
                "people-arrested-or-interviewed", "People arrested or interviewed to date", "person", "suspects", false,
                .number(109), .number(104), .number(76), []),
            row(
                "people-on-bail", "People on bail before charge", "person", "suspects", true, .number(0), .number(0),
                .number(3), []),
            row(
                "people-charged", "People charged with a primary offence", "person", "suspects", false, .number(10),
                .number(9), .number(10), []),
            row(
                "people-under-police-investigation", "People under police investigation", "person", "suspects", true,
                .number(32), .number(32), .number(19), []),
            row(
                "people-scheduled-for-arrest", "People planned to be arrested", "person", "suspects", true,
                .range(60, 70), nil, .range(20, 25), ["A plan, never to be added to a count."]),
            row(
                "victims-identified-and-interviewed", "Potential victims identified and interviewed", "person",
                "victims", false, .number(163), .number(160), .number(150), []),
            row(
                "victims-receiving-support", "Victims receiving support", "person", "victims", true, .number(42),
                .number(40), .number(36), []),
            row(
                "victims-waiting-for-support", "Victims waiting for support", "person", "victims", true, .hidden,
                .hidden, .number(12), []),
            row(
                "people-convicted-primary", "People convicted of a primary offence", "person", "court", true,
                .number(0), .number(0), .number(0), []),
            row(
                "people-convicted-ancillary", "People convicted of another offence found along the way", "person",
                "court", true, .number(1), .number(1), .number(0), []),
            row(
                "retrials-due", "Retrials due", "trial", "court", true, .number(1), .number(0), .number(0),
                ["10 defendants, 14 weeks, from 7 January 2019."]),
            row("team-posts", "Posts in the team", "post", "team", true, .number(29), .number(29), .unavailable, []),
            row(
                "hub-referrals", "Referrals to the hub", "referral", "hub", false, .number(713), nil, .number(431),
                ["From 1 April 2015 to 31 March 2016, as reported to elected members on 19 September 2016."]),
        ]
    }

    private static var sums: [PublishedSum] {
        let day = Day(number: 17_835)
        let flow = Reconciliation(
            "investigations-flow", "Investigations in a year", .investigations, unit: .investigation,
            from: Day(number: 17_470), to: day,
            terms: [
                .init("opening", "were live", 14), .init("new", "were taken on", 1),
                .init("reopened", "were reopened", 0),
                .init("completed", "were completed", 10, isTaken: true),
            ], result: .init("closing", "are live", 5))
        let stages = Reconciliation(
            "people-arrested-by-stage", "People arrested or interviewed, by where they stand", .suspects, unit: .person,
            from: nil,
            to: day,
            terms: [
                .init("charged", "are charged and their case is not over", 10),
                .init("under", "are still under police investigation", 32),
                .init("submitted", "await a charging decision", 6),
                .init("nfa-cps", "face no further action, as the CPS decided", 18),
                .init("nfa-police", "face no further action, as the police decided", 42),
                .init("other", "have another outcome", 1),
            ], result: .init("all", "have been arrested or interviewed", 109))
        return [flow, stages].compactMap(PublishedSum.init)
    }

    private static func tables(_ hostile: String?) -> [PublishedTable] {
        var sex = Table(
            "people-arrested-or-interviewed/sex", of: "people-arrested-or-interviewed", isCumulative: true,
            rows: ["female", "male", hostile ?? "other", "not recorded"], counts: [[12], [91], [0], [6]])
        sex.cells[0][0].showing = .hidden
        sex.rowTotals[0].showing = .hidden
        sex.cells[3][0].showing = .hidden
        sex.rowTotals[3].showing = .hidden
        var area = Table(
            "people-arrested-or-interviewed/constituency", of: "people-arrested-or-interviewed", isCumulative: true,
            rows: ["East", "Bowling and Barkerend", "Little Horton", "West", "not recorded"],
            rowParents: ["East": ["Bowling and Barkerend", "Little Horton"]],
            counts: [[40], [21], [19], [56], [13]])
        area.cells[1][0].showing = .hidden
        area.cells[2][0].showing = .hidden
        var crossed = Table(
            "people-arrested-or-interviewed/age band at the time/sex", of: "people-arrested-or-interviewed",
            isCumulative: true, rows: ["under 18", "18 to 24", "25 and over", "not recorded"],
            cols: ["female", "male", "not recorded"], counts: [[0, 0, 0], [4, 31, 2], [7, 58, 3], [1, 2, 1]])
        for row in 1..<4 { for col in 0..<3 { crossed.cells[row][col].showing = .hidden } }
        crossed.cells[0][2].showing = .impossible
        return [
            PublishedTable(
                sex, title: "People arrested or interviewed, by sex", by: ["sex"],
                notes: ["Sex is recorded for all but those of the last row."] + (hostile.map { [$0] } ?? [])),
            PublishedTable(
                area, title: "People arrested or interviewed, by constituency and ward", by: ["constituency"]),
            PublishedTable(
                crossed, title: "People arrested or interviewed, by age at the time and sex",
                by: ["age band at the time", "sex"]),
        ]
    }

    /// A published release's imprint.
    static let published = Imprint(
        state: .published, hash: String(repeating: "0123456789abcdef", count: 4),
        signatures: [
            .init(act: "drafted", role: "publisher", on: "2018-11-02"),
            .init(act: "checked", role: "data-protection officer of the police", on: "2018-11-03"),
            .init(act: "approved for the police", role: "inspector", on: "2018-11-05"),
            .init(act: "approved for the council", role: "care-lead", on: "2018-11-06"),
        ],
        checkpoint:
            "dalesway.invalid/log/0123456789abcdef\n128\nmlxLE4SPWaxUIpl5V83DKwOJqHlMDZ+bwzI/3qm7sd4=\n\n\u{2014} dalesway.invalid/log/0123456789abcdef qPnIoNMHvCCHfIPOZt6TvwPtjKLNhoCO\n"
    )

    /// A draft's.
    static let draft = Imprint(
        state: .drafted, hash: String(repeating: "0123456789abcdef", count: 4),
        signatures: [.init(act: "drafted", role: "publisher", on: "2018-11-02")],
        exceptions: ["people-charged/sex: a threshold of 5, because: the members resolved to see it."])
}
