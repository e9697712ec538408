// No reading without a leaf, and no refusal either.
import Access
import AuditLog
import CaseModel
import Cryptography
import Figures
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@testable import CaseStore

@Suite struct `Reading a case file` {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.found()
        let outcome = try scratch.take(
            """
            {"add":"investigation","ref":"INV-0001","on":"2016-01-04","fields":{"title":"Inquiry Heron"}}
            {"add":"person","ref":"PER-0001","on":"2016-01-04","fields":{"name":"Merle Fictional"}}
            {"add":"suspect","ref":"SUS-0001","investigation":"INV-0001","person":"PER-0001","on":"2016-01-05"}

            """, as: "inspector")
        #expect(outcome.faults.map(\.text) == [])
    }

    /// The ways to read.
    enum Way: String, CaseIterable {
        case show, list, history, next, figures, breakdowns, users, export, exportLog

        func read(_ store: CaseStore) throws {
            let reference = try #require(Reference("SUS-0001"))
            switch self {
            case .show: _ = try store.show(reference)
            case .list: _ = try store.list(.suspect)
            case .history: _ = try store.history(reference)
            case .next: _ = try store.next(reference)
            case .figures: _ = try store.figures(asAt: try #require(Day("2016-02-01")))
            case .breakdowns:
                _ = try store.breakdowns([try Breakdown("people-charged:sex")], asAt: try #require(Day("2016-02-01")))
            case .users: _ = try store.users()
            case .export: _ = try store.export { _ in }
            case .exportLog: _ = try store.exportLog { _, _ in }
            }
        }
    }

    @Test(arguments: Way.allCases) func `leaves exactly one leaf`(way: Way) throws {
        let store = try scratch.open("inspector")
        let before = try store.connection.logSize()
        try way.read(store)
        #expect(try store.connection.logSize() == before + 1)
        try store.close()
    }

    @Test(arguments: Way.allCases) func `shows nothing when the disk is full and the leaf cannot be written`(
        way: Way
    ) throws {
        let mishaps = Mishaps()
        let store = try store("inspector", mishaps)
        let before = try store.connection.logSize()
        mishaps.fail([.write, .sync], after: 0)
        #expect(throws: StoreError(.inputOutput, "The disk is full; nothing was changed.")) { try way.read(store) }
        mishaps.stop()
        try? store.close()
        let again = try scratch.open("inspector")
        // The one leaf more is this sign-in's.
        #expect(try again.connection.logSize() == before + 1)
        #expect(try again.check().findings == [])
        try again.close()
    }

    @Test func `an export that cannot be logged writes not a byte`() throws {
        let mishaps = Mishaps()
        let store = try store("inspector", mishaps)
        mishaps.fail([.write, .sync], after: 0)
        var written = ""
        #expect(throws: StoreError.self) { try store.export { written += $0 } }
        #expect(throws: StoreError.self) { try store.exportLog { written += $1 } }
        #expect(written.isEmpty)
        mishaps.stop()
        try? store.close()
    }

    @Test(arguments: [
        ("publisher", Way.show), ("publisher", .list), ("publisher", .history), ("publisher", .next),
        ("publisher", .export), ("publisher", .exportLog), ("officer", .export), ("officer", .exportLog),
        ("care", .export), ("dpo", .export),
    ]) func `that a role does not carry is refused, and leaves one leaf that says so`(user: String, way: Way) throws {
        let store = try scratch.open(user)
        let before = try store.connection.logSize()
        let error = #expect(throws: StoreError.self) { try way.read(store) }
        #expect(error?.kind == .notPermitted)
        #expect(try last(store) == (before + 1, .denied))
        try store.close()
    }

    /// What accounts do that is not theirs to do.
    enum Deed: String, CaseIterable {
        case addUser, suspend, revoke, grant, withdraw, log, check, add, importLines
    }

    @Test(arguments: Deed.allCases) func `and changing, by a publisher, is refused and leaves a leaf`(deed: Deed) throws
    {
        let store = try scratch.open("publisher")
        let before = try store.connection.logSize()
        let error = #expect(throws: StoreError.self) {
            switch deed {
            case .addUser:
                try store.addUser(
                    "x", organisation: .police, roles: [.custodian], passphrase: Scratch.passphrase, cost: .least)
            case .suspend: try store.suspend("custodian")
            case .revoke: try store.revoke("custodian")
            case .grant: try store.grant(.police, to: "publisher")
            case .withdraw: try store.withdraw(.police, from: "officer")
            case .log: _ = try store.log()
            case .check: _ = try store.check()
            case .add: _ = try store.add(AddLine(kind: .person, on: try #require(Day("2016-01-01"))))
            case .importLines: _ = try store.importLines(dryRun: false) { nil }
            }
        }
        #expect(error?.kind == .notPermitted)
        #expect(try last(store) == (before + 1, .denied))
        try store.close()
    }

    @Test func `an event that the rule book gives to others is refused, and leaves a leaf`() throws {
        let store = try scratch.open("officer")
        let before = try store.connection.logSize()
        let investigation = try #require(Reference("INV-0001"))
        let day = try #require(Day("2016-01-05"))
        let refused = #expect(throws: Refused.self) {
            try store.record(RecordLine(event: "accept_for_scoping", ref: investigation, on: Interval(day)))
        }
        #expect(refused?.refusals.first?.who.isEmpty == false)
        #expect(try last(store) == (before + 1, .denied))
        let suspect = try #require(Reference("SUS-0001"))
        #expect(throws: Refused.self) {
            try store.record(RecordLine(event: "charge", ref: suspect, on: Interval(day)))
        }
        #expect(try store.show(investigation).state == "REFERRED")
        try store.close()
    }

    private func last(_ store: CaseStore) throws -> (Int, Verb) {
        let size = try store.connection.logSize()
        var verb = Verb.upkeep
        try store.connection.leaves(size - 1..<size) { seq, bytes, _ in
            if let bytes { verb = try Leaf(reading: bytes, at: seq).verb }
        }
        return (size, verb)
    }

    /// A signed-in store on a disk that fails when told to.
    private func store(_ user: String, _ mishaps: Mishaps) throws -> CaseStore {
        let folder = StoreFolder(path: scratch.path)
        let slots = try SlotFile(reading: folder.read(folder.slots, most: SlotFile.greatestByteCount))
        var keys = try slots.signIn(user, passphrase: Passphrase(Scratch.words))
        let vault = try Vault.open(
            at: scratch.path, storeID: keys.store.bytes, key: keys.storeKey.secret, wait: 0, mishaps: mishaps)
        let roster = try Roster(vault.connection.signedRows(), keys: keys)
        try keys.openCompartments(of: roster, at: scratch.moment)
        return try CaseStore(
            directory: scratch.path, vault: vault, clock: scratch.clock, keys: keys, slots: slots, roster: roster)
    }
}
