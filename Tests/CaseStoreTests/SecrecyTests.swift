// What each account can read with its own keys and a program that is not this one.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import SQLite
import Testing
import Vault

@Suite struct `A case file read with another program` {
    static let name = "Merle Fictional-Garth"
    static let need = "wants a quiet room that looks on to the weir"
    static let through = "the drop-in at Weirside, a fictional place"
    static let title = "Inquiry Heron"
    static let reason = "the made-up logbook came to light a week later"

    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.found()
        let outcome = try scratch.take(
            """
            {"add":"investigation","ref":"INV-0001","on":"2016-01-04","fields":{"title":"\(Self.title)"}}
            {"add":"person","ref":"PER-0001","on":"2016-01-04","fields":{"name":"\(Self.name)"}}
            {"add":"victim","ref":"VIC-0001","investigation":"INV-0001","person":"PER-0001","on":"2016-01-05"}

            """, as: "inspector")
        #expect(outcome.faults.map(\.text) == [])
        let care = try scratch.open("care")
        _ = try care.add(
            AddLine(
                kind: .support, links: [.victim: try #require(Reference("VIC-0001"))],
                on: try #require(Day("2016-01-06")), fields: ["type": .text("ISVA"), "need": .text(Self.need)]))
        try care.close()
        // An officer may offer support: what is written is closed to the care compartment by somebody outside it.
        let officer = try scratch.open("officer")
        _ = try officer.record(
            RecordLine(
                event: "offer", ref: try #require(Reference("SUP-0001")),
                on: Interval(try #require(Day("2016-01-07"))), fields: ["offered_through": .text(Self.through)]))
        try officer.close()
        let inspector = try scratch.open("inspector")
        _ = try inspector.show(try #require(Reference("PER-0001")))
        try inspector.close()
    }

    @Test(arguments: [
        ("care", [true, true, true, false]), ("care-lead", [true, true, true, false]),
        ("officer", [true, false, false, true]), ("supervisor", [true, false, false, true]),
        ("inspector", [true, false, false, true]), ("dpo", [false, false, false, false]),
        ("publisher", [false, false, false, false]), ("custodian", [true, true, true, true]),
    ]) func `opens what its compartments hold and nothing else`(user: String, wanted: [Bool]) throws {
        let intruder = try Intruder(scratch, as: user)
        let found = try [Self.name, Self.need, Self.through, Self.title].map { try intruder.reads($0) }
        #expect(found == wanted)
        try intruder.vault.close()
    }

    @Test func `holds no name, narrative or title outside a box, in any column of any table`() throws {
        let intruder = try Intruder(scratch, as: "publisher")
        #expect(try intruder.tableNames() == Set(Intruder.tables.map(\.name)))
        let columns = try intruder.columns().map { String(decoding: $0, as: UTF8.self) }
        #expect(columns.count > 100)
        for needle in [Self.name, Self.need, Self.through, Self.title, "Merle", "quiet room", Scratch.words] {
            #expect(!columns.contains { $0.contains(needle) }, "\(needle)")
        }
        try intruder.vault.close()
    }

    @Test func `a box moved to another row opens for nobody`() throws {
        do {
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { transaction in
                _ = try transaction.run(
                    """
                    UPDATE record_box SET box =
                        (SELECT box FROM record_box WHERE record = (SELECT id FROM record WHERE kind = 'investigation'))
                    WHERE compartment = 'police' AND record = (SELECT id FROM record WHERE kind = 'person')
                    """)
            }
            try intruder.vault.close()
        }
        let store = try scratch.open("inspector")
        let person = try #require(Reference("PER-0001"))
        #expect(throws: StoreError(.damaged, "Something sealed in the store does not open: it was altered.")) {
            try store.show(person)
        }
        #expect(try store.check().findings.map(\.places) == [["PER-0001"]])
        try store.close()
    }

    @Test func `the door itself shows an officer that there is support, and not what it is`() throws {
        let store = try scratch.open("officer")
        let view = try store.show(try #require(Reference("SUP-0001")))
        #expect(view.state == nil && view.isReceiving == false)
        #expect(view.fields == [:])
        #expect(view.sealed.contains("need") && view.sealed.contains("type"))
        let history = try store.history(try #require(Reference("SUP-0001")))
        #expect(!history.events.contains { $0.event.fields["offered_through"] == .text(Self.through) })
        try store.close()
    }
}
