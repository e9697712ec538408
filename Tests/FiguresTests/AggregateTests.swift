// Numbers from elsewhere: what cannot be is refused, what was corrected is gone, and no change is said without its base.

import Lifecycle
import Testing

@testable import Figures

@Suite struct AggregateTests {
    @Test func `a number with its source is taken`() throws {
        let number = try Aggregate.made(["value": .count(33), "of": .count(209), "share_tenths": .count(158)])
        #expect(number.key.series == .children)
        #expect(number.shareTenths == 158)
    }

    @Test(
        arguments: [
            ("value", ["value": nil]), ("source", ["source": nil]), ("source_date", ["source_date": nil]),
            ("figure", ["figure": nil]), ("figure", ["figure": .choice("people-charged")]),
            ("series", ["series": .choice("offences")]),
            ("value", ["value": .count(210), "of": .count(209)]), ("of", ["of": .count(0)]),
            ("of", ["value": nil, "of": .count(9), "rank": .count(1)]), ("value", ["value": .count(2_000_000_000)]),
            ("value", ["value": .count(-1)]), ("share_tenths", ["of": .count(209), "share_tenths": .count(250)]),
            ("share_tenths", ["value": nil, "share_tenths": .count(1_001)]),
            ("of", ["series": .choice("mean-age"), "of": .count(209)]),
            ("category", ["dimension": .choice("grade")]), ("dimension", ["category": .text("high")]),
            ("category", ["dimension": .choice("grade"), "category": .text("very high")]),
            ("dimension", ["dimension": .choice("height"), "category": .text("tall")]),
            ("scheme", ["dimension": .choice("ethnicity"), "category": .text("asian")]),
            ("scheme", ["scheme": .choice("not said")]),
            ("period_from", ["period_from": .day(day(0))]),
            ("period_from", ["figure": .choice("hub-referrals")]),
            ("period_from", ["figure": .choice("hub-referrals"), "period_from": .day(day(11))]),
            ("source_date", ["source_date": .day(day(9))]), ("known", ["source_date": .day(day(21))]),
            ("change_unit", ["change_tenths": .count(-110)]), ("change_since", ["change_since": .day(day(1))]),
            ("change_tenths", ["change_tenths": .count(-1_001), "change_unit": .choice("per cent")]),
            ("change_tenths", ["change_tenths": .count(1_001), "change_unit": .choice("percentage points")]),
            (
                "change_since",
                ["change_tenths": .count(1), "change_unit": .choice("per cent"), "change_since": .day(day(10))]
            ),
            ("withdrawn", ["withdrawn": .flag(true)]),
            ("note", ["note": .text(String(repeating: "a", count: 301))]),
        ] as [(String, [String: FieldValue?])])
    func `what cannot be is refused, and its field named`(field: String, change: [String: FieldValue?]) {
        let fault = #expect(throws: AggregateFault.self) { _ = try Aggregate.made(change) }
        #expect(fault?.field == field, "\(fault?.words ?? "")")
    }

    @Test func `parts that come to more than their whole are refused, whichever is entered last`() throws {
        let whole = try Aggregate.made(["value": .count(50)])
        let high = try Aggregate.grade("high", 30), low = try Aggregate.grade("low", 21)
        #expect([whole, high].fault(adding: low)?.words.contains("come to 51, more than the whole of 50") == true)
        #expect([high, low].fault(adding: whole) != nil)
        #expect([whole, high].fault(adding: try .grade("low", 20)) == nil)
        #expect([high].fault(adding: low) == nil)
        // Another dimension, day or area is another matter.
        #expect([whole, high].fault(adding: try .grade("low", 40, ["area": .text("South")])) == nil)
        let male: [String: FieldValue?] = [
            "dimension": .choice("sex"), "category": .text("male"), "value": .count(40),
        ]
        #expect([whole, high].fault(adding: try .made(male)) == nil)
    }

    @Test func `a part of more than the whole is refused, and so are parts over what they are parts of`() throws {
        let whole = try Aggregate.made(["value": .count(50)])
        #expect([whole].fault(adding: try .grade("high", 5, ["of": .count(51)]))?.field == "of")
        let of = try Aggregate.grade("high", 30, ["of": .count(40)])
        #expect([of].fault(adding: try .grade("low", 11, ["of": .count(40)])) != nil)
    }

    @Test func `a corrected part no longer counts in its sum`() throws {
        let whole = try Aggregate.made(["value": .count(50)]), wrong = try Aggregate.grade("high", 45, order: 2)
        let right = try Aggregate.grade("high", 15, known: 21, order: 3)
        #expect([whole, wrong].fault(adding: right) == nil)
        #expect([whole, wrong, right].fault(adding: try .grade("low", 30, order: 4)) == nil)
        #expect([whole, wrong].fault(adding: try .grade("low", 30, order: 4)) != nil)
    }

    @Test func `averages and prices do not add up and are not added`() throws {
        let cost: (String) throws -> Aggregate = { kind in
            try .made([
                "figure": .choice("placements"), "series": .choice("weekly-cost"), "dimension": .choice("placement"),
                "category": .text(kind), "value": .count(6_000),
            ])
        }
        let whole: [String: FieldValue?] = [
            "figure": .choice("placements"), "series": .choice("weekly-cost"), "value": .count(5_000),
        ]
        #expect([try .made(whole), try cost("residential")].fault(adding: try cost("secure")) == nil)
    }
}

@Suite struct SourcedTests {
    @Test func `a later number replaces an earlier one from the day on which it was known`() throws {
        let all = [
            try Aggregate.made(["value": .count(200)], known: 20, order: 1),
            try Aggregate.made(["value": .count(210)], known: 30, order: 2),
            try Aggregate.made(["value": nil, "withdrawn": .flag(true)], known: 40, order: 3),
        ]
        let value = { (at: Int, known: Int) in
            Tally([], all, asAt: day(at), knownAt: day(known)).answer(.childrenAtRisk).count
        }
        #expect([19, 20, 29, 30, 39, 40].map { value(50, $0) } == [nil, 200, 200, 210, 210, nil])
        #expect(value(9, 30) == nil)
        #expect(value(10, 30) == 210)
    }

    @Test func `of two known on one day the one recorded last stands`() throws {
        let all = [
            try Aggregate.made(["value": .count(2)], order: 9), try Aggregate.made(["value": .count(1)], order: 4),
        ]
        #expect(Tally([], all, asAt: day(50), knownAt: day(50)).answer(.childrenAtRisk).count == 2)
    }

    @Test func `the figure is the newest whole, and never a part or an area`() throws {
        let all = [
            try Aggregate.made(["value": .count(200)]), try Aggregate.grade("high", 30, at: 15),
            try Aggregate.made(["value": .count(76), "area": .text("South")], at: 16),
        ]
        let answer = Tally([], all, asAt: day(50), knownAt: day(50)).answer(.childrenAtRisk)
        #expect(answer.count == 200)
        #expect(Tally([], all, asAt: day(50), knownAt: day(50)).answer(.hubReferrals).count == nil)
    }

    @Test func `counts change in per cent and shares in percentage points`() throws {
        let all = [
            try Aggregate.made(["value": .count(200)], at: 1), try Aggregate.made(["value": .count(229)]),
            try Aggregate.grade("high", 30, at: 1, ["of": .count(200)]),
            try Aggregate.grade("high", 40, ["of": .count(229)]),
        ]
        let sourced = Sourced([.children], all)
        let count = sourced.movement(of: all[1]), share = sourced.movement(of: all[3])
        #expect(count?.tenths == 145)
        #expect(count?.inPoints == false)
        #expect(share?.tenths == 25)
        #expect(share?.inPoints == true)
        #expect(sourced.movement(of: all[0]) == nil)
    }

    @Test func `a change since a day without a number has no base, and one on a small base is not worked out`() throws {
        let since: [String: FieldValue?] = [
            "value": .count(229), "change_tenths": .count(145), "change_unit": .choice("per cent"),
            "change_since": .day(day(2)),
        ]
        let all = [try Aggregate.made(["value": .count(200)], at: 1), try Aggregate.made(since)]
        #expect(Sourced([.children], all).movement(of: all[1]) == nil)
        let few = [try Aggregate.made(["value": .count(9)], at: 1), try Aggregate.made(["value": .count(18)])]
        #expect(Sourced([.children], few).movement(of: few[1]) == nil)
    }

    @Test func `a year is not compared with a month`() throws {
        let referrals: (Int, Int, Int) throws -> Aggregate = { from, to, value in
            try .made(
                [
                    "figure": .choice("hub-referrals"), "period_from": .day(day(from)), "value": .count(value),
                ], at: to)
        }
        let all = [try referrals(-720, -356, 431), try referrals(-30, -1, 60), try referrals(-355, 10, 713)]
        #expect(Sourced([.referrals], all).movement(of: all[2])?.base == all[0])
        #expect(Sourced([.referrals], all).movement(of: all[1]) == nil)
    }

    @Test func `how many are recorded stands beside every number by ethnicity, as exactly as the source allows`() throws
    {
        let group: (String, Int) throws -> Aggregate = { name, count in
            try .made([
                "dimension": .choice("ethnicity"), "category": .text(name), "scheme": .choice("self-defined 16+1"),
                "said_by": .choice("the person"), "value": .count(count), "of": .count(100),
            ])
        }
        let exact = [
            try group("white british", 60), try group("asian", 20), try group("not asked", 5),
            try group("declined", 15),
        ]
        #expect(Sourced([.children], exact).recorded(beside: exact[0]) == .init(least: 80, most: 80, of: 100))
        let mixed = [try group("white british", 60), try group("other or unknown", 40)]
        #expect(Sourced([.children], mixed).recorded(beside: mixed[1]) == .init(least: 60, most: 100, of: 100))
        let rest = [try group("white british", 60), try group("not recorded", 10)]
        #expect(Sourced([.children], rest).recorded(beside: rest[0]) == .init(least: 60, most: 90, of: 100))
        #expect(Sourced([.children], exact).recorded(beside: try .grade("high", 3)) == nil)
    }
}

extension Aggregate {
    /// Two hundred children of one day, with these fields changed; nil takes one away.
    static func made(
        _ change: [String: FieldValue?] = [:], at: Int = 10, known: Int = 20, order: Int = 1
    ) throws -> Aggregate {
        var fields: [String: FieldValue] = [
            "figure": .choice("children-at-risk"), "value": .count(200), "source": .text("A fictional paper"),
            "source_date": .day(day(max(at, 10))),
        ]
        for (name, value) in change { fields[name] = value }
        return try Aggregate(fields, on: day(at), known: day(known), order: order)
    }

    /// So many of one grade.
    static func grade(
        _ grade: String, _ count: Int, at: Int = 10, known: Int = 20, order: Int = 1,
        _ more: [String: FieldValue?] = [:]
    ) throws -> Aggregate {
        let fields: [String: FieldValue?] = [
            "dimension": .choice("grade"), "category": .text(grade), "value": .count(count),
        ]
        return try made(fields.merging(more) { _, new in new }, at: at, known: known, order: order)
    }
}
