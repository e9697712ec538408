// Why somebody works: what the leaves say of it, who can read the words, and where nothing is done without one.
import Access
import AuditLog
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `The reason for work` {
    private let scratch: Scratch
    private static let reason = Reason(.safeguarding, text: "Strategy meeting about Vera Invented")

    init() throws {
        scratch = try Scratch.withCasework()
        let outcome = try scratch.take(
            """
            {"add":"allocation","ref":"ALC-0001","suspect":"SUS-0001","on":"2026-01-07","fields":{"to":"officer"}}
            {"add":"allocation","ref":"ALC-0002","victim":"VIC-0001","on":"2026-01-07","fields":{"to":"care"}}

            """, as: "inspector")
        try #require(outcome.faults.map(\.text) == [])
    }

    /// Opens the store for one account and a reason.
    @discardableResult
    private func with<Result>(
        _ user: String, _ reason: Reason?, _ body: (CaseStore) throws -> Result
    ) throws -> Result {
        let store = try CaseStore.open(
            at: scratch.path, user: user, passphrase: Scratch.passphrase, cost: .least, reason: reason,
            clock: scratch.clock)
        defer { try? store.close() }
        return try body(store)
    }

    /// The newest leaves of the log, oldest of them first.
    private func newest(_ count: Int, _ store: CaseStore) throws -> [Leaf] {
        let size = try store.connection.logSize()
        var leaves: [Leaf] = []
        try store.connection.leaves(size - count..<size) { seq, bytes, _ in
            leaves.append(try Leaf(reading: try #require(bytes), at: seq))
        }
        return leaves
    }

    /// What the boxed parts of a leaf say, as far as this account opens them.
    private func words(_ leaf: Leaf, _ store: CaseStore) throws -> [String] {
        try store.connection.details(of: leaf.seq).filter { $0.manner == .boxed }.compactMap { detail in
            guard let held = try? store.keys.compartment("rights") else { return nil }
            return try detail.open(in: leaf, with: held.agreementKey())["reason"]?.text
        }
    }

    @Test func `stands in every leaf as its code, and never as its words`() throws {
        try with("inspector", Self.reason) { store in
            let suspect = try #require(Reference("SUS-0001"))
            _ = try store.show(suspect)
            _ = try store.history(suspect)
            _ = try store.list(.suspect)
            _ = try store.add(AddLine(kind: .person, on: try #require(Day("2026-01-05"))))
            _ = try store.export { _ in }
            let leaves = try newest(6, store)
            #expect(
                leaves.map(\.verb) == [.signIn, .consultation, .consultation, .consultation, .collection, .disclosure])
            #expect(leaves.allSatisfy { $0.why == "safeguarding" })
            for leaf in leaves { #expect(!String(decoding: leaf.encoded, as: UTF8.self).contains("Strategy")) }
            // The words stand once: who looks needs none for what is open to them.
            let boxed = try leaves.map { try store.connection.details(of: $0.seq).filter { $0.manner == .boxed }.count }
            #expect(boxed == [1, 0, 0, 0, 0, 0])
        }
    }

    @Test func `is absent where none was given, and gone with the next piece of work`() throws {
        try with("inspector", nil) { store in
            _ = try store.list(.suspect)
            #expect(try newest(2, store).map(\.why) == [nil, nil])
            try store.work(on: Reason(.complaint, text: "Of a neighbour"))
            _ = try store.list(.suspect)
            try store.work(on: nil)
            _ = try store.list(.suspect)
            #expect(try newest(4, store).map(\.why) == ["complaint", "complaint", nil, nil])
        }
        try with("dpo", nil) { store in
            let size = try store.connection.logSize()
            var told: [String] = []
            for leaf in try newest(size, store) { told += try words(leaf, store) }
            #expect(told == ["Of a neighbour"])
        }
    }

    @Test func `is read in its words by data protection alone, also after the keys were changed`() throws {
        let place = try with("officer", Self.reason) { try newest(1, $0)[0].seq }
        func told(_ user: String) throws -> [String] {
            try with(user, nil) { store in
                let size = try store.connection.logSize()
                return try words(try newest(size, store)[place], store)
            }
        }
        #expect(try told("dpo") == ["Strategy meeting about Vera Invented"])
        for user in ["officer", "inspector", "care-lead", "supervisor"] { #expect(try told(user) == []) }
        _ = try with("dpo", nil) { try $0.rekey(compartmentsOnly: true) }
        #expect(try told("dpo") == ["Strategy meeting about Vera Invented"])
        let faults = try with("inspector", nil) { try $0.verifyLog().faults }
        #expect(faults == [])
    }

    @Test func `does not stand in what was there before the sign-in`() throws {
        #expect(throws: StoreError.self) {
            try CaseStore.open(
                at: scratch.path, user: "officer", passphrase: SecretBytes(copying: Array("wrong".utf8)), cost: .least,
                reason: Self.reason, clock: scratch.clock)
        }
        let leaves = try with("inspector", Self.reason) { try newest(2, $0) }
        #expect(leaves.map(\.verb) == [.denied, .signIn] && leaves.map(\.why) == [nil, "safeguarding"])
    }

    // MARK: - Other people's work

    /// What is asked of the store.
    enum Look: String, CaseIterable {
        case show, history, next

        func read(_ reference: Reference, _ store: CaseStore) throws {
            switch self {
            case .show: _ = try store.show(reference)
            case .history: _ = try store.history(reference)
            case .next: _ = try store.next(reference)
            }
        }
    }

    @Test(arguments: Look.allCases) func `is asked for other people's work, and the refusal is a leaf`(look: Look)
        throws
    {
        let victim = try #require(Reference("VIC-0001"))
        try with("officer", nil) { store in
            let before = try store.connection.logSize()
            let error = try scratch.turnedAway { try look.read(victim, store) }
            #expect(error.kind == .badData && error.sentence.contains("--working-on"))
            #expect(try store.connection.logSize() == before + 1)
            let leaf = try newest(1, store)[0]
            #expect(leaf.verb == .denied && leaf.handles.count == 1)
        }
        try with("officer", Self.reason) { store in
            try look.read(victim, store)
            let leaf = try newest(1, store)[0]
            #expect(leaf.verb == .consultation && leaf.why == "safeguarding")
            #expect(try store.connection.details(of: leaf.seq).map(\.manner) == [.sealed, .boxed])
        }
        let told = try with("dpo", nil) { try words(newest(2, $0)[0], $0) }
        #expect(told == ["Strategy meeting about Vera Invented"])
    }

    @Test(arguments: [
        // The nearest allocation counts: the charge is its suspect's, the investigation is nobody's.
        ("officer", "SUS-0001"), ("officer", "SUS-0002"), ("officer", "INV-0001"), ("officer", "CHG-0001"),
        ("officer", "PER-0001"), ("care", "VIC-0001"), ("care", "INV-0001"), ("care", "PER-0001"),
        ("supervisor", "VIC-0001"), ("inspector", "VIC-0001"), ("inspector", "SUS-0001"), ("care-lead", "VIC-0001"),
        ("dpo", "SUS-0001"), ("dpo", "VIC-0001"), ("custodian", "SUS-0001"),
    ])
    func `is not asked for one's own work, nobody's work, or the work that one leads`(user: String, ref: String) throws
    {
        let reference = try #require(Reference(ref))
        try with(user, nil) { store in
            for look in Look.allCases { try look.read(reference, store) }
            #expect(try newest(3, store).allSatisfy { $0.verb == .consultation && $0.why == nil })
        }
    }

    @Test func `is asked where the investigation is another's, until one stands in for them`() throws {
        _ = try scratch.with("custodian") { store in
            try store.addUser(
                "second", organisation: .police, rank: nil, roles: [.officer], passphrase: Scratch.passphrase,
                cost: .least)
        }
        let outcome = try scratch.take(
            #"{"add":"allocation","ref":"ALC-0003","investigation":"INV-0001","on":"2026-01-07","fields":{"to":"officer"}}"#
                + "\n", as: "inspector")
        #expect(outcome.faults.map(\.text) == [])
        for ref in ["INV-0001", "SUS-0001", "SUS-0002", "CHG-0001"] {
            let reference = try #require(Reference(ref))
            _ = try scratch.turnedAway { try with("second", nil) { try $0.show(reference) } }
            _ = try with("officer", nil) { try $0.show(reference) }
        }
        let today = scratch.clock().today
        _ = try scratch.with("custodian") { store in
            try store.appoint("second", .cover(for: "officer"), from: today, until: today.adding(days: 3))
        }
        _ = try with("second", nil) { try $0.show(try #require(Reference("SUS-0001"))) }
        scratch.moment += 10 * 86_400_000
        _ = try scratch.turnedAway { try with("second", nil) { try $0.show(try #require(Reference("SUS-0001"))) } }
        // The work of an account that was closed is nobody's.
        _ = try scratch.with("custodian") { try $0.revoke("officer") }
        _ = try with("second", nil) { try $0.show(try #require(Reference("SUS-0001"))) }
    }
}
