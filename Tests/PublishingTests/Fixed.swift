// A release made by hand, for tests.
import DisclosureControl

@testable import Publishing

enum Fixed {
    /// A release with something in every place.
    static let content = ReleaseContent(
        reference: "REL-0002", title: "Progress \u{201C}so far\u{201D}\n\u{7F}\\", asAt: "2018-10-31",
        knownAt: "2018-11-05",
        previous: "REL-0001", previousAsAt: "2018-09-30", yearAgo: "2017-10-31", corrects: "REL-0001",
        because: "a row was doubled", next: "2019-01-31", contact: "the data team", rules: "2026.1", policy: "2026.1",
        headlines: [
            HeadlineRow(
                id: "team-posts", title: "Posts", unit: "post", definition: "Posts.", edition: "1", group: "team",
                isStock: true, now: .number(29), previous: .hidden, yearAgo: .unavailable, isRevised: true,
                parts: [.init("detective constable", 7)],
                trials: [.init(starts: "2019-01-07", weeks: nil, defendants: 10)],
                notes: ["a", ""])
        ],
        reconciliations: [
            PublishedSum(
                id: "s", title: "S", from: nil, to: "2018-10-31",
                lines: [.init("a", sign: "+", .number(3)), .init("b", sign: "=", .hidden)])
        ],
        tables: [
            PublishedTable(
                Table(
                    "people-charged/sex", of: "people-charged", isCumulative: true, rows: ["all", "female", "male"],
                    rowParents: ["all": ["female", "male"], "other": []], counts: [[30], [10], [20]]),
                title: "T", by: ["sex"])
        ],
        withheld: [Withheld(id: "w", title: "W", because: "few", merge: ["a", "b"], last: "REL-0001")],
        forecasts: [
            Forecast(
                title: "planned", said: "2017-10-31", release: nil, until: "2018-10-31", low: 60, high: 70,
                outcome: .number(-1))
        ],
        revisions: [
            Revision(
                id: "arrests", title: "Arrests", asAt: "2018-09-30", release: "REL-0001", was: .number(1),
                now: .range(1, 2))
        ],
        quality: ["Fair.", "Ä \u{1F600}"])
}
