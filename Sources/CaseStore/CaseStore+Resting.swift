// An idle case file lets the store go, so that others get their turn, and takes it up again when it is wanted.
import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Puts the hold on the store down: its log goes into the pages, connections are closed, the lock is given back.
    ///
    /// The user stays signed in, and whatever is asked next takes the store up again. A face does this after a second
    /// in which nothing was asked of it. Throws ``StoreError`` if the store could not be let go in good order; it is let
    /// go all the same.
    package func rest() throws {
        // Where something stands against the store it is open for one errand, not for a session.
        guard !isResting, impediments.isEmpty else { return }
        checkpointLettingGo()
        markSeen(isLast: true)
        defer {
            forgetOpened()
            isResting = true
        }
        try Self.speaking { try putDown() }
    }

    /// Takes the store up again, waiting at most `wait` seconds for another process that has it.
    ///
    /// Everything is believed anew: header, root and log by the vault, the slot file by the store, the account list by
    /// the user's own pins, the log by what this machine has seen. Throws ``StoreError``; the hold is then still down.
    package func takeUp(wait: Double = 5) throws {
        guard isResting else { return }
        try Self.speaking {
            let name = account.name
            let entrance = try Entrance(StoreFolder(path: directory), wait: wait) { slots in
                guard slots.store == keys.store else { throw KeyRingError.foreignSlotFile }
                do { try keys.takeStoreKeys(from: slots, named: name) } catch KeyRingError.notRecognised {
                    throw KeyRingError.accountClosed
                }
                return keys.storeKeys
            }
            do {
                try believe(entrance)
            } catch {
                isResting = true
                forgetOpened()
                try? entrance.vault.close()
                throw error
            }
        }
    }

    private func believe(_ entrance: Entrance) throws {
        let now = clock()
        roster = try Roster(entrance.vault.connection.signedRows(), keys: keys)
        account = Account(try keys.account(in: roster), in: roster, at: now)
        try keys.openCompartments(of: roster, at: now.milliseconds)
        (vault, slots, isResting) = (entrance.vault, entrance.slots, false)
        notes += entrance.notes
        try weigh(for: .ordinary) { try sightings() }
        try weigh(for: .ordinary) { try waitingRestore() }
        if isWritable { reserve?.fill() }
        defer { tellShortage() }
        beginUse()
        guard entrance.hasRepaired else { return }
        try note(entry(.upkeep, [Part(.object(["act": .text("slots repaired")]), for: storeSubject())]))
    }

    /// Forgets what was read from the store and may be another's when it is taken up again.
    private func forgetOpened() {
        subjectKeys = [:]
        idPool = []
        identity = nil
        pace = nil
        impediments = []
    }
}
