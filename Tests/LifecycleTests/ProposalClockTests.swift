// The lead is asked in time whether an investigation, of which nothing is open, is completed.

import Lifecycle
import Testing

@Suite struct `The clock of a proposal to complete` {
    @Test(
        arguments: [
            // What happened, from where to where; the last day in time then, counted from the day it was proposed.
            ([("propose_completion", "ACTIVE", "ACTIVE")], 28 as Int?),
            ([("go_live", "SCOPING", "ACTIVE")], nil),
            ([("propose_completion", "ACTIVE", "ACTIVE"), ("complete", "ACTIVE", "COMPLETED")], nil),
            ([("propose_completion", "ACTIVE", "ACTIVE"), ("pause", "ACTIVE", "PAUSED")], nil),
            ([("propose_completion", "WITH_CPS", "WITH_CPS"), ("returned_by_cps", "WITH_CPS", "ACTIVE")], nil),
            (
                [
                    ("propose_completion", "ACTIVE", "ACTIVE"), ("pause", "ACTIVE", "PAUSED"),
                    ("propose_completion", "PAUSED", "PAUSED"),
                ], 30
            ),
        ] as [([(String, String, String)], Int?)])
    func `begins with the proposal alone, and stops when the investigation moves`(
        turns: [(String, String, String)], due: Int?
    ) throws {
        let begun = try #require(Day("2018-11-01"))
        let machine = try #require(RuleBook.current.machine(.a))
        var clockwork = try #require(Clockwork(machine, begunOn: begun, facts: [:]))
        for (days, turn) in turns.enumerated() {
            clockwork.follow(
                Turn(
                    turn.0, on: begun.adding(days: days), from: State(rawValue: turn.1), to: State(rawValue: turn.2),
                    place: days))
        }
        let running = clockwork.standing.filter { $0.clock == "A.complete" }
        #expect(running.map(\.due) == (due.map { [begun.adding(days: $0)] } ?? []))
    }
}
