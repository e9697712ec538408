// The fictional operation, taken in through the door and counted.
import CaseStore
import Demonstration
import Figures
import Interchange
import Lifecycle
import Testing

@Suite struct `The fictional operation in a store` {
    static let first = [
        "live-investigations": 12, "completed-investigations": 2, "arrests": 28, "people-on-bail": 18,
        "victims-identified-and-interviewed": 127,
    ]
    static let second = [
        "live-investigations": 5, "completed-investigations": 15, "people-arrested-or-interviewed": 109,
        "people-charged": 10, "people-under-police-investigation": 32, "investigations-submitted-to-cps": 5,
        "investigations-to-be-submitted": 2, "investigations-cps-nfa": 3, "people-convicted-primary": 0,
        "people-convicted-ancillary": 1, "retrials-due": 1,
    ]

    @Test func `reproduces the published figures, exports, and is the same taken in again`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let text = Demonstration.acts.map { $0.line.text + "\n" }.joined()
        let outcome = try scratch.take(text, as: "inspector")
        #expect(outcome.faults.prefix(5).map(\.text) == [])
        try expectFigures(scratch)

        let store = try scratch.open("custodian")
        #expect(try store.check().findings == [])
        let verdict = try store.verifyLog()
        #expect(verdict.faults == [] && verdict.size > 10)
        var exported = ""
        let count = try store.export { exported += $0 }
        #expect(count > 1_000)
        try store.close()

        let again = try Scratch()
        try again.found()
        let second = try again.take(exported, as: "custodian")
        #expect(second.faults.prefix(5).map(\.text) == [])
        try expectFigures(again)
        let copy = try again.open("custodian")
        var exportedAgain = ""
        _ = try copy.export { exportedAgain += $0 }
        #expect(Set(exportedAgain.split(separator: "\n")) == Set(exported.split(separator: "\n")))
        for day in [Demonstration.first, Demonstration.second] {
            let known = Demonstration.lateFactKnown.adding(days: -1)
            let here = try scratch.open("publisher")
            let one = try here.figures(asAt: day, knownAt: known)
            try here.close()
            #expect(try copy.figures(asAt: day, knownAt: known) == one)
        }
        try copy.close()
    }

    private func expectFigures(_ scratch: Scratch) throws {
        let store = try scratch.open("publisher")
        for (day, wanted) in [(Demonstration.first, Self.first), (Demonstration.second, Self.second)] {
            let report = try store.figures(asAt: day)
            for (id, value) in wanted {
                let figure = try #require(Figure.named(id))
                #expect(report[figure]?.count == value, "\(id) at \(day.iso)")
            }
        }
        let late = try store.figures(asAt: Demonstration.first, knownAt: Demonstration.lateFactKnown.adding(days: -1))
        #expect(late[Figure.arrests]?.count == 27)
        #expect(late[Figure.peopleOnBail]?.count == 17)
        try store.close()
    }
}
