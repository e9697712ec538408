// The fictional operation: lawful, and with the published figures.

import CaseModel
import Figures
import Interchange
import Lifecycle
import Testing

@testable import Demonstration

@Suite struct DemonstrationTests {
    private static let replay = Played()

    /// The demonstration, played once for every test.
    private struct Played: Sendable {
        let refused: [String]
        let lines: [Line]
        let aggregates: [Aggregate]
        let standing: [Reference: State]

        init() {
            let replay = Replay(Demonstration.acts)
            refused = replay.refused
            lines = replay.lines
            aggregates = replay.aggregates
            standing = Dictionary(
                uniqueKeysWithValues: replay.dossiers.compactMap { dossier in
                    dossier.state.map { (dossier.reference, $0) }
                })
        }
    }

    private func report(_ day: Day, known: Day? = nil) -> Report {
        Tally(Self.replay.lines, Self.replay.aggregates, asAt: day, knownAt: known ?? Day(number: 30_000)).report(
            knownAt: known)
    }

    private func counts(_ report: Report) -> [String: Int] {
        var counts: [String: Int] = [:]
        for answer in report.answers { counts[answer.figure.id] = answer.count }
        return counts
    }

    @Test func `the rules refuse nothing of it`() {
        #expect(Self.replay.refused == [])
    }

    @Test func `on the first day it has the published figures`() {
        let counts = counts(report(Demonstration.first))
        let published = [
            "live-investigations": 12, "completed-investigations": 2, "arrests": 28, "people-on-bail": 18,
            "victims-identified-and-interviewed": 127, "people-arrested-or-interviewed": 28, "team-posts": 29,
        ]
        for (id, value) in published { #expect(counts[id] == value, "\(id)") }
        #expect(counts["victims-receiving-support"] ?? 0 > 0)
    }

    @Test func `on the second day it has the published figures`() {
        let report = report(Demonstration.second)
        let counts = counts(report)
        let published = [
            "live-investigations": 5, "completed-investigations": 15, "arrests": 85,
            "people-arrested-or-interviewed": 109, "people-charged": 10, "people-charged-with-any-offence": 10,
            "people-under-police-investigation": 32, "investigations-submitted-to-cps": 5,
            "investigations-to-be-submitted": 2, "investigations-cps-nfa": 3, "people-convicted-primary": 0,
            "people-convicted-ancillary": 1, "victims-identified-and-interviewed": 163, "team-posts": 29,
        ]
        for (id, value) in published { #expect(counts[id] == value, "\(id)") }
        #expect(report[.peopleScheduledForArrest]?.value == .range(low: 60, high: 70))
        let start = Day(number: 17_903)
        #expect(start.iso == "2019-01-07")
        #expect(report[.retrialsDue]?.value == .trials([.init(starts: start, weeks: 14, defendants: 10)]))
        #expect(report[.teamPosts]?.parts == [1, 2, 1, 7, 15, 3])
    }

    @Test func `it has what the hub, the police and the council published, and what fits it`() throws {
        let counts = counts(report(Demonstration.second))
        let published = [
            "hub-referrals": 713, "children-at-risk": 229, "flagged-offences": 317, "placements": 10, "action-plan": 39,
        ]
        for (id, value) in published { #expect(counts[id] == value, "\(id)") }
        let first = self.counts(report(Demonstration.first))
        #expect(published.keys.compactMap { first[$0] } == [713])
        let children = try sourced(.childrenAtRisk), offences = try sourced(.flaggedOffences)
        let grades = children.numbers.filter { $0.key.category?.dimension == .grade && $0.key.area == nil }
        #expect(grades.map(\.shareTenths) == [158, 249, 545, 48])
        #expect(grades.compactMap(\.printedTenths).reduce(0, +) == 953)
        #expect(children.headline.flatMap(children.movement)?.tenths == 145)
        #expect(offences.headline.flatMap(offences.movement)?.tenths == -89)
        let referrals = try sourced(.hubReferrals)
        #expect(referrals.headline.flatMap(referrals.movement)?.tenths == 654)
        for figure in [Figure.childrenAtRisk, .flaggedOffences] {
            let groups = try sourced(figure).numbers.filter { $0.key.category?.dimension == .ethnicity }
            #expect(!groups.isEmpty)
            for one in groups { #expect(try sourced(figure).recorded(beside: one) != nil) }
        }
    }

    @Test func `what is made up to fit a published share says so, and what does not reconcile is noted`() throws {
        let notes = Self.replay.aggregates.compactMap(\.note).joined(separator: "\n")
        for words in ["95.3 per cent", "14.5 per cent from January", "367", "per cent or in points", "made up"] {
            #expect(notes.contains(words), "\(words)")
        }
    }

    private func sourced(_ figure: Figure) throws -> Sourced {
        guard case .sourced(let sourced)? = report(Demonstration.second)[figure]?.value else {
            throw Unsourced()
        }
        return sourced
    }

    private struct Unsourced: Error {}

    @Test func `everyone arrested or interviewed stands where the published sum has them`() {
        let parts = report(Demonstration.second).standing.parts.map(\.count)
        #expect(parts == [10, 32, 6, 18, 42, 1])
        #expect(report(Demonstration.second).standing.total == 109)
    }

    @Test func `before the late fact was known the first day was one arrest short`() {
        let before = counts(report(Demonstration.first, known: Demonstration.lateFactKnown.adding(days: -1)))
        let after = counts(report(Demonstration.first, known: Demonstration.lateFactKnown))
        let differing = before.keys.filter { before[$0] != after[$0] }.sorted()
        #expect(
            differing == [
                "arrests", "people-arrested-or-interviewed", "people-on-bail", "people-under-police-investigation",
            ])
        #expect(before["arrests"] == 27)
        #expect(before["people-on-bail"] == 17)
        #expect(after["arrests"] == 28)
    }

    @Test func `people stand in victims' states as planned`() {
        let states = Self.replay.standing.filter { $0.key.kind == .victim }.values
        let counts = Dictionary(grouping: states, by: \.self).mapValues(\.count)
        #expect(counts["CONTACT_PLANNED"] == 6)
        #expect(counts["DECLINED"] == 11)
        #expect(counts["UNABLE_TO_TRACE"] == 8)
        #expect(states.count == 190)
        #expect(Self.replay.standing.filter { $0.key.kind == .suspect && $0.value == "SCHEDULED" }.count == 65)
    }

    @Test func `says of one account that its day is known only as a range`() {
        #expect(report(Demonstration.first)[.victimsIdentifiedAndInterviewed]?.rangedEvents == 1)
    }

    @Test func `is in the order in which things became known, and the same every time`() {
        let acts = Demonstration.acts
        let days = acts.compactMap { act -> Day? in
            switch act.line {
            case .add(let line): line.known
            case .record(let line): line.known
            case .supply(let line): line.known
            case .correct(let line): line.known
            }
        }
        #expect(days.count == acts.count)
        #expect(days == days.sorted())
        #expect(acts.map(\.line) == Demonstration.acts.map(\.line))
        #expect(days.last.map { $0 <= Demonstration.second } == true)
    }

    @Test func `every name and address in it is plainly made up`() {
        for act in Demonstration.acts {
            guard case .add(let line) = act.line, line.kind == .person else { continue }
            guard case .text(let name) = line.fields["name"], case .text(let address) = line.fields["address"] else {
                Issue.record("a person without a name")
                continue
            }
            #expect(name.contains("Testcase") || name.contains("Makebelieve"))
            #expect(address.contains("Nowhere Street, Fictionborough"))
        }
    }
}
