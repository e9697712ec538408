// From keys to an open store: whose slot file counts, and under which of its keys the pages are sealed.
import Cryptography
import KeyRing
import Rows
import SQLite
import Vault

/// A store opened with keys from a slot file that the store itself then knew.
struct Entrance {
    let vault: Vault
    /// The slot file that the store knows; both copies of it are that file now, where they can be written.
    let slots: SlotFile
    /// What was wrong beside the store, in sentences.
    let notes: [String]
    /// Whether a copy of the slot file was put right.
    let hasRepaired: Bool

    /// Opens the store in a folder.
    ///
    /// - Parameter unlock: takes the store's keys from a slot file; it is asked again where another file turns out to be
    ///   the right one, so that nobody gets in by an older copy.
    init(_ folder: StoreFolder, wait: Double, mishaps: Mishaps? = nil, unlock: (SlotFile) throws -> [StoreKey]) throws {
        guard [folder.database, folder.slots, folder.slotsCopy].contains(where: folder.has) else {
            throw StoreError(.missing, "There is no store here.")
        }
        var used = try SlotFiles(folder).firstOpened { ($0, try unlock($0)) }
        do {
            vault = try folder.openingVault { try Self.open(folder, used.0.store, used.1, wait, mishaps) }
        } catch let error as VaultError where error.isOfKeys {
            // While this one waited for its turn, another process may have given the store new keys.
            used = try SlotFiles(folder).firstOpened { ($0, try unlock($0)) }
            do {
                vault = try folder.openingVault { try Self.open(folder, used.0.store, used.1, wait, mishaps) }
            } catch let error as VaultError where error.isOfKeys {
                throw StoreError(
                    .damaged,
                    "The slot file does not hold the key under which the store is sealed: one of them is an older copy. "
                        + "Restore a backup whole.")
            }
        }
        let edition = try vault.connection.userVersion()
        guard edition <= schemaEdition else {
            throw StoreError(
                .newer,
                "The store was written by a newer program (edition \(edition)); this one knows \(schemaEdition).")
        }
        guard edition > 0 else { throw StoreError(.damaged, "The making of this store was never finished.") }
        // Read again now that nobody else can change it.
        let files = try SlotFiles(folder)
        let generation = try vault.connection.storeFact(StoreFact.slotsGeneration).flatMap {
            Int64(String(decoding: $0, as: UTF8.self))
        }
        slots = try files.known(by: vault.connection.storeFact(StoreFact.slots), generation: generation)
        if slots != used.0 { _ = try unlock(slots) }
        try Migration.finish(vault, folder, to: schemaEdition)
        (notes, hasRepaired) = files.repair(with: slots, hasCopy: generation != nil)
    }

    /// Opens the store with whichever of the keys its pages are sealed under; while it is rekeyed there are two.
    private static func open(
        _ folder: StoreFolder, _ store: StoreID, _ keys: [StoreKey], _ wait: Double, _ mishaps: Mishaps?
    ) throws -> Vault {
        func key(_ epoch: UInt32) -> SecretBytes? { keys.first { $0.epoch == Int64(epoch) }?.secret.copy() }
        do {
            return try Vault.open(at: folder.path, storeID: store.bytes, wait: wait, mishaps: mishaps, key: key)
        } catch VaultError.olderFormat {
            // A store of an older format is brought up to this program's first.
            guard let secret = key(try Vault.epoch(at: folder.path, storeID: store.bytes)) else {
                throw VaultError.wrongKey
            }
            try Migration.copyFiles(of: folder, before: Int(Vault.format), wait: wait)
            try Vault.upgrade(at: folder.path, storeID: store.bytes, key: secret, wait: wait)
            return try Vault.open(at: folder.path, storeID: store.bytes, wait: wait, key: key)
        }
    }
}

extension VaultError {
    /// Whether the store is sealed under another key than was given.
    fileprivate var isOfKeys: Bool { if case .otherEpoch = self { true } else { self == .wrongKey } }
}

extension Transaction {
    /// Remembers which slot file is the right one.
    borrowing func remember(_ slots: SlotFile) throws {
        try setStoreFact(StoreFact.slots, slots.digest().bytes)
        try setStoreFact(StoreFact.slotsGeneration, Array("\(slots.generation)".utf8))
    }
}
