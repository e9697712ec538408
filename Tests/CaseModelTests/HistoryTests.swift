// Random pasts: the order of recording does not matter, a refusal leaves no trace, and what was believed stays on record.

import Lifecycle
import Testing

@testable import CaseModel

@Suite struct HistoryTests {
    /// Records of a past keep their own order and are shuffled among each other; what is refused is tried again later.
    private func recordShuffled(_ facts: [Fact], into file: CaseFile, with dice: inout Dice) throws -> Int {
        var waiting = Dictionary(grouping: facts, by: \.record).mapValues { Array($0.reversed()) }
        var refused = 0
        while !waiting.isEmpty, refused < 1500 {
            guard let record = waiting.keys.sorted().randomElement(using: &dice), let fact = waiting[record]?.last
            else { break }
            let before = refused % 40 == 0 ? file.whole : []
            if try file.take(fact) {
                waiting[record]?.removeLast()
                if waiting[record]?.isEmpty == true { waiting[record] = nil }
            } else {
                if refused % 40 == 0 { #expect(file.whole == before, "a refusal left a trace") }
                refused += 1
            }
        }
        return waiting.values.map(\.count).reduce(0, +)
    }

    @Test func `folds to the same states and consequences in whatever order it is recorded`() throws {
        var complete = 0
        var followed = 0
        for seed in 1...8 as ClosedRange<UInt64> {
            let (file, facts) = try CaseFile.past(seed: seed, days: 55)
            var dice = Dice(state: seed &* 7919)
            let other = try CaseFile.furnished()
            guard try recordShuffled(facts, into: other, with: &dice) == 0 else { continue }
            complete += 1
            let (one, two) = (try file.believed(), try other.believed())
            followed += one.count { $0.contains(" known ") }
            #expect(one == two, "seed \(seed): \(Set(one).symmetricDifference(two).sorted())")
        }
        #expect(complete > 5 && followed > 5, "\(complete) \(followed)")
    }

    @Test func `opens the same records in whatever order it is recorded`() throws {
        var (complete, opened) = (0, 0)
        for seed in 1...Soak.count(6, soaking: 200) {
            let (file, facts) = try CaseFile.past(seed: UInt64(seed) &+ 500, days: 55, goLive: 10)
            var dice = Dice(state: UInt64(seed) &* 7919)
            let other = try CaseFile.furnished(goLive: 10)
            guard try recordShuffled(facts, into: other, with: &dice) == 0 else { continue }
            complete += 1
            let (one, two) = (file.believedOpenings(), other.believedOpenings())
            opened += one.count
            #expect(one == two, "seed \(seed): \(Set(one).symmetricDifference(two).sorted().joined(separator: "\n"))")
            #expect(try file.believed() == other.believed(), "seed \(seed)")
            #expect(file.docket.openedRecords().allSatisfy { $0.cause.hasPrefix("EV-") })
        }
        #expect(complete > 3 && opened > 3, "\(complete) \(opened)")
    }

    @Test func `what is opened is a function of what is recorded, after any mix of changes`() throws {
        var (opened, fallen) = (0, 0)
        for seed in 1...Soak.count(8, soaking: 300) {
            var dice = Dice(state: UInt64(seed) &* 2_750_159)
            let file = try CaseFile.furnished(goLive: 5)
            for today in 1...60 {
                for _ in 0..<4 { try change(file, on: today, with: &dice) }
            }
            let there = file.docket.opened.compactMap { file.docket.dossiers[$0] }
            var wanted: [Opening] = []
            for dossier in file.docket.dossiers.values {
                for stand in dossier.life where stand.place.day >= CaseFile.day(5) {
                    wanted += file.docket.openings(of: dossier, stand)
                }
            }
            for dossier in there {
                let isWanted = wanted.contains { $0.isSame(as: dossier) }
                let hasFallen = dossier.events.contains { $0.name == Opening.fallAway && $0.stands }
                #expect(hasFallen == !(isWanted || dossier.isTakenUp), "seed \(seed) \(dossier.reference.text)")
                opened += 1
                fallen += hasFallen ? 1 : 0
                let (home, index) = try #require(dossier.cause.flatMap { file.docket.event($0) })
                let cause = home.events[index]
                #expect(dossier.begun == cause.when.last && dossier.begun >= CaseFile.day(5))
                #expect(cause.stands || hasFallen || dossier.isTakenUp)
            }
            for opening in wanted {
                let same = there.filter { dossier in
                    dossier.reference.kind == opening.kind && dossier.begun == opening.cause.when.last
                        && dossier.links.values.contains(opening.target)
                        && dossier.facts["trigger"] == opening.facts["trigger"]
                }
                #expect(!same.isEmpty, "seed \(seed) \(opening.cause.id) \(opening.facts)")
            }
        }
        #expect(opened > 20 && fallen > 0, "\(opened) \(fallen)")
    }

    /// One random change: an event, often late and sometimes ranged, a strike or an approval.
    private func change(_ file: CaseFile, on today: Int, with dice: inout Dice) throws {
        switch Int.random(in: 0..<12, using: &dice) {
        case 0:
            let all = file.lives.flatMap { dossier in dossier.events.indices.map { (dossier, $0) } }
            guard let (dossier, index) = all.randomElement(using: &dice) else { return }
            _ = file.docket.strike(
                dossier, index, known: CaseFile.day(today), recordedAt: 0, recorder: "dana",
                evenIfBroken: Bool.random(using: &dice))
        case 1, 2:
            let held = file.lives.flatMap { dossier in dossier.events.map(\.id) }
                .filter { id in file.docket.event(id).map { !$0.dossier.events[$0.index].stands } ?? false }
            if let id = held.randomElement(using: &dice) { _ = try file.approve(id, as: [.inspector], on: today) }
        default:
            let day = max(0, today - (Bool.random(using: &dice) ? Int.random(in: 0...30, using: &dice) : 0))
            let first = Bool.random(using: &dice) ? max(0, day - 3) : day
            let random = try file.randomFact(on: day, first: first, known: today, alsoOpened: true, with: &dice)
            guard var fact = random else { return }
            var proposal = fact.proposal
            proposal.id = nil
            proposal.asHappened = Int.random(in: 0..<4, using: &dice) == 0
            fact = Fact(record: fact.record, proposal: proposal)
            _ = try file.take(fact)
        }
    }

    @Test func `keeps on record what was believed on each day`() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            var dice = Dice(state: seed &* 104_729)
            let file = try CaseFile.furnished(goLive: 10)
            var believed: [Int: [String: String]] = [:]
            for today in 1...60 {
                for _ in 0..<3 { try change(file, on: today, with: &dice) }
                for dossier in file.lives {
                    for day in [today, today - 9] where day >= 0 {
                        let state = dossier.state(asOf: .end(of: CaseFile.day(day)))
                        believed[today, default: [:]]["\(dossier.reference.text) \(day)"] = state?.rawValue
                    }
                }
            }
            for dossier in file.lives {
                let spans = Chronicle(dossier) { file.docket.number($0) }.spans.filter {
                    !$0.code.contains(">") && !$0.isDeadline
                }
                for (today, states) in believed {
                    for day in [today, today - 9] where day >= 0 {
                        let (at, known) = (CaseFile.day(day), CaseFile.day(today))
                        let codes = spans.filter {
                            $0.from <= at && at < $0.to && $0.knownFrom <= known && known < $0.knownTo
                                && $0.code.contains(":")
                                && $0.code != "D3:trial" && $0.code != "D2:planned"
                        }.map { String($0.code.drop { $0 != ":" }.dropFirst()) }
                        let expected = states["\(dossier.reference.text) \(day)"].map { [$0] } ?? []
                        #expect(codes == expected, "seed \(seed) \(dossier.reference.text) at \(day) known \(today)")
                    }
                }
            }
        }
    }

    @Test func `says at every day, as known at every day, what the events say`() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            var dice = Dice(state: seed &* 15_485_863)
            let file = try CaseFile.furnished(goLive: 10)
            for _ in 1...150 { try change(file, on: Int.random(in: 1...50, using: &dice), with: &dice) }
            for dossier in file.lives {
                let spans = Chronicle(dossier) { file.docket.number($0) }.spans
                let slow = Slow(dossier: dossier, number: { file.docket.number($0) })
                #expect(spans.allSatisfy { $0.knownFrom < $0.knownTo && $0.from <= $0.to })
                for day in stride(from: 0, through: 60, by: 3) {
                    for known in stride(from: 0, through: 60, by: 3) {
                        let (t, k) = (CaseFile.day(day), CaseFile.day(known))
                        let believed = spans.filter { $0.knownFrom <= k && k < $0.knownTo }
                        let standing = believed.filter { $0.from <= t && t < $0.to }.map(Slow.text)
                        #expect(standing.sorted() == slow.standing(t, k).sorted(), "seed \(seed) \(day) \(known)")
                        let marks = believed.filter { $0.code.contains("@") && $0.from <= t }.map(\.code)
                        #expect(marks.sorted() == slow.marks(t, k).sorted())
                    }
                }
            }
        }
    }
}
