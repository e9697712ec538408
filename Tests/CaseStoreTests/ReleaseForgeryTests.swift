// What a holder of the store's key does to a stored release, past the program: it is found at every look, and by the check.
import Access
import AuditLog
import Cryptography
import DisclosureControl
import Foundation
import KeyRing
import Lifecycle
import Publishing
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `A stored release written to past the program` {
    private let scratch: Scratch
    private let one = Scratch.first

    init() throws {
        scratch = try Scratch()
        try scratch.found()
    }

    /// What is done to a release, and what is found.
    enum Deed: String, CaseIterable {
        case contentFlipped, statementFlipped, protectionFlipped, contentReplaced, hashesReplacedToo
        case signatureFlipped, approvalByAnother, approvalTakenFromCheck, approvalWithoutRight, approvalTakenAway
        case reasonChanged, standingGone, contentGone

        /// A word of what is said.
        var words: String {
            switch self {
            case .contentFlipped, .statementFlipped, .protectionFlipped, .contentReplaced: "was altered"
            case .hashesReplacedToo, .signatureFlipped, .approvalByAnother, .approvalTakenFromCheck, .reasonChanged:
                "the signature under"
            case .approvalWithoutRight: "had no right to it"
            case .approvalTakenAway: ""
            case .standingGone, .contentGone: "cannot be read"
            }
        }
    }

    private func flip(_ part: StoredRelease.Part) throws {
        let name = StoreFact.release(1, part)
        var bytes = try #require(try scratch.facts([name]).first ?? nil)
        bytes[bytes.count / 2] ^= 1
        try scratch.intrude { try $0.setStoreFact(name, bytes) }
    }

    /// The acts of the standing as they are kept, changed, and put back.
    private func rewrite(_ change: (inout [[String: CanonicalValue]], inout [String: CanonicalValue]) throws -> Void)
        throws
    {
        let name = StoreFact.release(1, .standing)
        let bytes = try #require(try scratch.facts([name]).first ?? nil)
        guard case .object(var members)? = CanonicalValue(bytes) else { throw Unreadable() }
        var acts = try #require(members["acts"]?.list).map { act -> [String: CanonicalValue] in
            if case .object(let members) = act { members } else { [:] }
        }
        try change(&acts, &members)
        members["acts"] = .list(acts.map { .object($0) })
        try scratch.intrude { try $0.setStoreFact(name, CanonicalValue.object(members).encoded) }
    }

    private struct Unreadable: Error {}

    private func handle(_ user: String) throws -> String {
        try scratch.with("dpo") { $0.roster.user(named: user)?.id ?? "" }
    }

    private func doIt(_ deed: Deed) throws {
        let name = StoreFact.release(1, .content)
        let other = try Scratch.material(Scratch.request(), one, charged: 40).content.bytes
        switch deed {
        case .contentFlipped: try flip(.content)
        case .statementFlipped: try flip(.statement)
        case .protectionFlipped: try flip(.protection)
        case .contentReplaced: try scratch.intrude { try $0.setStoreFact(name, other) }
        case .hashesReplacedToo:
            try scratch.intrude { try $0.setStoreFact(name, other) }
            let hash = try SHA256.hash(other).description
            try rewrite { $1["content"] = .text(hash) }
        case .signatureFlipped:
            try rewrite { acts, _ in
                var bytes = try #require(acts[3]["signature"]?.bytes)
                bytes[5] ^= 1
                acts[3]["signature"] = .bytes(bytes)
            }
        case .approvalByAnother:
            let other = try handle("supervisor")
            try rewrite { acts, _ in acts[3]["by"] = .text(other) }
        case .approvalTakenFromCheck:
            try rewrite { acts, _ in acts[3]["signature"] = acts[1]["signature"] }
        case .approvalWithoutRight: try forge(as: "officer")
        case .approvalTakenAway: try rewrite { acts, _ in acts.removeLast() }
        case .reasonChanged:
            try rewrite { acts, members in
                members["request"] = ReleaseRequest(asAt: Scratch.day, knownAt: Scratch.day.adding(days: 1)).value
            }
        case .standingGone: try scratch.intrude { try $0.removeStoreFact(StoreFact.release(1, .standing)) }
        case .contentGone: try scratch.intrude { try $0.removeStoreFact(name) }
        }
    }

    /// An approval in the place of the council's, well signed with the key of somebody who may approve nothing.
    private func forge(as user: String) throws {
        let handle = try handle(user)
        let release = try scratch.with("dpo") { try $0.storedReleases()[0] }
        let last = try #require(release.signed.last?.act)
        let act = ReleaseAct(.approve, owner: .council, by: handle, at: last.at)
        let signature = try scratch.with(user) {
            try $0.keys.sign(StoredRelease.act(.approve), try release.value(of: act)).bytes
        }
        try rewrite { acts, _ in
            acts[3]["by"] = .text(handle)
            acts[3]["signature"] = .bytes(signature)
        }
    }

    @Test(arguments: Deed.allCases) func `is not believed`(deed: Deed) throws {
        try scratch.release()
        try doIt(deed)
        guard deed != .approvalTakenAway else {
            // It is no longer published then: nobody has it from this store as though it were.
            #expect(try scratch.with("publisher") { try $0.release(one) }.state == .approved)
            #expect(try scratch.failure("officer") { _ = try $0.release(one) }.kind == .notPermitted)
            return
        }
        for (user, look) in [
            ("publisher", { _ = try $0.release(one) }), ("dpo", { _ = try $0.checkRelease(one) }),
            ("care-lead", { _ = try $0.approveRelease(one) }),
            ("publisher", { _ = try $0.draftRelease(Scratch.request()) }),
        ] as [(String, (CaseStore) throws -> Void)] {
            let error = try scratch.failure(user, look)
            #expect(error.kind == .damaged && error.sentence.hasPrefix("REL-0001: "), "\(error)")
            #expect(error.sentence.contains(deed.words), "\(error)")
        }
        let found = try scratch.with("dpo") { try $0.check().findings }
        #expect(found.map(\.part) == [.releases] && found.first?.sentence.contains(deed.words) == true, "\(found)")
    }

    @Test func `is found missing from its row, or put in behind it`() throws {
        try scratch.release()
        try scratch.release(Scratch.request(Scratch.day.adding(days: 1)), charged: 40)
        // The second takes the place of the first.
        for part in StoredRelease.Part.allCases {
            let bytes = try #require(try scratch.facts([StoreFact.release(2, part)]).first ?? nil)
            try scratch.intrude {
                try $0.setStoreFact(StoreFact.release(1, part), bytes)
                try $0.removeStoreFact(StoreFact.release(2, part))
                try $0.setStoreFact(StoreFact.releases, Array("1".utf8))
            }
        }
        #expect(try scratch.failure("publisher") { _ = try $0.release(one) }.kind == .damaged)
        #expect(try scratch.with("dpo") { try $0.check().findings.map(\.part) } == [.releases])
    }

    @Test func `is found behind a count that was set back`() throws {
        try scratch.release()
        try scratch.release(Scratch.request(Scratch.day.adding(days: 1)), charged: 40)
        try scratch.intrude { try $0.setStoreFact(StoreFact.releases, Array("1".utf8)) }
        let found = try scratch.with("dpo") { try $0.check().findings }
        #expect(found.map(\.part) == [.releases] && found.first?.places == ["REL-0002"])
    }

    // --- Figures given elsewhere. ---

    private func note(
        _ user: String = "publisher", of id: String = "people-charged", _ cells: [KnownFact.Place] = [],
        _ bounds: ClosedRange<Int> = 30...30, on day: Day = Scratch.day, source: String = "A fictional court list"
    ) throws -> NotedFact {
        try scratch.with(user) { try $0.noteFact(of: id, cells: cells, on: day, bounds: bounds, source: source) }
    }

    @Test func `is held against what was given elsewhere, which is signed by who noted it`() throws {
        try scratch.release()
        let fact = try note("care-lead")
        #expect(fact.fact.id == "FACT-0001" && fact.by == "care-lead")
        let cell = try note(of: "people-charged/sex", [.init(row: "female", col: "n")], 5...15)
        #expect(cell.fact.id == "FACT-0002")
        let facts = try scratch.with("dpo") { try $0.knownFacts() }
        #expect(facts.map(\.by) == ["care-lead", "publisher"] && facts.map(\.source.isEmpty) == [false, false])
        let log = try scratch.with("dpo") { try $0.log(LogFilter(actor: "care-lead")) }
        #expect(log.contains { $0.words == "noted a figure that was given elsewhere (FACT-0001)" })
        let kept = try #require(try scratch.facts([StoreFact.knownFacts]).first ?? nil)
        let changed = String(decoding: kept, as: UTF8.self).replacing("\"most\":15", with: "\"most\":16")
        try scratch.intrude { try $0.setStoreFact(StoreFact.knownFacts, Array(changed.utf8)) }
        #expect(try scratch.failure("dpo") { _ = try $0.knownFacts() }.sentence.contains("FACT-0002"))
        #expect(try scratch.failure("publisher") { _ = try $0.draftRelease(Scratch.request()) }.kind == .damaged)
        #expect(try scratch.with("dpo") { try $0.check().findings.map(\.part) } == [.releases])
    }

    @Test func `refuses what cannot be true beside it, and names both`() throws {
        try scratch.release()
        for (id, cells, bounds) in [
            ("people-charged", [], 29...29), ("people-charged", [], 31...40),
            ("people-charged/sex", [.init(row: "female", col: "n")], 11...11),
        ] as [(String, [KnownFact.Place], ClosedRange<Int>)] {
            let error = try scratch.turnedAway { try note(of: id, cells, bounds) }
            #expect(error.kind == .badData, "\(error)")
            #expect(error.sentence.contains("REL-0001") && error.sentence.contains("FACT-0001"), "\(error)")
        }
        #expect(try scratch.with("dpo") { try $0.knownFacts() }.isEmpty)
        let far = Day(number: Int(scratch.moment / 86_400_000) + 2)
        for attempt in [
            { try note(of: "people-chargd") }, { try note(of: "people-charged/sex") },
            { try note(of: "people-charged", [.init(row: "female", col: "n")]) },
            { try note(of: "people-charged/sex", [.init(row: "fem", col: "n")]) },
            { try note(of: "people-charged/sex", [.init(row: "female", col: "x")]) },
            { try note(of: "people-charged", [], -1...3) },
            { try note(on: far) }, { try note(source: " ") }, { try note(source: "Two\nlines") },
        ] as [() throws -> NotedFact] {
            #expect(try scratch.turnedAway { try attempt() }.kind == .badData)
        }
    }
}
