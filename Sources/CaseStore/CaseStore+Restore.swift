// Putting a backup in the store's place, and accepting the state of a store that is not the newest.
import Access
package import Cryptography
import KeyRing
import Rows
import SQLite
package import Vault

/// What a restore came to.
package struct RestoreOutcome: Sendable {
    /// What the backup said of itself; nil where the store's own state was accepted.
    package let manifest: BackupManifest?
    /// Where the store that stood there lies now; nil if there was none.
    package let aside: String?
    /// How many subjects' keys, which the backup still had, were destroyed again.
    package let erased: Int
    /// How many emergency accesses this machine has seen that are not in the state that was taken up, nor their alerts.
    package let lostEmergencies: Int

    /// What to say of those; nil if there are none.
    package var warning: String? { lostEmergencies > 0 ? Emergency.lost(lostEmergencies) : nil }
}

extension CaseStore {
    /// Puts the backup at `path` in the place of the store `directory`; what stands there is moved aside as it is.
    ///
    /// The user is a custodian by the accounts in the backup. All of it is made beside the place first: killed at any moment,
    /// there is the old store or the new one. Afterwards the store is shut until a second person has signed. `progress` is told
    /// how many bytes of the backup are looked at, of how many. Throws ``StoreError``; then nothing was changed.
    package static func restore(
        from path: String, to directory: String, user: String, passphrase: borrowing SecretBytes, wait: Double = 5,
        state: StateFolder? = nil, mishaps: Mishaps? = nil, clock: @escaping Clock,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> RestoreOutcome {
        try speaking {
            let backup = try BackupFolder(path)
            let place = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
            if let standing = Vault.storeID(at: place), standing != backup.manifest.store.bytes {
                throw StoreError(
                    .badData,
                    "The backup is of another store than the one in \(place). Move that one away first, if it is to go."
                )
            }
            try refuse(backup.faults(progress: progress))
            if !NewFolder.isAnything(place) { try StoreFolder(path: place).makeParent() }
            let folder = try NewFolder(place, mayStand: true, mishaps: mishaps)
            for name in ["case.db", "slots"] { try folder.copy(backup.file(name), as: name) }
            try folder.copy(backup.file("slots"), as: "slots.copy")
            let (erased, lost, mark) = try settle(folder.part, backup, user, passphrase, state, clock)
            let aside = NewFolder.isAnything(place) ? freeName("\(place).before-restore") : nil
            if let aside { try folder.finish(movingAside: aside, wait: wait) } else { try folder.finish() }
            if let state { try? state.keep(mark, of: backup.manifest.store, isLast: true) }
            return RestoreOutcome(manifest: backup.manifest, aside: aside, erased: erased, lostEmergencies: lost)
        }
    }

    /// Accepts the state of this store, which is not the newest that this machine has seen, as a restore without a backup.
    ///
    /// Throws ``StoreError``, also if nothing stands against the store.
    package func restoreAsIs() throws -> RestoreOutcome {
        try speaking {
            try authorise(.restore)
            if let damage = impediments.first(where: { $0.kind == .damaged }) { throw damage.refusal }
            guard impediments.contains(where: { $0.kind == .outdated }) else {
                throw StoreError(
                    .badData, "Nothing says that this store is not the newest: there is nothing to accept.")
            }
            let register = state?.erased(of: keys.store, identity: try logIdentity())
            let lost = try lostEmergencies(in: state)
            let erased = try beginNewOrigin(
                from: ["asIs": .flag(true), "lostEmergencies": .number(Int64(lost))], erased: register?.subjects ?? [])
            impediments = [.waiting]
            markSeen(isLast: true)
            for case let impediment in try sightings() { notes.append(impediment.sentence) }
            return RestoreOutcome(manifest: nil, aside: nil, erased: erased, lostEmergencies: lost)
        }
    }

    /// Opens the copied store, holds it against its manifest, and makes the act of the restore in it.
    ///
    /// Answers how many subjects were erased again, how many emergency accesses are lost, and the mark by which this machine knows the store from now on.
    private static func settle(
        _ part: String, _ backup: BackupFolder, _ user: String, _ passphrase: borrowing SecretBytes,
        _ state: StateFolder?, _ clock: @escaping Clock
    ) throws -> (erased: Int, lost: Int, mark: [UInt8]) {
        let store = try open(
            at: part, user: user, passphrase: passphrase, for: .restoring, isCopy: true, clock: clock)
        do {
            guard store.account.roles.may(.restore) else {
                throw StoreError(.notPermitted, "Restoring is a custodian's, by the accounts in the backup.")
            }
            try refuse(backup.faults(against: store))
            let register = state?.erased(of: store.keys.store, identity: try store.logIdentity())
            let lost = try store.lostEmergencies(in: state)
            let source: [String: CanonicalValue] = [
                "backup": .bytes(backup.digest.bytes), "backupAt": .number(backup.manifest.at),
                "lostEmergencies": .number(Int64(lost)),
            ]
            let erased = try store.beginNewOrigin(from: source, erased: register?.subjects ?? [])
            let mark = try store.logIdentity().mark(store.connection)
            try store.close()
            return (erased, lost, mark)
        } catch {
            try? store.close()
            throw error
        }
    }

    private func lostEmergencies(in state: StateFolder?) throws -> Int {
        guard let state else { return 0 }
        return try Sightings(state: state, store: keys.store, connection: connection, identity: logIdentity())
            .lostEmergencies()
    }

    private static func refuse(_ faults: [String]) throws {
        guard let first = faults.first else { return }
        let more = faults.count > 1 ? " (and \(faults.count - 1) more; dalesway backup --verify says all)" : ""
        throw StoreError(.damaged, "\(first)\(more) Nothing was changed; use another backup.")
    }

    /// The first of `name-1`, `name-2`, … that nothing has.
    static func freeName(_ name: String) -> String {
        var number = 1
        while NewFolder.isAnything("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }
}
