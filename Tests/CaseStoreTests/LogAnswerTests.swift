// Questions to the log: days in London, filters that lose nothing, a lawful use, and a line for each question.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `Asking the log` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    private func reference(_ text: String) throws -> Reference { try #require(Reference(text)) }

    private func moment(_ text: String) throws -> Int64 { try #require(LondonSpan(text)).first }

    @Test func `takes days as London's, where a summer's night by Greenwich is yesterday's`() throws {
        let person = try reference("PER-0002")
        for (place, time) in ["2026-07-01 23:30", "2026-07-02 00:30", "2026-07-02 23:59", "2026-07-03 00:01"]
            .enumerated()
        {
            scratch.moment = try moment(time)
            if place % 2 == 0 { _ = try scratch.with("officer") { try $0.show(person) } }
            if place % 2 == 1 { _ = try scratch.with("officer") { try $0.history(person) } }
        }
        let day = LondonSpan(try #require(Day("2026-07-02")))
        let filter = LogFilter(about: person, actor: "officer", from: day.first, to: day.last)
        let found = try scratch.with("dpo") { try $0.log(filter) }
        #expect(found.map(\.words) == ["read its history", "opened it"])
        #expect(found.map { LondonTime(at: $0.at).day.iso } == ["2026-07-02", "2026-07-02"])
    }

    @Test(arguments: LawfulUse.allCases) func `leaves its use in a line of its own`(use: LawfulUse) throws {
        let person = try reference("PER-0001")
        let asked: [(CaseStore) throws -> Void] = [
            { _ = try $0.log(LogFilter(about: person), for: use) }, { _ = try $0.whoSaw(person, for: use) },
            { _ = try $0.acts(by: "officer", for: use) }, { _ = try $0.unusualAccess(for: use) },
        ]
        for ask in asked {
            let store = try scratch.open("dpo")
            let before = try store.connection.logSize()
            try ask(store)
            #expect(try store.connection.logSize() == before + 1)
            let last = try #require(try store.log(LogFilter(limit: 2)).first)
            #expect(last.verb == "consultation" && last.why == use.code && last.actor == "dpo")
            #expect(last.words.contains("audit log"))
            try store.close()
        }
    }

    @Test(arguments: ["officer", "care", "care-lead", "supervisor", "inspector", "publisher", "custodian"])
    func `is refused to who is not a data-protection officer, with a line for each attempt`(user: String) throws {
        let person = try reference("PER-0001")
        let asked: [(CaseStore) throws -> Void] = [
            { _ = try $0.log() }, { _ = try $0.whoSaw(person, for: .lawfulness) },
            { _ = try $0.acts(by: "dpo", for: .lawfulness) }, { _ = try $0.unusualAccess(for: .lawfulness) },
        ]
        let store = try scratch.open(user)
        for ask in asked {
            let before = try store.connection.logSize()
            #expect(throws: StoreError.self) { try ask(store) }
            #expect(try store.connection.logSize() == before + 1)
        }
        try store.close()
        let denied = try scratch.with("dpo") { try $0.log(LogFilter(actor: user, verb: "denied")) }
        #expect(denied.map(\.words) == Array(repeating: "was refused to read the audit log", count: 4))
    }

    @Test func `finds a person's acts whole, a record's alone, and the newest where few are wanted`() throws {
        _ = try scratch.with("officer") { store in
            _ = try store.show(try reference("PER-0003"))
            _ = try store.show(try reference("SUS-0002"))
            return try store.list(.person)
        }
        let person = try reference("PER-0003"), suspect = try reference("SUS-0002")
        let whole = try scratch.with("dpo") { try $0.log(LogFilter(about: suspect, actor: "officer")) }
        #expect(whole.map(\.words) == ["opened it", "opened it", "listed person records"])
        #expect(whole.map { $0.subjects.map(\.text) } == [["PER-0003"], ["SUS-0002"], ["PER-0003"]])
        let one = try scratch.with("dpo") { try $0.log(LogFilter(record: person, actor: "officer")) }
        #expect(one.map(\.words) == ["opened it", "listed person records"])
        let all = try scratch.with("dpo") { try $0.log(LogFilter(actor: "officer")) }
        for limit in [0, 1, 2, 3, 100] {
            let few = try scratch.with("dpo") { try $0.log(LogFilter(actor: "officer", limit: limit)) }
            #expect(few.map(\.seq) == all.suffix(limit).map(\.seq))
        }
    }

    @Test func `refuses an account or an act that there is not, so that nothing found means nothing done`() throws {
        let wrong = [
            LogFilter(actor: "nobody"), LogFilter(verb: "looked"), LogFilter(about: try reference("PER-0999")),
        ]
        for filter in wrong {
            _ = try scratch.turnedAway { try scratch.with("dpo") { try $0.log(filter) } }
        }
        _ = try scratch.turnedAway { try scratch.with("dpo") { try $0.acts(by: "nobody", for: .integrity) } }
        #expect(try scratch.with("dpo") { try $0.log(LogFilter(actor: "program")) }.isEmpty)
        let id = try scratch.with("dpo") { $0.roster.user(named: "officer")?.id ?? "" }
        #expect(try scratch.with("dpo") { try $0.log(LogFilter(actor: id)) }.allSatisfy { $0.actor == "officer" })
    }

    // --- Plain words. ---

    @Test func `has plain words for every code of an act that the sources write`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CaseStore")
        var acts: Set<String> = [], denied: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: root.path) where file.hasSuffix(".swift") {
            let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
            let (done, refused) = Self.codes(in: text)
            acts.formUnion(done)
            denied.formUnion(refused)
        }
        let known: Set<String> = ["show", "audit log", "rekey done", "rekey begun", "suspend", "hand over", "follow"]
        #expect(acts.count > 40 && known.subtracting(acts).isEmpty, "\(acts.sorted())")
        for post in ["rank", "acting", "role", "cover"] { acts.formUnion([post, "\(post) taken back"]) }
        for kind in RecordKind.allCases { acts.insert("list \(kind.rawValue)") }
        for act in acts.sorted() {
            let words = ActWords.of(.object(["act": .text(act)]), .upkeep) { $0 }
            #expect(words != ActWords.unknown(act) && words != act && !words.isEmpty, "\(act)")
        }
        denied.formUnion(Reason.Demand.allCases.map(\.denied))
        let refused: [KeyRingError] = [
            .notCustodian, .notTrustedCustodian, .notHolder("care"), .lastCustodian, .pinnedCustodian, .hangsFromItself,
        ]
        denied.formUnion(refused.compactMap(\.refusedAct))
        denied.formUnion(Act.allCases.map(\.rawValue))
        denied.formUnion(["last holder of care", "review of one's own emergency access"])
        for act in denied.sorted() {
            let words = ActWords.of(.object(["act": .text(act)]), .denied) { $0 }
            #expect(words.hasPrefix("was refused") && !words.contains("no words for"), "\(act)")
        }
    }

    /// The codes of acts that a source writes, and those of refusals: the literals after what writes them.
    private static func codes(in text: String) -> (acts: Set<String>, denied: Set<String>) {
        let writers = ["apply(", "upkeep(", "consult(", "noteAsking(", "withdraw(", "set(.", "as: ", "change, "]
        let refusers = ["deny(", "refusal("]
        var acts: Set<String> = [], denied: Set<String> = []
        let pieces = text.components(separatedBy: "\"")
        for place in stride(from: 1, to: pieces.count - 1, by: 2) {
            let word = pieces[place]
            guard (1...40).contains(word.utf8.count), word.allSatisfy({ $0.isLowercase || " -,".contains($0) }) else {
                continue
            }
            let before = String(decoding: pieces[place - 1].utf8.suffix(160), as: UTF8.self)
            if before == ": .text(", place > 2, pieces[place - 2] == "act" { acts.insert(word) }
            let line = before.split(separator: "\n", omittingEmptySubsequences: false).suffix(2).joined()
            func follows(_ marks: [String]) -> Bool {
                marks.contains { mark in
                    guard let found = line.range(of: mark, options: .backwards) else { return false }
                    return !line[found.upperBound...].contains { "[{=".contains($0) }
                }
            }
            if follows(writers) { acts.insert(word) }
            if follows(refusers) { denied.insert(word) }
        }
        // A member of an error that is thrown with a path of a file.
        return (acts.subtracting(denied).subtracting(["slots"]), denied)
    }

    @Test func `shows nothing as a bare code after a little of everything`() throws {
        let person = try reference("PER-0002")
        try scratch.record("identify", "SUS-0001", on: "2020-02-03", as: "officer")
        _ = try scratch.with("officer") { store in
            _ = try store.next(person)
            _ = try store.due(WorkQuestion(.mine))
            _ = try store.figures(asAt: try #require(Day("2020-03-01")))
            _ = try store.users()
        }
        try scratch.take(
            "{\"add\":\"person\",\"on\":\"2020-01-06\",\"fields\":{\"name\":\"A B\"}}\n", as: "inspector", dryRun: true)
        try scratch.take("{\"add\":\"person\"}\n", as: "inspector")
        _ = try scratch.with("inspector") { try $0.export { _ in } }
        _ = try scratch.with("dpo") { try $0.exportLog { _, _ in } }
        _ = try scratch.with("dpo") { try $0.check() }
        _ = try scratch.with("custodian") { store in
            try store.grant(.police, to: "publisher")
            _ = try store.withdraw(.police, from: "publisher")
            try store.suspend("publisher")
            try store.reinstate("publisher")
        }
        let views = try scratch.with("dpo") { try $0.log() }
        for view in views {
            #expect(
                !view.words.isEmpty && !view.words.contains("no words for"), "\(view.seq) \(view.verb) \(view.detail)")
        }
        #expect(views.contains { $0.words == "tried a file of 1 lines without taking it in" })
        #expect(views.contains { $0.words == "suspended publisher" })
    }
}
