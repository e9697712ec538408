// What the hub, the police and the council published about children and crimes: numbers with sources, nobody's record.

import Interchange
import Lifecycle

extension Ledger {
    /// Every published number, and the made-up ones that a published share or change rests on, which say so.
    mutating func hub() {
        referrals()
        children()
        offences()
        others()
    }

    private mutating func referrals() {
        enter("hub-referrals", "referrals", on: "2015-03-31", .of2016, ["value": 431, "period_from": "2014-04-01"])
        enter("hub-referrals", "referrals", on: "2016-03-31", .of2016, ["value": 713, "period_from": "2015-04-01"])
    }

    private mutating func children() {
        let area: [String: Scalar] = ["area": "South"]
        child(on: "2016-10-27", .ofArea, area.and(["value": 76]))
        child(on: "2016-10-27", .ofArea, area.part("grade", "high", 11, of: 76))
        let wards = [("Wyke", 19), ("Tong", 16), ("Wibsey", 14), ("Royds", 13), ("other two wards", 14)]
        for (ward, count) in wards {
            child(
                on: "2016-10-27", .ofArea,
                area.part("ward", ward, count, of: 76).and([
                    "note": "Only the order of the wards was published: the numbers are the demonstration's own."
                ]))
        }
        let base: [String: Scalar] = [
            "note": "Not published: made up by the demonstration, so that the published change has a base."
        ]
        child(on: "2018-01-31", .of2018, base.and(["value": 200]))
        child(on: "2018-01-31", .of2018, base.part("sex", "male", 35, of: 200))
        march()
        child(
            on: "2018-08-31", .of2018,
            [
                "value": 229, "change_tenths": 145, "change_unit": "per cent", "change_since": "2018-01-31",
                "note":
                    "Published: a rise of 14.5 per cent from January to August 2018, without the numbers; 229 is made up.",
            ])
        let sexes: [String: Scalar] = [
            "note": "Published: males 17 to 18 per cent; most are girls and White British."
        ]
        child(on: "2018-08-31", .of2018, sexes.part("sex", "male", 41, of: 229))
        child(on: "2018-08-31", .of2018, ["series": "mean-age", "value": 181])
    }

    /// The grades and groups of March 2018, as printed, beside the numbers that fit them.
    private mutating func march() {
        let day = "2018-03-31"
        child(
            on: day, .of2018, ["value": 209, "note": "Not published: made up by the demonstration to fit the shares."])
        child(on: day, .of2018, [:].part("sex", "male", 37, of: 209))
        let sum: [String: Scalar] = [
            "note":
                "The three shares published come to 95.3 per cent; the ungraded are the demonstration's reading of the rest."
        ]
        child(on: day, .of2018, sum.part("grade", "high", 33, of: 209).and(["share_tenths": 158]))
        child(on: day, .of2018, sum.part("grade", "medium", 52, of: 209).and(["share_tenths": 250]))
        child(on: day, .of2018, sum.part("grade", "low", 114, of: 209).and(["share_tenths": 545]))
        child(on: day, .of2018, sum.part("grade", "ungraded", 10, of: 209))
        let groups: [String: Scalar] = [
            "scheme": "not said", "said_by": "not said",
            "note": "Published: a share, and a fall of which it is not said whether it is in per cent or in points.",
        ]
        let fall: [String: Scalar] = ["change_unit": "not said"]
        child(
            on: day, .of2018,
            groups.part("ethnicity", "white british", 123, of: 209).and(["share_tenths": 590, "change_tenths": -110])
                .and(fall))
        child(
            on: day, .of2018,
            groups.part("ethnicity", "asian", 25, of: 209).and(["share_tenths": 120, "change_tenths": -40]).and(fall))
        child(
            on: day, .of2018,
            groups.part("ethnicity", "other or unknown", 61, of: 209).and([
                "note": "The other or unknown are made up: the rest of 209."
            ]))
    }

    private mutating func offences() {
        let figure = "flagged-offences"
        enter(
            figure, "offences", on: "2017-03-31", .of2018,
            [
                "value": 348, "period_from": "2016-04-01",
                "note": "A press report of October 2017 gives 367: a recount, or another definition.",
            ])
        let year: [String: Scalar] = ["period_from": "2017-04-01"]
        enter(figure, "offences", on: "2018-03-31", .of2018, year.and(["value": 317]))
        enter(figure, "offences", on: "2018-03-31", .of2018, year.part("recency", "recent", 222, of: 317))
        let split: [String: Scalar] = [
            "note": "Said to have fallen as a share of all; no earlier split was published with which to compare it."
        ]
        enter(
            figure, "offences", on: "2018-03-31", .of2018,
            year.and(split).part("recency", "non-recent", 95, of: 317))
        let order: [String: Scalar] = [
            "dimension": "constituency", "category": "West", "rank": 1,
            "note": "Only the order was published: by where crimes were committed, and by where suspects live.",
        ]
        enter(figure, "offences", on: "2018-03-31", .of2018, year.and(order))
        enter(figure, "suspects", on: "2018-08-31", .of2018, order)
        let groups: [String: Scalar] = [
            "scheme": "not said", "said_by": "not said",
            "note": """
            The shares were published, 39 per cent each; the numbers are made up to fit them. Beside them stood shares by \
            appearance, another scheme: the two cannot be compared.
            """,
        ]
        for group in ["white british", "asian"] {
            enter(
                figure, "suspects", on: "2018-08-31", .of2018,
                groups.part("ethnicity", group, 16, of: 41).and(["share_tenths": 390]))
        }
        enter(
            figure, "suspects", on: "2018-08-31", .of2018,
            groups.part("ethnicity", "other or unknown", 9, of: 41).and([
                "note": "The other or unknown are made up: the rest of 41."
            ]))
    }

    private mutating func others() {
        enter(
            "placements", "placements", on: "2018-10-31", .of2018,
            ["value": 10, "approximate": true, "note": "Published: about ten young people at any time."])
        for (kind, pounds) in [("residential", 3_500), ("secure", 6_000)] {
            let part: [String: Scalar] = ["dimension": "placement", "category": .text(kind)]
            enter("placements", "weekly-cost", on: "2018-10-31", .of2018, part.and(["value": .number(pounds)]))
        }
        enter("action-plan", "actions", on: "2018-10-31", .of2018, ["value": 39])
        for (status, count) in [("red", 15), ("amber", 20), ("blue", 4)] {
            enter("action-plan", "actions", on: "2018-10-31", .of2018, [:].part("status", status, count, of: 39))
        }
    }

    private mutating func child(on day: String, _ paper: Paper, _ fields: [String: Scalar]) {
        enter("children-at-risk", "children", on: day, paper, fields)
    }

    private mutating func enter(
        _ figure: String, _ series: String, on day: String, _ paper: Paper, _ fields: [String: Scalar]
    ) {
        guard let on = Day(day), let known = Day(paper.day) else { return }
        let source: [String: Scalar] = [
            "figure": .text(figure), "series": .text(series), "source": .text(paper.title),
            "source_date": .text(paper.day),
        ]
        _ = add(.aggregate, on: on, known: known, by: "inspector", source.and(fields))
    }
}

/// A paper in which numbers were published.
private struct Paper {
    let title: String
    let day: String

    static let of2016 = Paper(title: "Progress report to elected members", day: "2016-09-19")
    static let ofArea = Paper(title: "Report to an area committee", day: "2016-10-27")
    static let of2018 = Paper(title: "Progress report to elected members", day: "2018-10-31")
}

extension [String: Scalar] {
    /// These fields and others; where both have one, the other's.
    fileprivate func and(_ others: Self) -> Self { merging(others) { _, other in other } }

    /// These fields for one part of a whole.
    fileprivate func part(_ dimension: String, _ category: String, _ value: Int, of whole: Int) -> Self {
        and([
            "dimension": .text(dimension), "category": .text(category), "value": .number(value), "of": .number(whole),
        ])
    }
}
