// What each measure means, on lines small enough to count by hand.

import Lifecycle
import Testing

@testable import Figures

@Suite struct TallyTests {
    @Test func `a stay holds on the day it begins and not on the day it ends`() {
        let lines: [Line] = [.made("A:ACTIVE", 1, investigation: 1, from: 10, to: 20)]
        #expect([9, 10, 19, 20].map { lines.count(.liveInvestigations, at: $0) } == [0, 1, 1, 0])
    }

    @Test func `what is not yet known does not count, nor what has been struck`() {
        let lines: [Line] = [.made("A:ACTIVE", 1, investigation: 1, from: 10, known: 15, struck: 18)]
        #expect([14, 15, 17, 18].map { lines.count(.liveInvestigations, at: 12, known: $0) } == [0, 1, 1, 0])
    }

    @Test func `a stay that ended on the day it began has been, and never stood`() {
        let lines: [Line] = [.made("B3/PRIMARY:CHARGED", 1, person: 1, from: 10, to: 10)]
        #expect(lines.count(.peopleCharged, at: 9) == 0)
        #expect(lines.count(.peopleCharged, at: 10) == 1)
        let bail: [Line] = [.made("B2:BAIL_INITIAL", 1, person: 1, from: 10, to: 10)]
        #expect(bail.count(.peopleOnBail, at: 10) == 0)
    }

    @Test func `arrests are arrests, not people, episodes or investigations`() {
        let lines: [Line] = [
            .made("B1@arrest", 1, person: 1, from: 10, to: 10), .made("B1@arrest", 2, person: 1, from: 10, to: 10),
            .made("B1@rearrest", 1, person: 1, from: 11, to: 11), .made("B1@arrest", 3, person: 2, from: 10, to: 10),
        ]
        #expect(lines.count(.arrests, at: 11) == 3)
        #expect(lines.count(.peopleArrestedOrInterviewed, at: 11) == 2)
    }

    @Test func `an ancillary conviction makes no primary one`() {
        let lines: [Line] = [
            .made("B3/ANCILLARY:CHARGED", 1, person: 1, from: 1, to: 5),
            .made("B3/ANCILLARY:SENTENCED", 1, person: 1, from: 5),
        ]
        #expect(lines.count(.peopleConvictedPrimary, at: 9) == 0)
        #expect(lines.count(.peopleConvictedAncillary, at: 9) == 1)
        #expect(lines.count(.peopleCharged, at: 9) == 0)
        #expect(lines.count(.peopleChargedWithAny, at: 9) == 1)
    }

    @Test(arguments: ["CONVICTED", "SENTENCED", "APPEAL", "UPHELD"])
    func `a conviction stands while an appeal is pending`(state: String) {
        let lines: [Line] = [.made(Code(rawValue: "B3/PRIMARY:\(state)"), 1, person: 1, from: 1)]
        #expect(lines.count(.peopleConvictedPrimary, at: 9) == 1)
    }

    @Test func `a planning range takes windows that lie wholly within the next year`() {
        let open = Line.made("PHA", 1, investigation: 1, from: 0)
        let end = day(100).adding(months: 12)
        let lines = [
            open.planned(from: day(101), to: end, low: 20, high: 22),
            open.planned(from: day(100), to: end, low: 1, high: 1),
            open.planned(from: day(101), to: end.adding(days: 1), low: 1, high: 1),
            open.planned(from: day(150), to: day(160), low: 5, high: 6),
        ]
        let answer = Tally(lines, asAt: day(100), knownAt: day(100)).answer(.peopleScheduledForArrest)
        #expect(answer.value == .range(low: 25, high: 28))
        #expect(answer.count == nil)
    }

    @Test func `to be submitted means a draft with a day planned within the next year`() {
        let end = day(100).adding(months: 12)
        func submission(_ record: Int, _ state: Code, planned: Day?) -> [Line] {
            let stay = Line.made(state, record, investigation: record, from: 0)
            let plan = planned.map { Line.made("D2:planned", record, investigation: record, from: 0).planned(from: $0) }
            return [stay] + (plan.map { [$0] } ?? [])
        }
        let lines =
            submission(1, "D2:DRAFT", planned: day(101)) + submission(2, "D2:DRAFT", planned: end)
            + submission(3, "D2:DRAFT", planned: nil) + submission(4, "D2:DRAFT", planned: day(100))
            + submission(5, "D2:SUBMITTED", planned: day(101)) + submission(6, "D2:DRAFT", planned: end.adding(days: 1))
        #expect(lines.count(.investigationsToBeSubmitted, at: 100) == 2)
    }

    @Test func `an investigation ends with the CPS when every linked suspect does`() {
        func suspect(_ record: Int, _ stage: String, of submission: Int) -> [Line] {
            [
                .made("SUS>submission", record, person: record, from: 5, target: submission),
                .made(Code(rawValue: "B1:\(stage)"), record, person: record, from: 5),
            ]
        }
        let decided = [1, 2, 3].map { Line.made("D2:DECIDED", $0, investigation: $0, from: 5) }
        let finalised = Line.made("D2:ADMIN_FINALISED", 4, investigation: 4, from: 5)
        let lines =
            decided + [finalised] + suspect(11, "NFA_CPS_EVID", of: 1) + suspect(12, "NFA_CPS_PI", of: 1)
            + suspect(21, "NFA_CPS_EVID", of: 2) + suspect(22, "CHARGED", of: 2) + suspect(41, "NFA_CPS_EVID", of: 4)
        #expect(lines.count(.investigationsCPSNFA, at: 9) == 1)
    }

    @Test func `a retrial is a second trial still to start, with the people whose charges are live in it`() {
        func prosecution(_ record: Int, state: Code, starts: Int, number: Int) -> [Line] {
            [
                .made(state, record, investigation: 1, from: 0),
                Line.made("D3:trial", record, investigation: 1, from: 0)
                    .planned(from: day(starts), low: 14, high: number),
            ]
        }
        func charge(_ record: Int, person: Int, state: Code, in prosecution: Int) -> [Line] {
            [
                .made(state, record, person: person, from: 0),
                .made("CHG>prosecution", record, person: person, from: 0, target: prosecution),
            ]
        }
        let lines =
            prosecution(1, state: "D3:TRIAL_FIXED", starts: 60, number: 2)
            + prosecution(2, state: "D3:TRIAL_FIXED", starts: 60, number: 1)
            + prosecution(3, state: "D3:TRIAL_FIXED", starts: 50, number: 2)
            + prosecution(4, state: "D3:IN_TRIAL", starts: 60, number: 2)
            + charge(11, person: 1, state: "B3/PRIMARY:TRIAL_LISTED", in: 1)
            + charge(12, person: 1, state: "B3/PRIMARY:TRIAL_LISTED", in: 1)
            + charge(13, person: 2, state: "B3/PRIMARY:TRIAL_LISTED", in: 1)
            + charge(14, person: 3, state: "B3/ANCILLARY:SENTENCED", in: 1)
        let answer = Tally(lines, asAt: day(50), knownAt: day(50)).answer(.retrialsDue)
        #expect(answer.value == .trials([.init(starts: day(60), weeks: 14, defendants: 2)]))
    }

    @Test func `posts are counted by role`() {
        let lines = Figure.postRoles.enumerated().flatMap { place, role in
            (0...place).map { Line.made(Code(rawValue: "POS:\(role)"), place * 10 + $0, from: 0, to: 50) }
        }
        let answer = Tally(lines, asAt: day(9), knownAt: day(9)).answer(.teamPosts)
        #expect(answer.parts == [1, 2, 3, 4, 5, 6])
        #expect(answer.count == 21)
        #expect(lines.count(.teamPosts, at: 50) == 0)
    }

    @Test func `says how many of the events counted are ranged`() {
        let lines: [Line] = [
            .made("C1@first_account", 1, person: 1, from: 1, to: 1, ranged: true),
            .made("C1@abe_interview", 1, person: 1, from: 2, to: 2), .made("A:ACTIVE", 2, from: 1, ranged: true),
        ]
        let answer = Tally(lines, asAt: day(9), knownAt: day(9)).answer(.victimsIdentifiedAndInterviewed)
        #expect(answer == Answer(.victimsIdentifiedAndInterviewed, .count(1), rangedEvents: 1))
    }
}
