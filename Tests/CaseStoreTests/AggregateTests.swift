// Numbers from elsewhere through the door: refused where they cannot be, replaced and never edited.
import CaseModel
import CaseStore
import Figures
import Interchange
import Lifecycle
import Testing

@Suite struct `Numbers from elsewhere` {
    private func line(_ value: Int, on day: String = "2018-03-31", known: String, _ more: [String: Scalar] = [:])
        throws -> AddLine
    {
        let fields: [String: Scalar] = [
            "figure": .text("children-at-risk"), "value": .number(value), "source": .text("A fictional paper"),
            "source_date": .text(day),
        ]
        return AddLine(
            kind: .aggregate, on: try #require(Day(day)), known: Day(known),
            fields: fields.merging(more) { _, new in new })
    }

    @Test func `a wrong one is replaced by a later one, and both stay to be seen`() throws {
        let scratch = try Scratch.withCasework()
        try scratch.with("inspector") { store in
            _ = try store.add(try line(200, known: "2018-04-10"))
            _ = try store.add(try line(209, known: "2018-05-02"))
            let value = { (known: String?) throws -> Int? in
                try store.figures(asAt: Day(number: 17_835), knownAt: known.flatMap { Day($0) })[
                    .childrenAtRisk]?.count
            }
            #expect(try value("2018-04-09") == nil)
            #expect(try value("2018-04-10") == 200)
            #expect(try value("2018-05-01") == 200)
            #expect(try value("2018-05-02") == 209)
            #expect(try value(nil) == 209)
            let kept = try [1, 2].map { try store.show(Reference(kind: .aggregate, number: $0)).fields["value"] }
            #expect(kept == [.count(200), .count(209)])
        }
        let report = try scratch.with("custodian") { try $0.check() }
        #expect(report.findings == [])
    }

    @Test func `what cannot be is refused with its field, and nothing is left of it`() throws {
        let scratch = try Scratch.withCasework()
        try scratch.with("inspector") { store in
            _ = try store.add(try line(50, known: "2018-04-10"))
            let part: [String: Scalar] = ["dimension": .text("grade"), "of": .number(50)]
            _ = try store.add(
                try line(30, known: "2018-04-10", part.merging(["category": .text("high")]) { _, new in new }))
            for (words, wrong) in [
                ("of", try line(60, known: "2018-04-10", part.merging(["category": .text("low")]) { _, new in new })),
                ("51", try line(21, known: "2018-04-10", part.merging(["category": .text("low")]) { _, new in new })),
                ("period_from", try line(1, known: "2018-04-10", ["period_from": .text("2018-04-01")])),
                ("source_date", try line(1, known: "2018-04-10", ["source_date": .text("2018-03-30")])),
            ] {
                let error = #expect(throws: StoreError.self) { _ = try store.add(wrong) }
                #expect(error.map { "\($0)".contains(words) } == true, "\(words): \(String(describing: error))")
            }
            #expect(try store.list(.aggregate).count == 2)
        }
    }

    @Test(arguments: ["officer", "care", "publisher"]) func `few may enter one`(user: String) throws {
        let scratch = try Scratch.withCasework()
        #expect(throws: (any Error).self) {
            try scratch.with(user) { _ = try $0.add(try line(50, known: "2018-04-10")) }
        }
        let kept = try scratch.with("inspector") { try $0.list(.aggregate) }
        #expect(kept.isEmpty)
    }
}
