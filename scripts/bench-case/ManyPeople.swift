// A case file of very many suspects: one that was taken in line by line, copied beside itself with its spans.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import KeyRing
import Lifecycle
import Rows
import SQLite
import Vault

/// A case file with many times the records and the spans of a small one, each copy some days later than the one before.
///
/// The figures read the records' spans and nothing of their events; the events of the copies are not written.
struct ManyPeople {
    let folder: String
    /// How many suspects it has, and how many events their records and all others would have.
    let suspects: Int, events: Int
    /// How many spans.
    let spans: Int

    /// How many suspects are taken in line by line.
    private static let taken = 2_500
    /// By how many days a copy comes after the one before, and after how many they begin anew.
    private static let shift = 3, round = 400

    static func make(_ suspects: Int) throws -> ManyPeople {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dalesway-\(UUID().uuidString)").path
        let (store, _) = try CaseStore.found(
            at: folder, name: "bench", passphrase: SecretBytes(copying: phrase), cost: .least, clock: present)
        let taken = min(taken, suspects)
        let events = try take(Casework(investigations: taken * 4 / 125, suspects: taken).pieces(.byDay), into: store)
        try store.close()
        let copies = suspects / taken
        let vault = try open(vault: folder)
        for (place, part) in try parts(vault.connection).enumerated() {
            let entry = Entry(actor: "u-bench", verb: .upkeep, at: AuditStore.start + Int64(place))
            _ = try vault.connection.change { transaction in
                try part(transaction, copies)
                return Logged((), entry)
            }
        }
        let spans = try vault.connection.first("SELECT count(*) FROM span") { try $0.int(0) } ?? 0
        try vault.close()
        return ManyPeople(folder: folder, suspects: taken * copies, events: events * copies, spans: spans)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens it as a command does, with none of its bytes in the system's memory.
    func openCold() throws -> CaseStore {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let file = FileHandle(forReadingAtPath: folder + "/" + name) else { continue }
            fsync(file.fileDescriptor)
            posix_fadvise(file.fileDescriptor, 0, 0, POSIX_FADV_DONTNEED)
            try file.close()
        }
        return try CaseStore.open(
            at: folder, user: "bench", passphrase: SecretBytes(copying: phrase), cost: .least, clock: present)
    }

    private static func open(vault folder: String) throws -> Vault {
        guard let bytes = FileManager.default.contents(atPath: folder + "/slots") else {
            throw CocoaError(.fileNoSuchFile)
        }
        let slots = try SlotFile(reading: Array(bytes))
        let keys = try slots.signIn("bench", passphrase: Passphrase(String(decoding: phrase, as: UTF8.self)))
        return try Vault.open(at: folder, storeID: keys.store.bytes, key: keys.storeKey.secret)
    }

    /// What copies the records, and then the spans of each code, in the order in which their index has them.
    private static func parts(
        _ connection: Connection
    ) throws -> [(borrowing Transaction, _ copies: Int) throws -> Void] {
        let stride = try connection.first(
            "SELECT max((SELECT max(id) FROM record), (SELECT max(seq) FROM event))"
        ) { try $0.int64(0) } ?? 1
        let last = try connection.first("SELECT max(id) FROM span") { try $0.int64(0) } ?? 0
        let records: (borrowing Transaction, Int) throws -> Void = { transaction, copies in
            try transaction.run(
                """
                INSERT INTO record (id, kind, number, subject, person, investigation, begun, known, recorded_at, recorder,
                                    facts, state)
                WITH RECURSIVE copy(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copy WHERE k < \(copies - 1))
                SELECT r.id + k * \(stride), r.kind, r.number + k * 1000000, r.subject, r.person + k * \(stride),
                       r.investigation + k * \(stride), r.begun + (k % \(round)) * \(shift),
                       r.known + (k % \(round)) * \(shift), r.recorded_at, r.recorder, r.facts, r.state
                FROM copy CROSS JOIN record r WHERE \(copies) > 1 AND r.id <= \(stride) ORDER BY k, r.id
                """)
        }
        let codes = try connection.all("SELECT id FROM span_code ORDER BY id") { try $0.int64(0) }
        return [records]
            + codes.map { code in
                { transaction, copies in
                    try transaction.run(
                        """
                        INSERT INTO span (code, record, person, investigation, from_day, to_day, known_from, known_to,
                                          ranged, target, window_from, window_to, low, high)
                        WITH RECURSIVE copy(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM copy WHERE k < \(copies - 1))
                        SELECT s.code, s.record + k * \(stride), s.person + k * \(stride),
                               s.investigation + k * \(stride), s.from_day + (k % \(round)) * \(shift),
                               s.to_day + iif(s.to_day < 4000000, (k % \(round)) * \(shift), 0),
                               s.known_from + (k % \(round)) * \(shift),
                               s.known_to + iif(s.known_to < 4000000, (k % \(round)) * \(shift), 0), s.ranged,
                               s.target + k * \(stride), s.window_from + (k % \(round)) * \(shift),
                               s.window_to + (k % \(round)) * \(shift), s.low, s.high
                        FROM copy CROSS JOIN span s WHERE \(copies) > 1 AND s.code = \(code) AND s.id <= \(last)
                        ORDER BY 8, 7, 5, 6
                        """)
                }
            }
    }
}
