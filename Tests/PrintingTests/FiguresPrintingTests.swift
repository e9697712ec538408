// The figures as people and programs read them.

import Figures
import Lifecycle
import Testing

@testable import Printing

@Suite struct FiguresPrintingTests {
    private static let second = Day(number: 17_835)

    /// A report with these counts and no others.
    private func report(
        _ counts: [String: Int], day: Day = second, known: Day? = nil, standing: Standing = Standing(counts: [:]),
        trials: [Answer.Trial] = [], ranged: Int = 0, numbers: [Aggregate] = []
    ) -> Report {
        let answers = Figure.all.map { figure -> Answer in
            if figure == .retrialsDue { return Answer(figure, .trials(trials)) }
            if !figure.series.isEmpty { return Answer(figure, .sourced(Sourced(figure.series, numbers))) }
            if figure == .peopleScheduledForArrest { return Answer(figure, .range(low: 60, high: 70)) }
            return Answer(
                figure, .count(counts[figure.id] ?? 0), parts: figure.parts.map { _ in 0 }, rangedEvents: ranged)
        }
        return Report(asAt: day, knownAt: known, answers: answers, standing: standing)
    }

    /// A small generator that gives the same numbers every time.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private let published = Standing(counts: [
        "B1:CHARGED": 10, "B1:UNDER_INVESTIGATION": 32, "B1:SUBMITTED": 6, "B1:NFA_CPS_EVID": 16, "B1:NFA_CPS_PI": 2,
        "B1:NFA_POLICE": 42, "B1:DECEASED": 1,
    ])
    private let retrial = Answer.Trial(starts: Day(number: 17_903), weeks: 14, defendants: 10)

    @Test func `the paragraph adds up`() {
        let text = report(
            ["people-arrested-or-interviewed": 109, "live-investigations": 5, "completed-investigations": 15],
            standing: published, trials: [retrial]
        ).paragraph
        #expect(text.contains("5 investigations are live and 15 have been completed."))
        #expect(
            text.contains("109 people have been arrested or interviewed under caution to date: of them 10 are charged"))
        #expect(text.contains("(10 + 32 + 6 + 18 + 42 + 1 = 109)."))
        #expect(text.contains("A retrial of 10 defendants is due to start on 7 January 2019, for 14 weeks."))
        #expect(text.contains("between 60 and 70 arrests are planned"))
        #expect(!text.contains("range of days"))
    }

    @Test func `the paragraph of an empty file says so and adds nothing`() {
        let text = report([:]).paragraph
        #expect(text.contains("No investigations are live"))
        #expect(text.contains("No people have been arrested or interviewed under caution to date."))
        #expect(text.contains("No retrial is due."))
        #expect(!text.contains("= 0"))
    }

    @Test(arguments: [
        (5, 0, "5 investigations are live and none has been completed."),
        (0, 0, "No investigations are live and none has been completed."),
        (0, 1, "No investigations are live and 1 has been completed."),
        (1, 2, "1 investigation is live and 2 have been completed."),
    ])
    func `none is said of none`(live: Int, completed: Int, words: String) {
        let text = report(["live-investigations": live, "completed-investigations": completed]).paragraph
        #expect(text.contains(words), "\(text)")
    }

    @Test func `the paragraph adds up, whatever was counted`() throws {
        var dice = Dice(state: 7)
        for _ in 0..<500 {
            let stages = Standing.ranked.filter { _ in dice.roll(3) == 0 }
            let standing = Standing(
                counts: Dictionary(uniqueKeysWithValues: stages.map { ($0, dice.roll(40)) }),
                unplaced: dice.roll(4) == 0 ? dice.roll(3) : 0)
            var counts = Dictionary(uniqueKeysWithValues: Figure.all.map { ($0.id, dice.roll(4) * dice.roll(30)) })
            let isSound = dice.roll(5) > 0
            counts["people-arrested-or-interviewed"] = standing.total + (isSound ? 0 : 1 + dice.roll(5))
            let text = report(counts, standing: standing, ranged: dice.roll(2)).paragraph
            for sum in text.matches(of: /\(([0-9 +]+) = ([0-9]+)\)/) {
                let parts = sum.1.split(separator: "+").compactMap { Int($0.filter(\.isNumber)) }
                #expect(parts.count > 1 && parts.reduce(0, +) == Int(sum.2), "\(text)")
                #expect(text.contains("\(sum.2) people have been arrested or interviewed"), "\(text)")
            }
            #expect(text.contains(" = ") == (isSound && standing.parts.count + (standing.unplaced > 0 ? 1 : 0) > 1))
            #expect(text.contains("does not add up") == !isSound)
            #expect(
                !text.contains(/\b[Nn]o have\b|\b[Nn]o has\b|\b0 |\b1 (people|investigations|arrests|have)\b/),
                "\(text)")
        }
    }

    @Test func `one is said of one`() {
        let text = report(
            ["people-arrested-or-interviewed": 1, "live-investigations": 1, "people-on-bail": 1],
            standing: Standing(counts: ["B1:SUBMITTED": 1])
        ).paragraph
        #expect(text.contains("1 investigation is live"))
        #expect(text.contains("of them 1 awaits a charging decision."))
        #expect(text.contains("1 person is on bail"))
    }

    @Test func `people whom the sum lacks stand beside it`() {
        let text = report(
            ["people-arrested-or-interviewed": 2, "people-under-police-investigation": 3],
            standing: Standing(counts: ["B1:UNDER_INVESTIGATION": 2])
        ).paragraph
        #expect(text.contains("1 further person is under police investigation without arrest or interview."))
    }

    @Test func `what was never published is marked in every form`() {
        let day = Day(number: 17_063)
        let report = report(["completed-investigations": 2], day: day)
        #expect(report.paragraph.contains("its own plan"))
        #expect(Report.table([report]).contains("its own plan"))
        #expect(report.json.text.contains("its own plan"))
        #expect(!Report.table([self.report([:])]).contains("its own plan"))
    }

    @Test func `the table sets days side by side`() {
        let table = Report.table([
            report([:], day: Day(number: 17_063), known: Day(number: 17_064)),
            report(["live-investigations": 5], standing: published, trials: [retrial]),
        ])
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first?.contains("2016-09-19*") == true)
        #expect(lines.contains { $0.hasPrefix("Live investigations") && $0.hasSuffix("  5      -5") })
        #expect(lines.contains { $0.hasPrefix("all of them") && $0.hasSuffix("109") })
        #expect(table.contains("60 to 70"))
        #expect(table.contains("2016-09-19 is as known at 2016-09-20."))
        #expect(table.contains("10 defendants, 14 weeks, from 2019-01-07"))
        #expect(lines.allSatisfy { $0.count <= 130 })
    }

    @Test func `the JSON has the published shape`() {
        let text = report(["people-charged": 10], standing: published, trials: [retrial], ranged: 2).json.text
        #expect(
            text.hasPrefix(#"{"version":1,"asAt":"2018-10-31","knownAt":null,"figures":[{"id":"live-investigations","#))
        #expect(text.contains(#"{"id":"people-charged","unit":"person","value":10,"rangedEvents":2,"#))
        #expect(text.contains(#""unit":"person","low":60,"high":70,"#))
        #expect(text.contains(#""unit":"trial","value":1,"defendants":10,"weeks":14,"starts":"2019-01-07","#))
        #expect(text.contains(#"{"stage":"SUBMITTED","value":6}"#))
        #expect(text.contains(#""parts":[{"title":"detective inspector","value":0}"#))
        let known = report([:], known: Day(number: 17_064)).json.text
        #expect(known.contains(#""knownAt":"2016-09-20""#))
    }

    private func number(_ more: [String: FieldValue], at day: Day = Day(number: 17_774)) throws -> Aggregate {
        let fields: [String: FieldValue] = [
            "figure": .choice("children-at-risk"), "source": .text("A fictional paper"),
            "source_date": .day(Self.second),
        ]
        return try Aggregate(fields.merging(more) { _, new in new }, on: day, known: Self.second, order: 1)
    }

    @Test func `numbers from elsewhere stand apart, with source, share and what their change is in`() throws {
        let earlier = Day(number: 17_562)
        let grade: [String: FieldValue] = [
            "dimension": .choice("grade"), "category": .text("medium"), "value": .count(52), "of": .count(209),
            "share_tenths": .count(250), "note": .text("The shares come to 95.3 per cent."),
        ]
        let numbers = [
            try number(["value": .count(200)], at: earlier), try number(["value": .count(229)]), try number(grade),
            try number(
                [
                    "dimension": .choice("ethnicity"), "category": .text("asian"), "scheme": .choice("not said"),
                    "share_tenths": .count(120), "change_tenths": .count(-40), "change_unit": .choice("not said"),
                ], at: earlier),
            try number(["figure": .choice("placements"), "value": .count(10), "approximate": .flag(true)]),
            try number(["series": .choice("mean-age"), "value": .count(181)]),
        ]
        let report = report([:], numbers: numbers)
        let table = Report.table([report])
        for words in [
            "Not from this store's records", "52 of 209, 24.9 per cent", "+14.5 per cent on 200 (2018-01-31)",
            "medium printed as 25 per cent.", "The shares come to 95.3 per cent.", "12 per cent, as printed",
            "printed as -4 (whether per cent or percentage points is not said), since when is not said", "about 10",
            "181 (15 years 1 month)", "[1] A fictional paper, 2018-10-31",
        ] { #expect(table.contains(words), "\(words)\n\(table)") }
        #expect(report.paragraph.contains("The rest is not from this store's records"))
        #expect(report.paragraph.contains("Children flagged at risk, on 31 August 2018: 229, +14.5 per cent on 200"))
        let json = report.json.text
        #expect(json.contains(#""id":"children-at-risk","unit":"child","value":229,"fromThisStore":false"#))
        #expect(json.contains(#""change":{"tenths":145,"in":"per cent","since":"2018-01-31","from":200"#))
        #expect(json.contains(#""id":"action-plan","unit":"action","value":null,"fromThisStore":false,"numbers":[]"#))
    }

    @Test func `nothing is said of numbers from elsewhere where there are none`() {
        #expect(!Report.table([report([:])]).contains("Not from"))
        #expect(!report([:]).paragraph.contains("The rest"))
    }
}
