// The emergency accesses as the store remembers them: how many, which wait for review, and which were reviewed.
import Cryptography
import Lifecycle
import Rows
import SQLite

/// A list of emergency accesses in the one form in which the store keeps it.
struct Emergencies: Hashable {
    /// The version of this form.
    static let version: Int64 = 1

    /// Which of the two lists it is; the raw value names its entries.
    enum Kind: String { case waiting, reviewed }

    let kind: Kind
    /// In the order of their leaves.
    var all: [Emergency]

    init(_ kind: Kind, _ all: [Emergency] = []) { (self.kind, self.all) = (kind, all) }

    /// The list as it is kept.
    var encoded: [UInt8] {
        CanonicalValue.object(["v": .number(Self.version), kind.rawValue: .list(all.map(\.value))]).encoded
    }

    /// Reads a list as it is kept; nil if it is none of this kind, or an entry stands in the wrong list or twice.
    init?(_ kind: Kind, reading bytes: [UInt8]) {
        guard let value = CanonicalValue(bytes), value["v"]?.number == Self.version,
            let list = value[kind.rawValue]?.list
        else { return nil }
        let read = list.compactMap { Emergency($0) }
        guard read.count == list.count, Set(read.map(\.leaf)).count == read.count,
            read.allSatisfy({ ($0.review != nil) == (kind == .reviewed) })
        else { return nil }
        self.init(kind, read)
        guard encoded == bytes else { return nil }
    }
}

extension Connection {
    /// How many leaves of an emergency access the log has, by the store's own count.
    func emergencyCount() throws -> Int {
        guard let bytes = try storeFact(StoreFact.emergencyCount) else { return 0 }
        guard let count = Int(String(decoding: bytes, as: UTF8.self)), count > 0 else {
            throw StoreError(.damaged, "The count of emergency accesses is damaged.")
        }
        return count
    }

    /// The emergency accesses that wait for review, or those that were reviewed.
    func emergencies(_ kind: Emergencies.Kind) throws -> Emergencies {
        guard let bytes = try storeFact(kind.fact) else { return Emergencies(kind) }
        guard let list = Emergencies(kind, reading: bytes) else {
            throw StoreError(.damaged, "The list of emergency accesses is damaged.")
        }
        return list
    }
}

extension Transaction {
    /// Remembers a list of emergency accesses as it is now.
    borrowing func remember(_ list: Emergencies) throws { try setStoreFact(list.kind.fact, list.encoded) }

    /// Remembers an emergency access that waits for review from now on.
    borrowing func enter(_ emergency: Emergency, _ connection: Connection) throws {
        var waiting = try connection.emergencies(.waiting)
        waiting.all.append(emergency)
        try remember(waiting)
        try setStoreFact(StoreFact.emergencyCount, Array("\(try connection.emergencyCount() + 1)".utf8))
    }
}

extension Emergencies.Kind {
    fileprivate var fact: String {
        switch self {
        case .waiting: StoreFact.emergencies
        case .reviewed: StoreFact.reviewed
        }
    }
}
