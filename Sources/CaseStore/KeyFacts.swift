// What the store remembers of changes of keys that are due, under way or done.
import Cryptography
import KeyRing
import Rows
import SQLite

/// The state of the store's keys beyond what the account list says.
struct KeyFacts {
    /// A change of the store's key that was begun and not finished.
    struct Unfinished: Hashable {
        /// The epoch of the key that the store has while it is not finished, and of the one that it gets.
        let from, to: Int64
    }

    /// Keys that somebody may have kept who should no longer have them.
    struct Due: Hashable {
        var store = false
        var compartments: [String] = []
    }

    var unfinished: Unfinished?
    var due = Due()
    /// For each compartment the epoch whose keys, or later ones, everything in it is wrapped under.
    var rewrapped: [String: Int64] = [:]
    /// When the recovery key was used and no new one was made since, in milliseconds of UTC since 1970.
    var recoveryUsed: Int64?
}

extension CaseStore {
    /// What the store remembers of its keys.
    func keyFacts() throws -> KeyFacts {
        var facts = KeyFacts()
        let rekey = try fact(StoreFact.rekey)
        if let from = rekey?["from"]?.number, let to = rekey?["to"]?.number {
            facts.unfinished = KeyFacts.Unfinished(from: from, to: to)
        }
        let due = try fact(StoreFact.keysDue)
        facts.due.store = due?["store"]?.number == 1
        facts.due.compartments = (due?["compartments"]?.list ?? []).compactMap(\.text)
        if case .object(let epochs) = try fact(StoreFact.rewrapped) {
            facts.rewrapped = epochs.compactMapValues(\.number)
        }
        facts.recoveryUsed = try connection.storeFact(StoreFact.recoveryUsed).flatMap {
            Int64(String(decoding: $0, as: UTF8.self))
        }
        return facts
    }

    private func fact(_ name: String) throws -> CanonicalValue? {
        try connection.storeFact(name).flatMap { CanonicalValue($0) }
    }
}

extension Transaction {
    /// Remembers a change of the store's key until it is finished; nil once it is.
    borrowing func remember(_ unfinished: KeyFacts.Unfinished?) throws {
        guard let unfinished else { return try removeStoreFact(StoreFact.rekey) }
        try setStoreFact(
            StoreFact.rekey,
            CanonicalValue.object(["from": .number(unfinished.from), "to": .number(unfinished.to)]).encoded)
    }

    /// Remembers which keys are due to be changed.
    borrowing func remember(_ due: KeyFacts.Due) throws {
        guard due != KeyFacts.Due() else { return try removeStoreFact(StoreFact.keysDue) }
        try setStoreFact(
            StoreFact.keysDue,
            CanonicalValue.object([
                "compartments": .list(due.compartments.map { .text($0) }), "store": .number(due.store ? 1 : 0),
            ]).encoded)
    }

    /// Remembers under which keys everything in a compartment is wrapped.
    borrowing func remember(rewrapped: [String: Int64]) throws {
        try setStoreFact(StoreFact.rewrapped, CanonicalValue.object(rewrapped.mapValues { .number($0) }).encoded)
    }
}
