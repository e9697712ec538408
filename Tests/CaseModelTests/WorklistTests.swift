// Bands, owners and the order of a list of work.

import Lifecycle
import Testing

@testable import CaseModel

@Suite struct `A list of work` {
    @Test(
        arguments: [
            (-1, nil, Band.overdue), (0, nil, .dueSoon), (7, nil, .dueSoon), (8, nil, .later), (-400, nil, .overdue),
            (-1, -1, .critical), (0, -1, .dueSoon), (1, 1, .critical), (2, 1, .dueSoon), (0, 1, .critical),
            (-1, 1, .critical), (8, 1, .later),
        ] as [(Int, Int?, Band)])
    func `has a band for every number of days left`(left: Int, threshold: Int?, band: Band) {
        #expect(Band.of(left: left, criticalAt: threshold) == band)
    }

    private func item(
        _ due: Int, _ kind: RecordKind = .custody, _ number: Int = 1, bearer: Bearer = .nobody, critical: Int? = nil
    ) -> WorkItem {
        WorkItem(
            clock: "B2.abp", words: "The bail period ends.", from: Day(number: 0), due: Day(number: due),
            asAt: Day(number: 100), criticalAt: critical, reference: Reference(kind: kind, number: number),
            bearer: bearer, rule: "B2.bail", source: "PACE 1984 s.47ZB", isLaw: true)
    }

    private func list(_ items: [WorkItem], counts: [Band: Int] = [:]) -> Worklist {
        Worklist(whose: "officer", asAt: Day(number: 100), knownAt: nil, items: items, counts: counts)
    }

    @Test func `goes by band, then by day, then by record`() {
        let items = [
            item(99), item(120), item(105), item(101, critical: 1), item(98), item(99, .suspect), item(99, .custody, 2),
        ].sorted { $0.precedes($1) }
        #expect(items.map(\.left) == [1, -2, -1, -1, -1, 5, 20])
        #expect(items[2...4].map(\.reference.text) == ["CUS-0001", "CUS-0002", "SUS-0001"])
    }

    @Test func `puts a line that two people owe under both, and one that nobody owes under nobody`() {
        let officer = Bearer.Holder(name: "officer", organisation: .police)
        let care = Bearer.Holder(name: "care", organisation: .council)
        let list = list([
            item(99, bearer: Bearer([officer, care])), item(100),
            item(101, bearer: Bearer([], roles: [.supervisor, .inspector])),
            item(102, bearer: Bearer([care], roles: [.inspector])),
        ])
        let people = list.groups(by: .person)
        #expect(people.map(\.name) == ["officer", "care", "not allocated", "any supervisor or inspector"])
        #expect(people.map(\.items.count) == [1, 2, 1, 1])
        let teams = list.groups(by: .team)
        #expect(teams.map(\.name) == ["Bradford Council", "West Yorkshire Police", "not allocated"])
        #expect(teams.map(\.items.count) == [2, 2, 1])
        #expect(list.groups(by: .record).map(\.name) == ["CUS-0001"])
        #expect(list.groups(by: .band).map(\.items.count) == [1, 3])
    }

    @Test func `says how many lines it does not show`() {
        #expect(list([item(99)], counts: [.overdue: 3, .later: 4]).hidden == 6)
        #expect(list([item(99)], counts: [.overdue: 1]).hidden == 0)
    }

    @Test func `gives a record to the nearest who holds it`() {
        var allocations = Allocations()
        allocations.allocate(1, to: "inspector")
        allocations.allocate(2, to: "officer")
        allocations.allocate(2, to: "officer")
        allocations.allocate(2, to: "care")
        func holders(_ record: Int64, _ kind: RecordKind, suspect: Int64? = nil, victim: Int64? = nil) -> [String] {
            allocations.holders(of: record, kind: kind, suspect: suspect, victim: victim, investigation: 1)
        }
        #expect(holders(1, .investigation) == ["inspector"])
        #expect(holders(2, .suspect) == ["care", "officer"])
        #expect(holders(3, .custody, suspect: 2) == ["care", "officer"])
        #expect(holders(3, .custody, suspect: 9) == ["inspector"])
        #expect(holders(4, .support, suspect: 1, victim: 2) == ["care", "officer"])
        #expect(holders(4, .charge, suspect: 1, victim: 2) == ["inspector"])
        #expect(Allocations().holders(of: 1, kind: .suspect, suspect: nil, victim: nil, investigation: nil) == [])
    }
}
