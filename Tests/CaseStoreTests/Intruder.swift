// Somebody with an account and another program: the store opened without the one door, with that account's own keys.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import KeyRing
import Rows
import SQLite
import Vault

/// An account's keys and the open database, and nothing of CaseStore between them.
struct Intruder: ~Copyable {
    var keys: UnlockedKeys
    let vault: Vault

    init(_ scratch: Scratch, as user: String, mishaps: Mishaps? = nil) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/slots"))
        var unlocked = try SlotFile(reading: Array(bytes)).signIn(user, passphrase: Passphrase(Scratch.words))
        // All first, then stored: a value half made could not be dropped.
        let opened = try Vault.open(
            at: scratch.path, storeID: unlocked.store.bytes, key: unlocked.storeKey.secret, wait: 0, mishaps: mishaps)
        let roster = try Roster(opened.connection.signedRows(), keys: unlocked)
        try unlocked.openCompartments(of: roster, at: scratch.moment)
        keys = unlocked
        vault = opened
    }

    /// Every table, and the question that reads the whole of it.
    static let tables: [(name: String, sql: SQL)] = [
        ("store", "SELECT * FROM store"), ("signed_row", "SELECT * FROM signed_row"),
        ("subject", "SELECT * FROM subject"), ("subject_key", "SELECT * FROM subject_key"),
        ("record", "SELECT * FROM record"), ("link", "SELECT * FROM link"), ("record_box", "SELECT * FROM record_box"),
        ("event", "SELECT * FROM event"), ("approval", "SELECT * FROM approval"), ("strike", "SELECT * FROM strike"),
        ("span_code", "SELECT * FROM span_code"), ("span", "SELECT * FROM span"),
        ("audit_leaf", "SELECT * FROM audit_leaf"), ("audit_detail", "SELECT * FROM audit_detail"),
        ("audit_head", "SELECT * FROM audit_head"), ("audit_node", "SELECT * FROM audit_node"),
        ("audit_checkpoint", "SELECT * FROM audit_checkpoint"),
    ]

    /// The tables that there are.
    func tableNames() throws -> Set<String> {
        Set(try vault.connection.all("SELECT name FROM sqlite_schema WHERE type = 'table'") { try $0.text(0) })
    }

    /// The content of every column of every table, as it stands there.
    func columns() throws -> [[UInt8]] {
        var found: [[UInt8]] = []
        for table in Self.tables {
            try vault.connection.query(table.sql) { row in
                for index in 0..<24 {
                    switch try row.value(index, as: Value.self) {
                    case .text(let text): found.append(Array(text.utf8))
                    case .blob(let bytes): found.append(bytes)
                    case .null, .integer, .real: break
                    }
                }
            }
        }
        return found
    }

    private struct Box {
        let table: String
        let row: Int64
        let subject: Int64
        let bytes: [UInt8]
    }

    /// Whatever opens of all boxes and of all details of the log, every key that can be reached tried on each.
    func opened() throws -> [[UInt8]] {
        let connection = vault.connection
        var boxes: [Box] = []
        try connection.query("SELECT b.record, r.subject, b.box FROM record_box b JOIN record r ON r.id = b.record") {
            boxes.append(Box(table: "record", row: try $0.int64(0), subject: try $0.int64(1), bytes: try $0.bytes(2)))
        }
        try connection.query(
            "SELECT e.seq, r.subject, e.box FROM event e JOIN record r ON r.id = e.record WHERE e.box IS NOT NULL"
        ) { boxes.append(Box(table: "event", row: try $0.int64(0), subject: try $0.int64(1), bytes: try $0.bytes(2))) }
        var wrapped: [(subject: Int64, key: WrappedSubjectKey)] = []
        try connection.query("SELECT subject, epoch, wrapped FROM subject_key") {
            wrapped.append((try $0.int64(0), WrappedSubjectKey(epoch: try $0.int64(1), bytes: try $0.bytes(2))))
        }
        var found: [[UInt8]] = []
        for held in keys.compartments.values {
            let subjectKeys = wrapped.compactMap { try? held.open($0.key, of: $0.subject) }
            for box in boxes {
                let place = KeyRing.Place(table: box.table, row: box.row)
                if let content = try? held.open(box: box.bytes, at: place) { found.append(content) }
                found += subjectKeys.compactMap { try? $0.open(box.bytes, at: place) }
            }
        }
        return try found + details()
    }

    /// What the log says of each act, opened with the log keys that lie in the database.
    private func details() throws -> [[UInt8]] {
        let connection = vault.connection
        var found: [[UInt8]] = []
        try connection.leaves(0..<Int.max) { seq, bytes, _ in
            guard let bytes else { return }
            let leaf = try Leaf(reading: bytes, at: seq)
            for detail in try connection.details(of: seq) {
                guard let subject = detail.subject, let key = try connection.logKey(of: subject) else { continue }
                let content = try? detail.open(in: leaf, with: LogKey(SecretBytes(copying: key)))
                if let content { found.append(content.encoded) }
            }
        }
        return found
    }

    /// Whether a text can be read anywhere in the database with this account's keys.
    func reads(_ text: String) throws -> Bool {
        let wanted = Data(text.utf8)
        return try (columns() + opened()).contains { Data($0).range(of: wanted) != nil }
    }

    /// The kinds of act in the log, oldest first.
    func verbs() throws -> [Verb] {
        var verbs: [Verb] = []
        try vault.connection.leaves(0..<Int.max) { seq, bytes, _ in
            if let bytes { verbs.append(try Leaf(reading: bytes, at: seq).verb) }
        }
        return verbs
    }
}
