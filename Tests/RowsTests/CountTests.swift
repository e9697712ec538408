// Counting in SQL against the meaning of the measures, on spans thrown together by a seeded hand.

import CaseModel
import Figures
import Lifecycle
import SQLite
import Testing

@testable import Rows

@Suite struct CountTests {
    /// Every code that any figure or the standing looks at, and a few that none does.
    private static let codes: [Code] =
        Standing.ranked + Standing.population + Ladder.investigations.ranked + Ladder.victims.ranked
        + Ladder.support.ranked + ["D2:UNDER_REVIEW", "C1@abe_interview"] + [
            "PHA", "D2:planned", "D3:trial", "SUS>submission", "CHG>prosecution",
        ]
        + ["B2:BAIL_INITIAL", "B2:RUI", "C1@first_account"]
        + ["B3/PRIMARY:CHARGED", "B3/ANCILLARY:CHARGED", "B3/PRIMARY:TRIAL_LISTED", "B3/PRIMARY:SENTENCED"]
        + ["B3/ANCILLARY:CONVICTED", "D1:REQUESTED", "D2:DRAFT", "D2:SUBMITTED", "D2:DECIDED", "D3:TRIAL_FIXED"]
        + ["POS:detective constable", "POS:social care"]

    /// A small generator that gives the same numbers every time.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func line() -> Line {
            let code = CountTests.codes[roll(CountTests.codes.count)]
            let from = roll(30), known = roll(30)
            let isMark = code.rawValue.contains("@")
            let until = isMark ? from : roll(3) == 0 ? 4_000_000 : from + roll(20)
            var line = Line(
                code, record: 1 + roll(12), person: roll(5) == 0 ? nil : 1 + roll(6),
                investigation: roll(8) == 0 ? nil : 1 + roll(4), days: Day(number: from)..<Day(number: until),
                known: Day(number: known)..<Day(number: roll(3) == 0 ? known + 1 + roll(20) : 4_000_000))
            line.ranged = roll(4) == 0
            if roll(2) == 0 { line.target = 1 + roll(12) }
            if roll(4) > 0 {
                line.from = Day(number: roll(500))
                line.to = line.from?.adding(days: roll(40))
                line.low = roll(5)
                line.high = 5 - roll(5)
            }
            return line
        }
    }

    private func store(_ lines: [Line]) throws -> Connection {
        let connection = try Connection.inMemory()
        try connection.transaction { transaction in
            try transaction.makeTables()
            try transaction.run("INSERT INTO subject (id, log_key) VALUES (1, \([UInt8](repeating: 0, count: 32)))")
            for id in 1...12 {
                try transaction.run(
                    """
                    INSERT INTO record (id, kind, number, subject, begun, known, recorded_at, recorder, facts)
                    VALUES (\(id), \("suspect"), \(id), 1, 0, 0, 0, \("test"), \("{}"))
                    """)
            }
            for (place, code) in Self.codes.enumerated() {
                try transaction.run("INSERT INTO span_code (id, code) VALUES (\(place), \(code.rawValue))")
            }
            for line in lines {
                try transaction.run(
                    """
                    INSERT INTO span (code, record, person, investigation, from_day, to_day, known_from, known_to, ranged,
                                      target, window_from, window_to, low, high)
                    VALUES (\(Self.codes.firstIndex(of: line.code) ?? 0), \(line.record), \(maybe: line.person),
                            \(maybe: line.investigation), \(line.days.lowerBound.number), \(line.days.upperBound.number),
                            \(line.known.lowerBound.number), \(line.known.upperBound.number), \(line.ranged),
                            \(maybe: line.target), \(maybe: line.from?.number), \(maybe: line.to?.number), \(maybe: line.low), \(maybe: line.high))
                    """)
            }
        }
        return connection
    }

    @Test func `a number from elsewhere has the fields and choices that Figures reads`() {
        let shape = RecordShape.of(.aggregate)
        let choices: (String) -> [String] = { name in
            if case .choice(let choices) = shape.field(name)?.type { choices } else { [] }
        }
        #expect(choices("figure") == Figure.all.filter { !$0.series.isEmpty }.map(\.id))
        #expect(choices("series") == Figure.all.flatMap(\.series).map(\.rawValue))
        #expect(choices("dimension") == Dimension.allCases.map(\.rawValue))
        #expect(Set(Figure.all.flatMap(\.series)) == Set(Series.allCases))
        #expect(shape.links.isEmpty)
    }

    @Test func `numbers from elsewhere are read as they are kept, corrected ones too, and a damaged one is said`()
        throws
    {
        let connection = try store([])
        let fields: [String: FieldValue] = [
            "figure": .choice("action-plan"), "value": .count(39), "source": .text("A fictional paper"),
            "source_date": .day(Day(number: 20)),
        ]
        try connection.transaction { transaction in
            for (id, count) in [(101, 39), (102, 40)] {
                let kept = fields.merging(["value": .count(count)]) { _, new in new }
                try transaction.run(
                    """
                    INSERT INTO record (id, kind, number, subject, begun, known, recorded_at, recorder, facts)
                    VALUES (\(id), \("aggregate"), \(id), 1, 10, \(id), 0, \("test"),
                            \(String(decoding: Fields.encoded(kept), as: UTF8.self)))
                    """)
            }
        }
        let numbers = try connection.aggregates()
        #expect(numbers.map(\.value) == [39, 40])
        for (known, value) in [(100, nil), (101, 39), (102, 40)] as [(Int, Int?)] {
            let counted = try Count(connection, asAt: [Day(number: 10)], knownAt: Day(number: known))
                .comparison().reports.first?[.actionPlan]
            let meant = Tally([], numbers, asAt: Day(number: 10), knownAt: Day(number: known)).answer(.actionPlan)
            #expect(counted == meant)
            #expect(counted?.count == value)
        }
        try connection.transaction { transaction in
            try transaction.run("UPDATE record SET facts = \("{}") WHERE id = 101")
        }
        #expect(throws: RowsError.self) { _ = try connection.aggregates() }
    }

    @Test(arguments: 0..<40) func `counts what Tally counts`(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 7_919 &+ 1)
        let lines = (0..<(seed * 10)).map { _ in dice.line() }
        let connection = try store(lines)
        for _ in 0..<6 {
            var seen: Set<Int> = []
            let days = (0...dice.roll(3)).map { _ in dice.roll(40) }.filter { seen.insert($0).inserted }
                .map { Day(number: $0) }
            let known = dice.roll(3) == 0 ? nil : Day(number: dice.roll(45))
            let counted = try Count(connection, asAt: days, knownAt: known).comparison()
            let tallies = days.map { Tally(lines, asAt: $0, knownAt: known ?? Day(number: 3_999_999)) }
            let meant = Tally.comparison(tallies, knownAt: known)
            #expect(counted.reports.count == days.count)
            for (one, other) in zip(counted.reports, meant.reports) {
                #expect(one.standing == other.standing)
                for (one, other) in zip(one.answers, other.answers) {
                    #expect(one.comparable == other.comparable, "\(one.figure.id), seed \(seed)")
                    #expect(one.rangedEvents == other.rangedEvents, "\(one.figure.id) ranged, seed \(seed)")
                }
            }
            #expect(counted.reconciliations.count == meant.reconciliations.count)
            for (one, other) in zip(counted.reconciliations, meant.reconciliations) {
                #expect(one == other, "\(one.id), seed \(seed)")
            }
        }
    }
}

extension Answer {
    /// The answer without the order of trials that start on one day, of which nothing is said.
    fileprivate var comparable: [String] {
        guard case .trials(let trials) = value else { return ["\(value)", "\(parts)"] }
        return trials.map { "\($0.starts.number) \($0.weeks ?? 0) \($0.defendants)" }.sorted()
    }
}
