// Founding a case file, and signing in to one.
import Access
import AuditLog
package import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Makes a case file; its first user is the custodian, who holds every compartment until they are handed over.
    ///
    /// - Returns: the case file with that user signed in, and the recovery key, to be shown once and kept on paper.
    package static func found(
        at directory: String, name: String, rank: Rank? = nil, organisation: Organisation = .police,
        passphrase: borrowing SecretBytes, cost: ScryptCost = .standard, state: StateFolder? = nil,
        clock: @escaping Clock
    ) throws -> (store: CaseStore, recovery: String) {
        try speaking {
            let folder = StoreFolder(path: directory)
            guard !folder.has(folder.database) else {
                throw StoreError(.exists, "There is a store here already; nothing was changed.")
            }
            let now = clock().milliseconds
            let text = String(decoding: passphrase.plainCopy(), as: UTF8.self)
            let founding = try Founding(
                by: NewAccount(
                    name: name, organisation: organisation.rawValue, rank: rank?.rawValue,
                    roles: [Role.custodian.rawValue]),
                passphrase: Passphrase(text), compartments: Compartment.allCases.map(\.rawValue), at: now, cost: cost)
            try folder.make()
            try folder.replace(folder.slots, with: founding.slots.encoded)
            let vault = try Vault.create(
                at: directory, storeID: founding.slots.store.bytes, key: founding.keys.storeKey.secret)
            let seed = try SecretBytes(random: 32)
            let digest = try founding.slots.digest().bytes
            let rows = founding.rows
            let actor = founding.keys.user
            let origin = "dalesway.invalid/log/\(Hexadecimal.text(Array(founding.slots.store.bytes.prefix(8))))"
            let key = try SecretBytes(random: 32).plainCopy()
            _ = try vault.connection.change { transaction in
                try transaction.makeTables()
                try transaction.put(rows)
                try transaction.setStoreFact(StoreFact.slots, digest)
                try transaction.setStoreFact(StoreFact.logSeed, seed.plainCopy())
                try transaction.setStoreFact(StoreFact.logOrigin, Array(origin.utf8))
                try transaction.insertSubject(1, logKey: key)
                let detail = CanonicalValue.object([
                    "act": .text("found"), "format": .number(1), "origin": .text(origin),
                ])
                let part = Part(detail, for: .subject(1, try LogKey(SecretBytes(copying: key))))
                return Logged((), Entry(actor: actor, verb: .upkeep, at: now, why: "genesis", parts: [part]))
            }
            // Its machine has seen it from the first; what cannot be kept is told when it is opened.
            if let state {
                let mark = try LogIdentity(vault.connection).mark(vault.connection.frontier())
                try? state.keep(mark, of: founding.slots.store, isLast: false)
            }
            try vault.close()
            let recovery = try founding.recovery.text()
            return (try open(at: directory, user: name, passphrase: passphrase, state: state, clock: clock), recovery)
        }
    }

    /// Opens the case file for one user.
    ///
    /// Waits at most `wait` seconds for another process that holds it. What stands against the store is compared with
    /// `purpose`, and what was seen of it before is looked up in `state`. Throws ``StoreError``.
    package static func open(
        at directory: String, user: String, passphrase: borrowing SecretBytes, wait: Double = 5,
        state: StateFolder? = nil, for purpose: Purpose = .ordinary, clock: @escaping Clock
    ) throws -> CaseStore {
        try speaking {
            let folder = StoreFolder(path: directory)
            guard folder.has(folder.database) || folder.has(folder.slots) else {
                throw StoreError(.missing, "There is no store here.")
            }
            guard folder.has(folder.slots) else {
                throw StoreError(
                    .damaged, "The slot file is missing: without it nobody can sign in. Restore it from a copy.")
            }
            var slots = try SlotFile(reading: folder.read(folder.slots, most: SlotFile.greatestByteCount))
            var keys = try signIn(user, passphrase, slots, folder)
            let vault = try folder.openingVault { try openVault(at: directory, keys, wait: wait) }
            let edition = try vault.connection.userVersion()
            guard edition <= schemaEdition else {
                throw StoreError(
                    .newer,
                    "The store was written by a newer program (edition \(edition)); this one knows \(schemaEdition).")
            }
            guard edition > 0 else { throw StoreError(.damaged, "The making of this store was never finished.") }
            slots = try settle(slots, folder, vault.connection)
            let roster = try Roster(vault.connection.signedRows(), keys: keys)
            try keys.openCompartments(of: roster, at: clock().milliseconds)
            let store = try CaseStore(
                directory: directory, vault: vault, clock: clock, keys: keys, slots: slots, roster: roster, state: state
            )
            try store.weigh(for: purpose) { try store.sightings() }
            if store.isWritable {
                try store.weigh(for: purpose) {
                    try store.greet(folder)
                    return []
                }
            }
            return store
        }
    }

    /// Opens the store, bringing one of an older format up to this program's first.
    private static func openVault(at directory: String, _ keys: borrowing UnlockedKeys, wait: Double) throws -> Vault {
        do {
            return try Vault.open(at: directory, storeID: keys.store.bytes, key: keys.storeKey.secret, wait: wait)
        } catch VaultError.olderFormat {
            try Vault.upgrade(at: directory, storeID: keys.store.bytes, key: keys.storeKey.secret, wait: wait)
            return try Vault.open(at: directory, storeID: keys.store.bytes, key: keys.storeKey.secret, wait: wait)
        }
    }

    static func signIn(
        _ user: String, _ passphrase: borrowing SecretBytes, _ slots: SlotFile, _ folder: StoreFolder
    ) throws -> UnlockedKeys {
        do {
            return try slots.signIn(
                user, passphrase: Passphrase(String(decoding: passphrase.plainCopy(), as: UTF8.self)))
        } catch KeyRingError.notRecognised {
            var attempts = folder.attemptsSoFar()
            try attempts.count(user, at: slots)
            try? folder.replace(folder.attempts, with: attempts.encoded)
            throw KeyRingError.notRecognised
        }
    }

    /// Sees that the slot file is the one that the store knows, and finishes a change of it that was cut short.
    private static func settle(_ slots: SlotFile, _ folder: StoreFolder, _ connection: Connection) throws -> SlotFile {
        let known = try connection.storeFact(StoreFact.slots)
        if try slots.digest().bytes == known {
            if folder.has(folder.nextSlots) { folder.remove(folder.nextSlots) }
            return slots
        }
        if folder.has(folder.nextSlots) {
            let next = try SlotFile(reading: folder.read(folder.nextSlots, most: SlotFile.greatestByteCount))
            if try next.digest().bytes == known {
                try folder.rename(folder.nextSlots, to: folder.slots)
                return next
            }
        }
        throw StoreError(
            .damaged, "The slot file is not the one that the store knows: an older or altered one lies here.")
    }

    /// Notes what stands against the store, and refuses a purpose that it does not admit; damage stands against it too.
    private func weigh(for purpose: Purpose, _ looking: () throws -> [Impediment]) throws {
        do {
            impediments += try speaking(looking)
        } catch let error as StoreError where error.kind == .damaged {
            impediments.append(.damaged(error.sentence))
        }
        if let impediment = impediments.first(where: { !$0.admits.contains(purpose) }) { throw impediment.refusal }
    }

    /// Logs the sign-in, and what attempts failed since the last one.
    private func greet(_ folder: StoreFolder) throws {
        let attempts = folder.attemptsSoFar()
        _ = try change { _ in
            let arrival = try entry(.signIn)
            guard !attempts.isEmpty else { return Logged((), arrival) }
            let detail = CanonicalValue.object(["act": .text("sign-in"), "count": .number(attempts.total)])
            return Logged((), try entry(.denied, [Part(detail, for: storeSubject())]), and: [arrival])
        }
        if !attempts.isEmpty { folder.remove(folder.attempts) }
    }
}

/// The names of what the store says of itself.
enum StoreFact {
    static let slots = "slots.digest"
    static let logSeed = "log.seed"
    static let logOrigin = "log.origin"
    /// The names that the log had before restores, with the sizes at which they ended: canonical JSON, `{"NAME":SIZE}`.
    static let logEnded = "log.ended"
}

extension StoreFolder {
    /// The failed sign-ins since the store was last opened; a damaged count begins anew and is no reason to stay shut.
    fileprivate func attemptsSoFar() -> FailedSignIns {
        guard has(attempts), let bytes = try? read(attempts, most: 1 << 20) else { return FailedSignIns() }
        return (try? FailedSignIns(reading: bytes)) ?? FailedSignIns()
    }
}
