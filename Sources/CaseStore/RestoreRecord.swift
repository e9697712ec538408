// A restore as the store remembers it: what was done, and the two signatures under it.
import Cryptography
import KeyRing
import Rows
import SQLite

/// One restore: its statement, the custodian who signed it, and whoever signed as the second person.
struct RestoreRecord: Hashable {
    /// The kind of act that each of the two signs.
    static let (act, secondAct) = ("restore", "countersign restore")

    let statement: CanonicalValue
    let custodian: String
    let signature: [UInt8]
    var second: (handle: String, signature: [UInt8])?

    /// Whether the second signature is still wanted.
    var isWaiting: Bool { second == nil }

    /// The name that the log had before.
    var endedOrigin: String? { statement["ended"]?["origin"]?.text }

    static func == (left: Self, right: Self) -> Bool { left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }

    var value: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "custodian": .text(custodian), "signature": .bytes(signature), "statement": statement,
        ]
        if let second {
            members["second"] = .text(second.handle)
            members["secondSignature"] = .bytes(second.signature)
        }
        return .object(members)
    }

    init(statement: CanonicalValue, custodian: String, signature: [UInt8]) {
        (self.statement, self.custodian, self.signature) = (statement, custodian, signature)
    }

    init?(_ value: CanonicalValue) {
        guard let statement = value["statement"], let custodian = value["custodian"]?.text,
            let signature = value["signature"]?.bytes
        else { return nil }
        self.init(statement: statement, custodian: custodian, signature: signature)
        if let handle = value["second"]?.text, let bytes = value["secondSignature"]?.bytes { second = (handle, bytes) }
    }

    /// Whether both signatures, as far as there are two, are those of different people's accounts.
    func isSigned(in roster: Roster) -> Bool {
        guard let own = try? Signature(signature), roster.verify(own, by: custodian, on: Self.act, statement) else {
            return false
        }
        guard let second else { return true }
        guard second.handle != custodian, let other = try? Signature(second.signature) else { return false }
        return roster.verify(other, by: second.handle, on: Self.secondAct, statement)
    }
}

extension Connection {
    /// The restores of the store, oldest first.
    func restores() throws -> [RestoreRecord] {
        guard let bytes = try storeFact(StoreFact.restores) else { return [] }
        guard let list = CanonicalValue(bytes)?.list else {
            throw StoreError(.damaged, "The list of the store's restores is damaged.")
        }
        return try list.map { value in
            guard let record = RestoreRecord(value) else {
                throw StoreError(.damaged, "The list of the store's restores is damaged.")
            }
            return record
        }
    }
}

extension Transaction {
    borrowing func remember(_ restores: [RestoreRecord]) throws {
        try setStoreFact(StoreFact.restores, CanonicalValue.list(restores.map(\.value)).encoded)
    }
}
