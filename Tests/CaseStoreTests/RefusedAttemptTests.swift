// Every refusal for want of a right leaves its leaf: each role against each act, and the refusals that hang on more.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import KeyRing
import Lifecycle
import Publishing
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `A refused attempt` {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch.withCasework()
        _ = try scratch.with("care") { store in
            try store.add(
                AddLine(
                    kind: .support, links: [.victim: try #require(Reference("VIC-0001"))],
                    on: try #require(Day("2020-02-01")), fields: ["type": .text("ISVA")]))
        }
    }

    /// Everything that is some roles' alone, and what it takes.
    enum Deed: String, CaseIterable {
        case show, history, next, list, listOf, due, figures, add, record, supply, approve, correct, importLines
        case export, exportTo, log, verifyLog, checkpoint, exportLog, check, addUser, suspend, reinstate, revoke, trust
        case handOver, appoint, takeBack, rekey, renewRecovery, backup, countersign
        case draftRelease, checkRelease, certificates, approveRelease, readRelease, noteFact, facts

        var act: Act {
            switch self {
            case .show, .history, .next, .list, .listOf, .due: .consult
            case .figures: .figures
            case .add: .add
            case .record, .supply: .record
            case .approve: .approve
            case .correct: .correct
            case .importLines: .importPast
            case .export, .exportTo: .export
            case .log: .readLog
            case .verifyLog, .checkpoint, .exportLog: .proveLog
            case .check: .check
            case .addUser, .suspend, .reinstate, .revoke, .trust, .handOver, .appoint, .takeBack, .rekey,
                .renewRecovery:
                .administer
            case .backup: .backUp
            case .countersign: .countersign
            case .draftRelease: .draftRelease
            case .checkRelease, .certificates: .checkRelease
            case .approveRelease: .approveRelease
            case .readRelease, .facts: .readReleases
            case .noteFact: .noteFact
            }
        }

        /// Whether a role may try it: a release is approved for data protection by another right than for a body.
        func isOpen(to role: Role) -> Bool {
            role.acts.contains(act) || self == .approveRelease && role.acts.contains(.overrideRelease)
        }

        func attempt(_ store: CaseStore) throws {
            let reference = try #require(Reference("INV-0001"))
            let day = try #require(Day("2020-05-05"))
            let event = "EV-ARREST0002"
            switch self {
            case .show: _ = try store.show(reference)
            case .history: _ = try store.history(reference)
            case .next: _ = try store.next(reference)
            case .list: _ = try store.list(.investigation)
            case .listOf: _ = try store.list(.investigation, of: reference)
            case .due: _ = try store.due(WorkQuestion(.team))
            case .figures: _ = try store.figures(asAt: day)
            case .add: _ = try store.add(AddLine(kind: .person, on: day))
            case .record: _ = try store.record(RecordLine(event: "pause", ref: reference, on: Interval(day)))
            case .supply: _ = try store.supply(SupplyLine(event: event, fields: ["station": .text("Y")]))
            case .approve: _ = try store.approve(event)
            case .correct: _ = try store.correct(CorrectLine(event: event, reason: "No"))
            case .importLines: _ = try store.importLines(dryRun: true) { nil }
            case .export: _ = try store.export { _ in }
            case .exportTo: _ = try store.export(to: Recipient("Fellside Council")) { _ in }
            case .log: _ = try store.anyLog()
            case .verifyLog: _ = try store.verifyLog()
            case .checkpoint: _ = try store.checkpoint()
            case .exportLog: _ = try store.exportLog { _, _ in }
            case .check: _ = try store.check()
            case .addUser:
                try store.addUser("x", organisation: .police, roles: [], passphrase: Scratch.passphrase, cost: .least)
            case .suspend: try store.suspend("officer")
            case .reinstate: try store.reinstate("officer")
            case .revoke: try store.revoke("officer")
            case .trust: try store.trust("officer")
            case .handOver: _ = try store.handOver()
            case .appoint: try store.appoint("officer", .role(.inspector), from: day, until: nil)
            case .takeBack: try store.takeBack(.role(.inspector), of: "officer", from: nil)
            case .rekey: _ = try store.rekey()
            case .renewRecovery: _ = try store.renewRecovery(.single)
            case .backup: _ = try store.backup(to: NSTemporaryDirectory() + "never-\(UUID().uuidString)")
            case .countersign: try store.countersignRestore()
            case .draftRelease: _ = try store.draftRelease(ReleaseRequest(asAt: day, knownAt: day))
            case .checkRelease: _ = try store.checkRelease(ReleaseReference(number: 1))
            case .certificates: _ = try store.certificates(of: ReleaseReference(number: 1))
            case .approveRelease: _ = try store.approveRelease(ReleaseReference(number: 1))
            case .readRelease: _ = try store.release(ReleaseReference(number: 1))
            case .noteFact:
                _ = try store.noteFact(of: "people-charged", cells: [], on: day, bounds: 1...1, source: "Fictional")
            case .facts: _ = try store.knownFacts()
            }
        }
    }

    /// The newest leaves' verbs, and what the last one says in the clear.
    private func verbs(since size: Int, _ store: CaseStore) throws -> [Verb] {
        var verbs: [Verb] = []
        try store.connection.leaves(size..<store.connection.logSize()) { seq, bytes, _ in
            verbs.append(try Leaf(reading: try #require(bytes), at: seq).verb)
        }
        return verbs
    }

    /// The codes under which refusals were logged since then.
    private func codes(since size: Int, _ store: CaseStore) throws -> [String] {
        try (size..<store.connection.logSize()).flatMap { seq in
            try store.connection.details(of: seq).compactMap { detail -> String? in
                guard let subject = detail.subject else { return nil }
                var leaf: Leaf?
                try store.connection.leaves(seq..<seq + 1) { seq, bytes, _ in
                    leaf = try Leaf(reading: try #require(bytes), at: seq)
                }
                let content = try detail.open(in: try #require(leaf), with: store.logKey(subject))
                return leaf?.verb == .denied ? content["act"]?.text : nil
            }
        }
    }

    private static let roles: [(user: String, role: Role)] = [
        ("officer", .officer), ("care", .care), ("care-lead", .careLead), ("supervisor", .supervisor),
        ("inspector", .inspector), ("dpo", .dpo), ("publisher", .publisher), ("custodian", .custodian),
    ]

    @Test(arguments: roles) func `at what a role does not carry is one leaf, whatever is tried`(
        user: String, role: Role
    ) throws {
        let store = try scratch.open(user)
        defer { try? store.close() }
        let refused = Deed.allCases.filter { !$0.isOpen(to: role) }
        #expect(!refused.isEmpty)
        for deed in refused {
            let before = try store.connection.logSize()
            let error = #expect(throws: StoreError.self, "\(deed)") { try deed.attempt(store) }
            #expect(error?.kind == .notPermitted, "\(deed)")
            #expect(try verbs(since: before, store) == [.denied], "\(deed)")
            #expect(try codes(since: before, store) == [deed.act.rawValue], "\(deed)")
        }
    }

    @Test(arguments: roles) func `at a kind of record that a role does not open is one leaf`(
        user: String, role: Role
    ) throws {
        let store = try scratch.open(user)
        defer { try? store.close() }
        guard role.acts.contains(.consult) else { return }
        for kind in RecordKind.allCases where !role.kinds.contains(kind) {
            // There or not: what the user asks for is told alike, and never a word of theirs stands in the log.
            let reference = Reference(kind: kind, number: 1)
            for attempt in [
                { _ = try store.show(reference) }, { _ = try store.history(reference) },
                { _ = try store.next(reference) }, { _ = try store.list(kind) },
            ] as [() throws -> Void] {
                let before = try store.connection.logSize()
                let error = #expect(throws: StoreError.self, "\(kind)") { try attempt() }
                #expect(error?.kind == .notPermitted, "\(kind)")
                #expect(try codes(since: before, store) == ["open \(kind.rawValue)"], "\(kind)")
            }
        }
    }

    /// A refusal that hangs on more than a role: who tries, what, and the code under which the log tells of it.
    struct Attempt: CustomTestStringConvertible {
        let user: String
        let code: String
        let body: (CaseStore) throws -> Void
        var testDescription: String { "\(user): \(code)" }

        init(_ user: String, _ code: String, _ body: @escaping (CaseStore) throws -> Void) {
            (self.user, self.code, self.body) = (user, code, body)
        }
    }

    @Test func `that keys, a rule, a compartment or a missing reason refuse is one leaf`() throws {
        let offered = try #require(
            try scratch.record("offer", "SUP-0001", on: "2020-02-03", as: "care").first?.event.id)
        let held = try #require(
            try scratch.record(
                "police_nfa", "SUS-0002", on: "2020-06-01", as: "supervisor", ["outcome": .text("15")]
            ).first?.event.id)
        _ = try scratch.with("custodian") { store in
            try store.addUser(
                "second", organisation: .police, roles: [.custodian], passphrase: Scratch.passphrase, cost: .least)
        }
        let attempts = [
            Attempt("supervisor", "compartment care not held") { try $0.grant(.care, to: "officer") },
            Attempt("supervisor", "compartment care not held") { try $0.withdraw(.care, from: "care") },
            Attempt("publisher", "compartment police not held") { try $0.grant(.police, to: "publisher") },
            Attempt("publisher", "rekey") { _ = try $0.rekey(compartmentsOnly: true) },
            Attempt("second", "trusted custodian") { try $0.revoke("custodian") },
            Attempt("second", "not a trusted custodian") { try $0.trust("second") },
            Attempt("officer", "list support by state") { _ = try $0.list(.support, state: "OFFERED") },
            Attempt("officer", "strike support") { _ = try $0.correct(CorrectLine(event: offered, reason: "No")) },
            Attempt("officer", "supply to support") {
                _ = try $0.supply(SupplyLine(event: offered, fields: ["provider": .text("X")]))
            },
            Attempt("supervisor", "approve B1.police_nfa") { _ = try $0.approve(held) },
            Attempt("care", "record B1.identify") { store in
                let day = Interval(try #require(Day("2020-05-05")))
                _ = try store.record(
                    RecordLine(event: "identify", ref: try #require(Reference("SUS-0001")), on: day))
            },
            Attempt("dpo", "add add.suspect") { store in
                _ = try store.add(AddLine(kind: .suspect, on: try #require(Day("2020-05-05"))))
            },
            Attempt("inspector", "no reason, transfer") { store in
                _ = try store.export(to: Recipient("Fellside Council")) { _ in }
            },
            Attempt("custodian", "no reason, transfer") { store in
                _ = try store.backup(to: "/nowhere", for: Recipient("Fellside Council"))
            },
        ]
        for attempt in attempts {
            let store = try scratch.open(attempt.user)
            let before = try store.connection.logSize()
            #expect(throws: (any Error).self, "\(attempt.testDescription)") { try attempt.body(store) }
            #expect(try codes(since: before, store) == [attempt.code], "\(attempt.testDescription)")
            try store.close()
        }
        let whole = try scratch.with("inspector") { try $0.verifyLog().faults }
        #expect(whole == [])
    }

    @Test func `to sign in to an account that was closed is counted, and told at the next sign-in`() throws {
        _ = try scratch.with("custodian") { try $0.suspend("officer") }
        for _ in 0..<3 {
            let error = try scratch.turnedAway { try scratch.open("officer") }
            #expect(error.kind == .notRecognised)
        }
        let store = try scratch.open("inspector")
        let size = try store.connection.logSize()
        #expect(try verbs(since: size - 2, store) == [.denied, .signIn])
        #expect(try codes(since: size - 2, store) == ["sign-in"])
        try store.close()
    }
}

extension CaseStore {
    /// The whole log, for whatever use.
    fileprivate func anyLog() throws -> Int { try log().count }
}
