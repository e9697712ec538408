// A case with support in it, and short ways of breaking the glass.
import Access
import AuditLog
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

extension Scratch {
    static let emergency = Reason(.safeguarding, text: "A fictional threat to life tonight")

    /// The casework with support that was offered, started and paused, its kind and need known to social care alone.
    static func withSupport() throws -> Scratch {
        let support = """
            {"add":"support","ref":"SUP-0001","victim":"VIC-0001","on":"2020-02-01","known":"2020-02-01","fields":{"type":"ISVA","need":"A fictional need"}}
            {"record":"offer","ref":"SUP-0001","on":"2020-02-10","known":"2020-02-10"}
            {"record":"start","ref":"SUP-0001","on":"2020-02-11","known":"2020-02-11"}
            {"record":"pause","ref":"SUP-0001","on":"2020-02-12","known":"2020-02-12"}

            """
        let scratch = try Scratch()
        try scratch.found()
        let outcome = try scratch.take(casework + support, as: "inspector")
        try #require(outcome.faults.map(\.text) == [])
        return scratch
    }

    /// Opens a record in an emergency.
    @discardableResult
    func breakGlass(
        _ ref: String, as user: String, reason: Reason? = Scratch.emergency
    ) throws -> (record: RecordView, glass: BrokenGlass?) {
        let reference = try #require(Reference(ref))
        return try with(user) { store in
            store.reason = reason
            let (record, glass) = try store.inEmergency(reference) { try $0.show(reference) }
            return (record, glass)
        }
    }

    /// The leaves of the log, oldest first.
    func leaves() throws -> [Leaf] {
        let intruder = try Intruder(self, as: "publisher")
        var leaves: [Leaf] = []
        try intruder.vault.connection.leaves(0..<Int.max) { seq, bytes, _ in
            if let bytes { leaves.append(try Leaf(reading: bytes, at: seq)) }
        }
        try intruder.vault.close()
        return leaves
    }

    /// Does something to the store past the program, with the store's key.
    func intrude(_ body: (borrowing Transaction) throws -> Void) throws {
        let intruder = try Intruder(self, as: "publisher")
        try intruder.vault.connection.transaction { try body($0) }
        try intruder.vault.close()
    }

    /// What the store says of itself under these names.
    func facts(_ names: [String]) throws -> [[UInt8]?] {
        let intruder = try Intruder(self, as: "publisher")
        let facts = try names.map { try intruder.vault.connection.storeFact($0) }
        try intruder.vault.close()
        return facts
    }

    /// What the check of the log finds.
    func faults() throws -> [String] { try with("dpo") { try $0.verifyLog().faults } }
}
