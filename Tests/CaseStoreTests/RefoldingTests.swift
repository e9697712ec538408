// A store whose spans an earlier program folded: copied, folded anew once, and whole wherever that is cut short.
import AuditLog
import CaseModel
import Cryptography
import Figures
import Foundation
import Lifecycle
import Rows
import SQLite
import Testing

@testable import CaseStore

@Suite struct `A store whose spans are of an earlier folding` {
    private func fixture() throws -> Scratch {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/spans-1").path
        let scratch = try Scratch()
        try FileManager.default.copyItem(atPath: fixtures, toPath: scratch.path)
        scratch.moment = 2_000_000_000_000
        return scratch
    }

    private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

    private func copies(_ scratch: Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.hasPrefix("before") }
    }

    @Test func `is copied as it was, folded anew once, and whole`() throws {
        let scratch = try fixture()
        let old = try #require(bytes(scratch.path + "/case.db"))
        #expect(try scratch.with("inspector") { try $0.check().findings } == [])
        #expect(try scratch.with("inspector") { try $0.verifyLog().faults } == [])
        #expect(try copies(scratch) == ["before-spans-2"])
        #expect(bytes(scratch.path + "/before-spans-2/case.db") == old)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
        #expect(try copies(scratch) == ["before-spans-2"])
        var filter = LogFilter()
        filter.verb = "upkeep"
        let told = try scratch.with("dpo") { try $0.log(filter) }.filter { $0.why == "migration" }
        #expect(told.count == 1)
    }

    @Test(arguments: [
        ("CUS-0001", "BAIL_INITIAL"), ("CUS-0002", "RUI"), ("CUS-0003", "ABP_EXPIRED"), ("CUS-0004", "ABP_EXPIRED"),
    ])
    func `counts the passing of days then, by the law of the day of arrest`(ref: String, state: String) throws {
        let scratch = try fixture()
        #expect(try scratch.state(ref) == state)
        try scratch.with("inspector") { store in
            let found = try store.list(.custody, state: State(rawValue: state)).map(\.reference.text)
            #expect(found.contains(ref))
        }
    }

    @Test func `counts nobody as on bail whose period has ended`() throws {
        let scratch = try fixture()
        try scratch.with("publisher") { store in
            // One person, on bail without a period since 2016.
            for text in ["2016-03-01", "2030-01-01"] {
                let day = try #require(Day(text))
                #expect(try store.figures(asAt: day)[Figure.peopleOnBail]?.count == 1)
            }
        }
    }

    @Test func `has no span twice afterwards`() throws {
        let scratch = try fixture()
        try scratch.with("inspector") { store in
            let named = try #require(Reference("CUS-0001"))
            let row = try #require(try store.connection.record(named))
            let docket = Docket(nextSeq: { 0 }, newID: { "" })
            docket.take(try store.connection.dossiers(with: row))
            let dossier = try #require(docket.dossier(row.reference))
            let entry = try store.entry(.upkeep, [Part(.object(["act": .text("test")]), for: store.storeSubject())])
            _ = try store.change { transaction in
                var codes = try SpanCodes(store.connection)
                let spans = try Array(store.connection.spans(ofRecord: row.id).keys)
                try transaction.put(spans, of: dossier, in: [:], &codes)
                try transaction.setStoreFact(StoreFact.folding, Array("1".utf8))
                return Logged((), entry)
            }
            #expect(try store.check().isWhole == false)
        }
        #expect(try scratch.with("inspector") { try $0.check().findings } == [])
    }

    @Test func `is left as it was where there is no room for the copy`() throws {
        let scratch = try fixture()
        let old = try #require(bytes(scratch.path + "/case.db"))
        let part = scratch.path + "/before-spans-2.part"
        try FileManager.default.createDirectory(atPath: part + "/somebody's", withIntermediateDirectories: true)
        #expect(throws: StoreError.self) { try scratch.with("officer") { _ in } }
        #expect(bytes(scratch.path + "/case.db") == old)
        try FileManager.default.removeItem(atPath: part)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
    }
}
