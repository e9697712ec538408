// Getting in when no custodian can, and the recovery key's renewal.
import Access
import AuditLog
package import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Whether what was typed is a share, with which a second one is needed.
    ///
    /// Throws a sentence that names the share and the group where it was mistyped.
    package static func isShare(_ text: String) throws -> Bool {
        try speaking { try RecoveryPaper(reading: text).number > 0 }
    }

    /// Appoints a custodian with the recovery key or two shares of it, and closes the store again.
    ///
    /// An account of that name that is a custodian's is closed, and the name goes to the new account.
    /// - Parameter texts: the key, or two shares, as they were typed.
    package static func recover(
        at directory: String, with texts: [String], name: String, rank: Rank? = nil,
        organisation: Organisation = .police, passphrase: borrowing SecretBytes, wait: Double = 5,
        cost: ScryptCost = .standard, state: StateFolder? = nil, clock: Clock, watch: ((String) throws -> Void)? = nil
    ) throws {
        try speaking {
            let evidence = try RecoveryEvidence(texts)
            var folder = StoreFolder(path: directory)
            let entrance = try Entrance(folder, wait: wait) { slots in
                try slots.open(with: evidence.key(of: slots))
            }
            folder.watch = watch
            let connection = entrance.vault.connection
            let identity = try LogIdentity(connection)
            if let state {
                let sightings = Sightings(
                    state: state, store: entrance.slots.store, connection: connection, identity: identity)
                if let impediment = try sightings.impediments().first { throw impediment.refusal }
            }
            let rows = try connection.signedRows()
            let now = clock().milliseconds
            let words = Passphrase(String(decoding: passphrase.plainCopy(), as: UTF8.self))
            let recovery = try evidence.key(of: entrance.slots)
            let (id, change) = try recovery.appoint(
                NewAccount(
                    name: name, organisation: organisation.rawValue, rank: rank?.rawValue,
                    roles: [Role.custodian.rawValue]),
                passphrase: words, rows: rows, slots: entrance.slots, at: now, cost: cost)
            guard let slots = change.slots else { return }
            try folder.replace(folder.nextSlots, with: slots.encoded)
            let entry = Entry(
                actor: id, verb: .upkeep, at: now, why: "recovery",
                parts: [
                    Part(
                        .object(["account": .text(id), "act": .text("recovery used")]),
                        for: .subject(1, try connection.subjectLogKey(1)))
                ])
            _ = try connection.change { transaction in
                try transaction.apply(change)
                try transaction.remember(slots)
                try transaction.setStoreFact(StoreFact.recoveryUsed, Array("\(now)".utf8))
                return Logged((), entry)
            }
            try folder.rename(folder.nextSlots, to: folder.slots)
            try folder.replace(folder.slotsCopy, with: slots.encoded)
            // What cannot be kept is told when the store is next opened.
            if let state { try? state.keep(identity.mark(connection), of: slots.store, isLast: true) }
            try entrance.vault.close()
        }
    }

    /// How the recovery key was printed.
    package var recoveryPrinting: RecoveryPrinting { RecoveryPrinting(slots.recoveryForm) }

    /// Makes a new recovery key in place of the old one.
    ///
    /// - Returns: what is to be printed, once; and the compartments that it does not open until one of their holders has
    ///   signed in.
    package func renewRecovery(_ printing: RecoveryPrinting) throws -> (papers: [String], waiting: [String]) {
        try speaking {
            try authorise(.administer)
            let (papers, change) = try keys.renewRecovery(
                printing.form, in: roster, slots: slots, at: clock().milliseconds)
            try apply(change, "recovery renewed", as: .upkeep) { transaction in
                try transaction.removeStoreFact(StoreFact.recoveryUsed)
            }
            return (papers, roster.unrecoverable)
        }
    }
}
