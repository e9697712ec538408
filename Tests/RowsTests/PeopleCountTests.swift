// Counting people by their characteristics in SQL against the meaning of it, on files thrown together by a seeded hand.

import CaseModel
import Figures
import Lifecycle
import SQLite
import Testing

@testable import Rows

@Suite struct PeopleCountTests {
    private static let breakdowns: [Breakdown] = [
        "people-arrested-or-interviewed:sex", "people-arrested-or-interviewed:age band at the time,sex",
        "people-arrested-or-interviewed:ward", "people-arrested-or-interviewed:ethnicity,constituency",
        "people-arrested-or-interviewed:recency", "people-under-police-investigation:sex,recency",
        "people-under-police-investigation:area committee", "people-on-bail:age band now", "people-on-bail:ethnicity",
        "people-charged:age band at the time", "victims-identified-and-interviewed:referral source,sex",
        "victims-identified-and-interviewed:age band at the time", "victims-receiving-support:recency",
        "victims-receiving-support:ward", "victims-receiving-support:ethnicity,age band now",
    ].compactMap { try? Breakdown($0) }

    @Test func `the fields and choices of the records are those that Figures reads`() {
        #expect(Self.breakdowns.count == 15)
        let choices = { (kind: RecordKind, name: String) -> [String] in
            if case .choice(let choices)? = RecordShape.of(kind).field(name)?.type { choices } else { [] }
        }
        let names = { Categories($0, of: .victims, asAt: Day(number: 0)).names }
        #expect(choices(.victim, "referral_source") == names(.referralSource))
        #expect(choices(.person, "sex") == names(.sex))
        #expect(choices(.person, "ethnicity") == names(.ethnicity))
        #expect(choices(.person, "ethnicity_source") == ["self-defined", "officer-perceived"])
        for (kind, name) in [(RecordKind.crime, "committed"), (.crime, "recorded")] {
            #expect(RecordShape.of(kind).field(name)?.type == .day)
            #expect(RecordShape.of(kind).field(name)?.keeping == .open)
        }
        #expect(RecordShape.of(.victim).field("referral_source")?.keeping == .open)
        #expect(RuleBook.current.machine(for: .victim)?.rules(for: "first_account").first?.id == "C1.first_account")
    }

    @Test(arguments: 0..<30) func `counts what Crowd counts`(seed: Int) throws {
        var made = MadeUpCrowd(seed: seed)
        let connection = try made.store(people: 3 + seed, lines: seed * 12)
        for _ in 0..<4 {
            let day = Day(number: 17_000 + made.dice.roll(60))
            let known = made.dice.roll(3) == 0 ? nil : Day(number: 17_000 + made.dice.roll(70))
            let counted = try PeopleCount(connection, asAt: day, knownAt: known).counts(Self.breakdowns)
            let crowd = Crowd(
                made.lines, people: made.people, involvements: made.involvements, notices: made.notices, asAt: day,
                knownAt: known ?? Day(number: 3_999_999))
            let report = try Count(connection, asAt: [day], knownAt: known).comparison().reports.first
            for (breakdown, counts) in zip(Self.breakdowns, counted) {
                #expect(counts == crowd.counts(breakdown), "\(breakdown.id) as at \(day.number)")
                #expect(counts.total == report?[breakdown.figure]?.count, "\(breakdown.id)")
                #expect(counts.recording?.of ?? counts.total == counts.total)
            }
        }
    }

    @Test func `counts nobody where there is nobody, and asks nothing for no breakdown`() throws {
        var made = MadeUpCrowd(seed: 0)
        let count = try PeopleCount(try made.store(people: 0, lines: 0), asAt: Day(number: 17_000), knownAt: nil)
        #expect(try count.counts([]).isEmpty)
        #expect(try count.counts(Self.breakdowns).map(\.total) == Self.breakdowns.map { _ in 0 })
        #expect(try count.counts(Self.breakdowns).map(\.id) == Self.breakdowns.map(\.id))
    }
}
