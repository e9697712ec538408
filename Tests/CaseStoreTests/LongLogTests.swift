// A log of several runs of leaves: read beside the work, its details checked by several threads.
import AuditLog
import Cryptography
import Foundation
import Rows
import SQLite
import Testing
import Vault

@testable import CaseStore

@Suite struct `A long log` {
    private static let size = 9_000
    /// The leaf of many parts, the last of which is boxed, and leaves with a detail, in different runs.
    private static let crowd = 5_000, details = [1_000, 4_095, 4_096, 8_500]

    /// A store with such a log.
    private func store() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.found()
        let intruder = try Intruder(scratch, as: "custodian")
        let connection = intruder.vault.connection
        let key = try LogKey(SecretBytes(copying: #require(try connection.logKey(of: 1))))
        let part = Part(.object(["act": .text("show")]), for: .subject(1, key))
        let rights = Part(.object(["act": .text("why")]), for: .holders(try AgreementKey().publicKey))
        let first = try connection.logSize()
        let entries = (first..<Self.size).map { seq in
            Entry(
                actor: "u-7", verb: .consultation, at: scratch.moment,
                parts: seq == Self.crowd
                    ? [Part](repeating: part, count: 69) + [rights] : Self.details.contains(seq) ? [part] : [])
        }
        _ = try connection.change { _ in Logged((), entries[0], and: Array(entries.dropFirst())) }
        try intruder.vault.close()
        return scratch
    }

    /// What somebody did to it, and what the check says.
    private static let deeds: [(deed: SQL, words: [String])] = [
        ("UPDATE audit_detail SET part_hash = zeroblob(32) WHERE seq = 5000 AND part = 69", ["Entry 5000"]),
        (
            "UPDATE audit_detail SET box = zeroblob(length(box)) WHERE seq IN (1000, 4095, 4096, 5000, 8500)",
            ["Entry 1000 of the audit log, entry 4095", "entry 4096", "entry 5000", "entry 8500 of the audit log: "]
        ),
        ("UPDATE audit_detail SET salt = zeroblob(32) WHERE seq = 8500", ["Entry 8500"]),
        ("UPDATE audit_detail SET salt = x'' WHERE seq = 4096", ["Entry 4096"]),
        ("UPDATE audit_detail SET part = 1 WHERE seq = 4095", ["Entry 4095"]),
        ("UPDATE audit_leaf SET leaf = zeroblob(100) WHERE seq = 8191", ["ntry 8191"]),
        ("UPDATE audit_leaf SET leaf = (SELECT leaf FROM audit_leaf WHERE seq = 4000) WHERE seq = 8192", ["8192"]),
        ("UPDATE audit_node SET hash = zeroblob(32) WHERE level = 9 AND place = 15", ["The 512 entries from 7680"]),
    ]

    @Test func `is found whole, with progress, and what is spoilt in any of its runs is named`() throws {
        let whole = try store()
        var told: [String: Int] = [:]
        let verdict = try whole.with("dpo") { store in
            try store.verifyLog { title, done, total in
                #expect(done > told[title] ?? 0)
                #expect(total == done || done < total)
                told[title] = done
            }
        }
        #expect(verdict.faults == [])
        #expect(told == ["log entries": verdict.size, "log details": verdict.size])
        for (deed, words) in Self.deeds {
            let scratch = try Scratch()
            try FileManager.default.copyItem(atPath: whole.path, toPath: scratch.path)
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { try $0.run(deed) }
            try intruder.vault.close()
            let faults = try scratch.with("dpo") { try $0.verifyLog() }.faults
            #expect(faults.count == 1, "\(faults)")
            for word in words { #expect(faults.first?.contains(word) == true, "\(faults)") }
        }
    }

    @Test func `of whose parts some were destroyed stays whole, and is told from one that was altered`() throws {
        let scratch = try store()
        for (deed, isWhole) in [
            ("UPDATE audit_detail SET subject = NULL, salt = x'', box = x'' WHERE seq = 5000 AND part < 69", true),
            ("UPDATE audit_leaf SET leaf = NULL WHERE seq IN (4096, 8500)", true),
            ("DELETE FROM audit_detail WHERE seq = 5000 AND part = 68", false),
        ] as [(SQL, Bool)] {
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { try $0.run(deed) }
            try intruder.vault.close()
            #expect(try scratch.with("dpo") { try $0.verifyLog() }.faults.isEmpty == isWhole)
        }
    }

    @Test func `is let go at once after a check that stopped at its beginning`() throws {
        let scratch = try store()
        let intruder = try Intruder(scratch, as: "publisher")
        try intruder.vault.connection.transaction { try $0.run("UPDATE audit_leaf SET leaf = x'00' WHERE seq = 0") }
        try intruder.vault.close()
        for _ in 0..<3 { #expect(try scratch.with("dpo") { try $0.verifyLog() }.faults.count == 1) }
    }
}
