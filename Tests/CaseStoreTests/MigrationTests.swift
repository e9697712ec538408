// A store of an older edition: copied first, brought up, and whole wherever that is cut short.
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@Suite struct `A store that is brought up to this edition` {
    private func fixture() throws -> Scratch {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/edition-1").path
        let scratch = try Scratch()
        try FileManager.default.copyItem(atPath: fixtures, toPath: scratch.path)
        scratch.moment = 2_000_000_000_000
        return scratch
    }

    private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

    @Test func `is copied as it was, and the log tells of it once`() throws {
        let scratch = try fixture()
        let old = try #require(bytes(scratch.path + "/case.db"))
        let slots = try #require(bytes(scratch.path + "/slots"))
        let size = try scratch.with("inspector") { try $0.verifyLog().size }
        #expect(bytes(scratch.path + "/before-edition-2/case.db") == old)
        #expect(bytes(scratch.path + "/before-edition-2/slots") == slots)
        #expect(bytes(scratch.path + "/case.db") != old)
        #expect(try scratch.with("inspector") { try $0.verifyLog().size } == size + 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count { $0.hasPrefix("before") } == 1)
        #expect(try scratch.with("inspector") { try $0.check().isWhole })
        var filter = LogFilter()
        filter.verb = "upkeep"
        let told = try scratch.with("dpo") { try $0.log(filter) }.filter { $0.why == "migration" }
        // Of the format, and of the spans that are folded anew.
        #expect(told.count == 2)
    }

    @Test func `uses the copy again where it was cut short, and makes another where the store went on`() throws {
        let scratch = try fixture()
        let old = try #require(bytes(scratch.path + "/case.db"))
        try scratch.with("officer") { _ in }
        // As if it had been killed after the copy.
        let copy = scratch.path + "/before-edition-2"
        try old.write(to: URL(fileURLWithPath: scratch.path + "/case.db"))
        try scratch.with("officer") { _ in }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count { $0.hasPrefix("before") } == 1)
        try old.write(to: URL(fileURLWithPath: scratch.path + "/case.db"))
        try Data("older".utf8).write(to: URL(fileURLWithPath: copy + "/case.db"))
        try scratch.with("officer") { _ in }
        #expect(bytes(scratch.path + "/before-edition-2-1/case.db") == old)
    }

    @Test func `is left as it was where there is no room for the copy`() throws {
        let scratch = try fixture()
        let old = try #require(bytes(scratch.path + "/case.db"))
        // A folder of that name is in the way of the part.
        let part = scratch.path + "/before-edition-2.part"
        try FileManager.default.createDirectory(atPath: part + "/somebody's", withIntermediateDirectories: true)
        #expect(throws: StoreError.self) { try scratch.with("officer") { _ in } }
        #expect(bytes(scratch.path + "/case.db") == old)
        try FileManager.default.removeItem(atPath: part)
        try scratch.with("officer") { _ in }
    }

    @Test func `takes each new table and its entry in one step, after a copy`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let intruder = try Intruder(scratch, as: "dpo")
        struct Killed: Error {}
        let before = try intruder.verbs().count
        for isKilled in [true, false] {
            do {
                try Migration.finish(intruder.vault, in: scratch.path, from: 1, to: 2) { transaction in
                    try transaction.run("CREATE TABLE novelty (id INTEGER PRIMARY KEY) STRICT")
                    if isKilled { throw Killed() }
                }
                #expect(!isKilled)
            } catch is Killed {
                #expect(try intruder.verbs().count == before)
                #expect(try !intruder.tableNames().contains("novelty"))
            }
        }
        #expect(try intruder.verbs().count == before + 1)
        #expect(try intruder.tableNames().contains("novelty"))
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/before-edition-2-1/case.db"))
        try intruder.vault.close()
    }
}
