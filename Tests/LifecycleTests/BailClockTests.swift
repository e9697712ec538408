// The bail period, against the vectors of the domain's page and the acceptance check on standing still.

import Lifecycle
import Testing

/// A custody record's course, told event by event.
struct Bail {
    let arrest: Day
    var clock: BailClock?
    var work: Clockwork
    var here: State = "DETAINED"
    var count = 0

    init(_ arrest: String) throws {
        self.arrest = try #require(Day(arrest))
        clock = BailClock(arrestOn: self.arrest)
        let machine = try #require(RuleBook.current.machine(.b2))
        work = try #require(Clockwork(machine, begunOn: self.arrest, facts: [:]))
    }

    mutating func turn(
        _ event: String, _ day: String, to state: State, _ fields: [String: FieldValue] = [:]
    ) throws {
        let turn = Turn(event, on: try #require(Day(day)), fields: fields, from: here, to: state, place: count)
        clock?.follow(turn)
        work.follow(turn)
        here = state
        count += 1
    }

    /// The last day of the period; nil where none runs.
    var end: String? { work.standing.first { $0.clock == "B2.abp" }?.due?.iso }

    var left: Int? { work.standing.first { $0.clock == "B2.abp" }?.left }
}

@Suite struct `The bail period` {
    static let vectors: [(String, [String])] = [
        ("2024-01-10", ["2024-04-10", "2024-07-10", "2024-10-10", "2025-01-10", "2025-07-10", "2026-01-10"]),
        ("2024-11-29", ["2025-02-28", "2025-05-29", "2025-08-29", "2025-11-29", "2026-05-29", "2026-11-29"]),
        ("2024-08-30", ["2024-11-30", "2025-02-28", "2025-05-30", "2025-08-30", "2026-02-28", "2026-08-30"]),
        ("2023-11-28", ["2024-02-28", "2024-05-28", "2024-08-28", "2024-11-28", "2025-05-28", "2025-11-28"]),
    ]

    @Test(arguments: vectors) func `ends as the vectors say`(arrest: String, ends: [String]) throws {
        for (months, end) in zip([3, 6, 9, 12, 18, 24], ends) {
            let start = try #require(Day(arrest)).adding(days: 1)
            #expect(Period.months(months).last(beginningWith: start).iso == end)
        }
        var bail = try Bail(arrest)
        #expect(bail.end == nil)
        try bail.turn("bail", arrest, to: "BAIL_INITIAL")
        #expect(bail.end == ends[0])
        try bail.turn("extend_6", ends[0], to: "BAIL_EXT6")
        #expect(bail.end == ends[1])
        try bail.turn("extend_9", ends[1], to: "BAIL_EXT9")
        #expect(bail.end == ends[2])
        try bail.turn("extend_12_designated", ends[2], to: "BAIL_EXT12D")
        #expect(bail.end == ends[3])
        try bail.turn("apply_court", ends[3], to: "BAIL_APP_PENDING")
        #expect(bail.end == nil)
        #expect(bail.work.lapse(at: "BAIL_APP_PENDING") == nil)
        try bail.turn("court_grant_first", ends[3], to: "BAIL_COURT1")
        #expect(bail.end == ends[4])
        try bail.turn("apply_court", ends[4], to: "BAIL_APP_PENDING")
        let until = try #require(Day(ends[5]))
        try bail.turn("court_grant_further", ends[4], to: "BAIL_COURTN", ["until": .day(until)])
        #expect(bail.end == ends[5])
    }

    @Test func `stands still while the prosecutor decides, and keeps the days that are left`() throws {
        var bail = try Bail("2024-01-10")
        try bail.turn("bail", "2024-01-10", to: "BAIL_INITIAL")
        try bail.turn("bail_for_dpp", "2024-03-11", to: "BAIL_DPP")
        #expect(bail.end == nil)
        #expect(bail.left == 31)
        try bail.turn("dpp_asks_more", "2024-04-15", to: "BAIL_DPP_FURTHER_INFO")
        #expect(bail.end == "2024-05-15")
        try bail.turn("dpp_request_met", "2024-04-29", to: "BAIL_DPP")
        #expect(bail.left == 17)
        try bail.turn("charge", "2024-05-20", to: "CLOSED_CHARGED")
        let ran = try #require(bail.clock).ran.map { "\($0.from.iso)..<\($0.to?.iso ?? "")" }
        #expect(ran == ["2024-01-11..<2024-03-11", "2024-04-15..<2024-04-29"])
        #expect(bail.end == nil && bail.left == nil)
    }

    @Test func `leaves seven days when the prosecutor asks for more`() throws {
        var bail = try Bail("2024-01-10")
        try bail.turn("bail", "2024-01-10", to: "BAIL_INITIAL")
        try bail.turn("bail_for_dpp", "2024-04-09", to: "BAIL_DPP")
        #expect(bail.left == 2)
        try bail.turn("dpp_asks_more", "2024-06-03", to: "BAIL_DPP_FURTHER_INFO")
        #expect(bail.end == "2024-06-09")
        try bail.turn("dpp_request_met", "2024-06-05", to: "BAIL_DPP")
        #expect(bail.left == 5)
        try bail.turn("dpp_asks_more", "2024-06-10", to: "BAIL_DPP_FURTHER_INFO")
        #expect(bail.end == "2024-06-16")
    }

    @Test func `does not begin where the first release is for the prosecutor's decision`() throws {
        var bail = try Bail("2024-01-10")
        try bail.turn("bail_for_dpp", "2024-01-12", to: "BAIL_DPP")
        #expect(bail.left == 91)
        try bail.turn("dpp_asks_more", "2024-02-10", to: "BAIL_DPP_FURTHER_INFO")
        // Thirty days, from 11 January to 9 February, did not count.
        #expect(bail.end == "2024-05-10")
    }

    @Test func `ends when it would have ended, after a breach`() throws {
        var bail = try Bail("2024-01-10")
        try bail.turn("bail", "2024-01-10", to: "BAIL_INITIAL")
        try bail.turn("arrest_46a", "2024-02-01", to: "BREACH_ARREST")
        #expect(bail.end == "2024-04-10")
        #expect(bail.work.lapse(at: "BREACH_ARREST") == nil)
        try bail.turn("rebail_after_breach", "2024-02-01", to: "BAIL_INITIAL")
        #expect(bail.end == "2024-04-10")
        try bail.turn("bail_for_dpp", "2024-03-11", to: "BAIL_DPP")
        try bail.turn("no_show", "2024-03-20", to: "FAILED_TO_ATTEND")
        try bail.turn("arrest_46a", "2024-03-21", to: "BREACH_ARREST")
        try bail.turn("rebail_after_breach", "2024-03-21", to: "BAIL_DPP")
        #expect(bail.left == 31)
    }

    @Test func `does not count days in hospital if the person is there when it would end`() throws {
        var bail = try Bail("2024-01-10")
        try bail.turn("bail", "2024-01-10", to: "BAIL_INITIAL")
        try bail.turn("enter_hospital", "2024-02-01", to: "BAIL_INITIAL")
        try bail.turn("leave_hospital", "2024-02-05", to: "BAIL_INITIAL")
        #expect(bail.end == "2024-04-10")
        try bail.turn("enter_hospital", "2024-04-08", to: "BAIL_INITIAL")
        #expect(bail.end == "2024-04-10")
        #expect(bail.work.lapse(at: "BAIL_INITIAL") == nil)
        #expect(bail.work.standing.first { $0.clock == "B2.abp" }?.until?.iso == "2024-04-10")
        try bail.turn("leave_hospital", "2024-04-12", to: "BAIL_INITIAL")
        // Five days in February and five in April.
        #expect(bail.end == "2024-04-20")
        #expect(bail.work.lapse(at: "BAIL_INITIAL")?.day.iso == "2024-04-21")
    }

    @Test func `went by other months from 2017 to 2022`() throws {
        var bail = try Bail("2018-01-10")
        try bail.turn("bail", "2018-01-10", to: "BAIL_INITIAL")
        #expect(bail.end == "2018-02-07")
        try bail.turn("extend_3", "2018-02-01", to: "BAIL_EXT3")
        #expect(bail.end == "2018-04-10")
        try bail.turn("apply_court", "2018-04-01", to: "BAIL_APP_PENDING")
        try bail.turn("court_grant_first", "2018-04-20", to: "BAIL_COURT1")
        #expect(bail.end == "2018-07-10")
        try bail.turn("apply_court", "2018-07-01", to: "BAIL_APP_PENDING")
        try bail.turn("court_grant_further", "2018-07-20", to: "BAIL_COURTN")
        #expect(bail.end == "2018-10-10")
    }

    @Test(arguments: [
        ("2017-04-02", nil), ("2017-04-03", "2017-05-01"), ("2022-10-27", "2022-11-24"), ("2022-10-28", "2023-01-28"),
    ])
    func `goes by the day of arrest`(arrest: String, end: String?) throws {
        var bail = try Bail(arrest)
        try bail.turn("bail", arrest, to: "BAIL_INITIAL")
        #expect(bail.end == end)
        #expect((bail.work.lapse(at: "BAIL_INITIAL") == nil) == (end == nil))
    }

    @Test func `lapses the day after its last, and stays overdue until it is put right`() throws {
        var bail = try Bail("2024-01-10")
        try bail.turn("bail", "2024-01-10", to: "BAIL_INITIAL")
        let lapse = try #require(bail.work.lapse(at: "BAIL_INITIAL"))
        #expect(lapse == bail.work.lapse(at: "BAIL_INITIAL"))
        #expect(lapse.day.iso == "2024-04-11" && lapse.rule == "B2.expire" && lapse.to == "ABP_EXPIRED")
        bail.work.pass(lapse, from: "BAIL_INITIAL")
        #expect(bail.end == "2024-04-10")
        bail.here = "ABP_EXPIRED"
        try bail.turn("regularise_release", "2024-05-01", to: "RUI")
        #expect(bail.end == nil)
        #expect(bail.work.stopped.map(\.until?.iso) == ["2024-05-01"])
        #expect(bail.work.standing.map { "\($0.clock) \($0.due?.iso ?? "")" } == ["B2.review 2024-05-29"])
    }
}
