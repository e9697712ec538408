// What the check of the whole store finds, each fault made by somebody who holds the store's key and another program.
import CaseStore
import Cryptography
import Foundation
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@Suite struct `The check of a whole store` {
    /// What is done to the tables, and how the check must speak of it.
    struct Deed: CustomTestStringConvertible {
        let testDescription: String
        let part: Finding.Part
        let words: String
        let place: String?
        let sql: [SQL]

        init(_ name: String, _ part: Finding.Part, _ words: String, at place: String? = nil, _ sql: SQL...) {
            (testDescription, self.part, self.words, self.place, self.sql) = (name, part, words, place, sql)
        }
    }

    static let deeds = [
        Deed(
            "a span counted twice", .records, "what the events fold to", at: "SUS-0002",
            """
            INSERT INTO span (code, record, person, investigation, from_day, to_day, known_from, known_to, ranged)
            SELECT code, record, person, investigation, from_day, to_day, known_from, known_to, ranged FROM span
            WHERE record = (SELECT id FROM record WHERE kind = 'suspect' AND number = 2) LIMIT 1
            """),
        Deed(
            "a span counted for another person", .records, "what the events fold to", at: "SUS-0002",
            """
            UPDATE span SET person = 1 WHERE record = (SELECT id FROM record WHERE kind = 'suspect' AND number = 2)
            """),
        Deed(
            "spans taken away", .records, "what the events fold to", at: "INV-0001",
            "DELETE FROM span WHERE record = (SELECT id FROM record WHERE kind = 'investigation')"),
        Deed(
            "a state changed", .records, "where the events lead", at: "SUS-0002",
            "UPDATE record SET state = 'NOMINAL' WHERE kind = 'suspect' AND number = 2"),
        Deed(
            "a sealed value altered", .records, "does not open", at: "PER-0001",
            """
            UPDATE record_box SET box = zeroblob(length(box)) WHERE record = (SELECT id FROM record WHERE kind = 'person' AND number = 1)
            """),
        Deed(
            "a sealed value moved", .records, "does not open", at: "PER-0002",
            """
            UPDATE record_box SET box = (SELECT box FROM record_box WHERE record = (SELECT id FROM record WHERE kind = 'person' AND number = 3))
            WHERE record = (SELECT id FROM record WHERE kind = 'person' AND number = 2)
            """),
        Deed(
            "an approval forged", .records, "not signed by who is said", at: "EV-ARREST0002 of SUS-0002",
            """
            INSERT INTO approval (event, approver, recorded_at, day, signature)
            SELECT seq, 'u-nobody', 0, 18000, zeroblob(64) FROM event WHERE id = 'EV-ARREST0002'
            """),
        Deed(
            "a leaf's bytes altered", .log, "it was altered", at: "entry 3",
            "UPDATE audit_leaf SET leaf = zeroblob(100) WHERE seq = 3"),
        Deed(
            "a detail altered", .log, "commits to", at: "entry 5",
            "UPDATE audit_detail SET box = zeroblob(length(box)) WHERE seq = 5"),
        Deed(
            "the head altered", .log, "head", "UPDATE audit_head SET size = size - 1"),
        Deed(
            "a subtree too many", .log, "tree",
            "INSERT INTO audit_node (level, place, hash) VALUES (20, 0, zeroblob(32))"),
        Deed(
            "a checkpoint forged", .log, "this is not a checkpoint", at: "checkpoint of 2 entries",
            "INSERT OR REPLACE INTO audit_checkpoint (size, note, signed_at) VALUES (2, 'nonsense', 0)"),
    ]

    private func check(_ scratch: Scratch, _ user: String = "custodian") throws -> CheckReport {
        try CaseStore.check(at: scratch.path, user: user, passphrase: Scratch.passphrase, clock: scratch.clock)
    }

    @Test func `finds nothing in a store that is whole, and says what it looked at`() throws {
        let scratch = try Scratch.withCasework()
        let report = try check(scratch)
        #expect(report.isWhole)
        #expect(report.findings == [])
        #expect(report.looked.map(\.what) == ["pages", "records", "sealed values", "log entries"])
        #expect(report.looked.allSatisfy { $0.count > 0 })
        #expect(report.warnings.contains { $0.contains("only one active custodian") })
        #expect(try check(scratch, "inspector").warnings.contains { $0.contains("does not hold") } == false)
        let store = try scratch.open("dpo")
        #expect(throws: StoreError.self) { try scratch.open("care").check() }
        try store.close()
    }

    @Test(arguments: deeds) func `says what is wrong, where and what to do`(deed: Deed) throws {
        let scratch = try Scratch.withCasework()
        do {
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { transaction in
                for sql in deed.sql { try transaction.run(sql) }
            }
            try intruder.vault.close()
        }
        let report = try check(scratch)
        let found = report.findings.filter { $0.part == deed.part && $0.sentence.lowercased().contains(deed.words) }
        #expect(found.count == 1, "\(report.findings.map(\.sentence))")
        #expect(
            report.findings.allSatisfy { [deed.part, .store].contains($0.part) }, "\(report.findings.map(\.sentence))")
        let finding = try #require(found.first)
        #expect(!finding.advice.isEmpty)
        if let place = deed.place {
            #expect(finding.sentence.lowercased().contains(place.lowercased()), "\(finding.sentence)")
        }
        for name in ["Vera", "Simon", "Peter", "Madeup"] { #expect(!finding.sentence.contains(name)) }
    }

    @Test func `counts what repeats and names the first few places`() throws {
        let scratch = try Scratch.withCasework()
        do {
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { try $0.run("UPDATE record SET state = 'NOWHERE'") }
            try intruder.vault.close()
        }
        let finding = try #require(check(scratch).findings.first { $0.what.contains("where the events lead") })
        #expect(finding.count > Finding.mostPlaces)
        #expect(finding.places.count == Finding.mostPlaces)
        #expect(finding.sentence.contains(" and \(finding.count - Finding.mostPlaces) more: "))
    }

    @Test(arguments: [1, 3, 40]) func `looks at a store with damaged pages, and writes nothing to it`(pages: Int) throws
    {
        let scratch = try Scratch.withCasework()
        let file = "\(scratch.path)/case.db"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        let count = (bytes.count - 8_192) / 4_096
        for page in (2...count).shuffled().prefix(pages) { bytes[8_192 + (page - 1) * 4_096 + 99] ^= 1 }
        try bytes.write(to: URL(fileURLWithPath: file))
        let report = try check(scratch)
        #expect(!report.isWhole)
        let damaged = report.findings.filter { $0.part == .pages && !$0.places.isEmpty }.map(\.count).reduce(0, +)
        #expect(damaged >= min(pages, count - 1), "\(report.findings.map(\.sentence))")
        #expect(report.findings.count < 12, "\(report.findings.map(\.sentence))")
    }

    @Test func `looks at a store whose account list was changed past the program`() throws {
        let scratch = try Scratch.withCasework()
        do {
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { try $0.run("DELETE FROM signed_row WHERE kind = 'head'") }
            try intruder.vault.close()
        }
        let report = try check(scratch)
        #expect(report.findings.first?.sentence.contains("account list has been altered") == true)
        #expect(report.findings.contains { $0.part == .pages && $0.what.contains("Every page opens") })
    }
}
