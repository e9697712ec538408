// Breakdowns as a person reads them and as a program does: marked as what they are.

import Figures
import Lifecycle
import Testing

@testable import Printing

@Suite struct BreakdownPrintingTests {
    private let day = Day(year: 2018, month: 10, day: 31) ?? Day(number: 0)

    private func counts(_ text: String, _ people: [(inout Traits) -> Void]) throws -> BreakdownCounts {
        var counter = BreakdownCounter(try Breakdown(text), asAt: day)
        for change in people {
            var traits = Traits()
            change(&traits)
            counter.count(traits)
        }
        return counter.counts
    }

    @Test func `a table has its margins, its notes and why it may not be published`() throws {
        let counts = try counts(
            "people-charged:ethnicity,sex",
            [
                { ($0.ethnicity, $0.ethnicitySource, $0.sex) = ("asian", "self-defined", "male") },
                { ($0.ethnicity, $0.ethnicitySource, $0.sex) = ("asian", "officer-perceived", "female") },
                { ($0.ethnicity, $0.sex) = ("declined", "male") }, { $0.ethnicity = "mixed" },
            ])
        let text = """
            People charged with a primary offence, by ethnicity and sex, as at 2018-10-31
            ethnicity      female  male  other  not recorded  all
            white british       0     0      0             0    0
            white other         0     0      0             0    0
            mixed               0     0      0             1    1
            asian               1     1      0             0    2
            black               0     0      0             0    0
            other               0     0      0             0    0
            not asked           0     0      0             0    0
            declined            0     1      0             0    1
            not recorded        0     0      0             0    0
            all                 1     2      0             1    4
            Ethnic group recorded for 3 of 4 (75.0 %): 1 as they said themselves, 1 as an officer perceived it, 1 without \
            saying who said it. Broad groups of the census.
            Not even a part of it may be published: too few

            """
        #expect(counts.text(unpublishable: "too few") == text)
    }

    @Test func `wards stand under their constituency and make it up`() throws {
        let wards = ["Tong", "Wyke", "Tong", "Shipley", "Nowhere Heath"]
        let counts = try counts("people-charged:ward", wards.map { ward in { $0.ward = ward } } + [{ _ in }])
        let lines = counts.text(unpublishable: nil).split(separator: "\n").map(String.init)
        let line = { (head: String) in lines.first { $0.hasPrefix(head + "  ") }?.split(separator: " ").last }
        #expect(line("Bradford South") == "3")
        #expect(line("  Tong") == "2")
        #expect(line("Shipley") == "1")
        #expect(line("  Shipley ward") == "1")
        #expect(line("elsewhere") == "1")
        #expect(line("not recorded") == "1")
        #expect(line("all") == "6")
    }

    @Test func `as JSON it has the shape of a release's table, and is marked as none`() throws {
        let counts = try counts("people-charged:recency", [{ $0.isRecent = true }, { $0.isRecent = false }, { _ in }])
        let json = """
            {"id":"people-charged/recency","figure":"people-charged","title":"People charged with a primary offence",\
            "by":["recency"],"asAt":"2018-10-31","cumulative":false,"rows":["recent","not recent","not recorded"],\
            "cols":["n"],"cells":[[1],[1],[1]],"row_totals":[1,1,1],"col_totals":[3],"total":3,"notes":["Recent: at least \
            one crime beside which the person stands was recorded within 12 months of being committed."],\
            "notForPublication":true,"unpublishable":"too few"}
            """
        #expect(counts.json(unpublishable: "too few").text == json)
        let ward = try self.counts("people-charged:ward", [{ $0.ward = "Tong" }]).json(unpublishable: nil).text
        #expect(ward.contains("\"row_parents\":{\"Bradford East\":[\"Bolton and Undercliffe\","))
        #expect(!ward.contains("unpublishable"))
    }

    @Test func `numbers from elsewhere are told by their own dimension, with their sources`() throws {
        let number = { (fields: [String: FieldValue], order: Int) in
            let source: [String: FieldValue] = [
                "figure": .choice("children-at-risk"), "source": .text("A fictional paper"),
                "source_date": .day(self.day),
            ]
            return try Aggregate(
                fields.merging(source) { own, _ in own }, on: self.day, known: self.day, order: order)
        }
        let all = try [
            number(["value": .count(200)], 1),
            number(
                [
                    "dimension": .choice("missing"), "category": .text("missing"), "value": .count(31),
                    "of": .count(200),
                ], 2),
            number(["dimension": .choice("community"), "category": .text("a new group"), "value": .count(12)], 3),
        ]
        let answer = Answer(.childrenAtRisk, .sourced(Sourced([.children, .meanAge, .daysToOffer], all)))
        let report = Report(asAt: day, knownAt: nil, answers: [answer], standing: Standing(counts: [:]))
        let text = report.sourcedTable(by: .missing)
        #expect(text.contains("by missing: missing"))
        #expect(text.contains("31 of 200, 15.5 per cent"))
        #expect(text.contains("[1] A fictional paper, 2018-10-31"))
        #expect(!text.contains("a new group"))
        #expect(report.sourcedTable(by: .grade).isEmpty)
        #expect(report.sourcedTable(by: .ageBandThen).isEmpty)
        #expect(report.sourcedJSON(by: .community).text.contains("\"category\":\"a new group\",\"value\":12"))
        #expect(!report.sourcedJSON(by: .community).text.contains(":31,"))
    }

    @Test func `days from a low grade to the first offer are a series of their own`() throws {
        let fields: [String: FieldValue] = [
            "figure": .choice("children-at-risk"), "series": .choice("days-to-offer"), "value": .count(24),
            "period_from": .day(day.adding(days: -364)), "source": .text("A fictional paper"), "source_date": .day(day),
        ]
        let number = try Aggregate(fields, on: day, known: day, order: 1)
        let answer = Answer(.childrenAtRisk, .sourced(Sourced([.children, .daysToOffer], [number])))
        let report = Report(asAt: day, knownAt: nil, answers: [answer], standing: Standing(counts: [:]))
        #expect(report.sourcedTable(by: .daysToFirstOffer).contains("Days from a low grade to the first offer"))
        #expect(report.sourcedTable(by: .missing).isEmpty)
    }
}
