// Where people stand: always one stage a person, always the whole.

import Lifecycle
import Testing

@testable import Figures

@Suite struct StandingTests {
    @Test func `a person in several investigations stands once, at the stage that tells most`() {
        let lines: [Line] = [
            .made("B1@arrest", 1, person: 1, from: 1, to: 1), .made("B1:NFA_POLICE", 1, person: 1, from: 2),
            .made("B1@arrest", 2, person: 1, from: 3, to: 3), .made("B1:CHARGED", 2, person: 1, from: 4),
            .made("B1:UNDER_INVESTIGATION", 3, person: 1, from: 4),
        ]
        let standing = Tally(lines, asAt: day(9), knownAt: day(9)).people
        #expect(standing == Standing(counts: ["B1:CHARGED": 1]))
        #expect(lines.count(.peopleUnderPoliceInvestigation, at: 9) == 0)
    }

    @Test func `someone neither arrested nor interviewed stands nowhere`() {
        let lines: [Line] = [.made("B1:UNDER_INVESTIGATION", 1, person: 1, from: 1)]
        #expect(Tally(lines, asAt: day(9), knownAt: day(9)).people.total == 0)
        #expect(lines.count(.peopleUnderPoliceInvestigation, at: 9) == 1)
    }

    @Test func `its parts make the figure of people arrested or interviewed, whatever the lines`() {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<200 {
            let lines = (0..<40).map { _ in
                let codes = Standing.ranked + Standing.population
                return Line.made(
                    codes[next(codes.count)], next(30), person: next(12), from: next(20), to: 20 + next(20),
                    known: next(30))
            }
            let report = Tally(lines, asAt: day(15), knownAt: day(20)).report(knownAt: day(20))
            #expect(report[.peopleArrestedOrInterviewed]?.count == report.standing.total)
            #expect(report.standing.parts.reduce(report.standing.unplaced) { $0 + $1.count } == report.standing.total)
        }
    }

    @Test func `every stage is ranked once and told in one group`() {
        let told = Standing.Group.all.flatMap(\.codes)
        #expect(Set(told).count == told.count)
        #expect(Set(Standing.ranked).count == Standing.ranked.count)
        #expect(Set(told) == Set(Standing.ranked))
    }
}
