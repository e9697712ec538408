// What a sign-in puts right by the way, and what the user is told of the keys.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Makes the user's slot anew where it is due, and does for the account list what only this user's keys can do.
    ///
    /// Nothing of it is a reason to refuse the sign-in: what cannot be written is said and tried again next time.
    func tend(_ passphrase: borrowing Passphrase, cost: ScryptCost) {
        do {
            try speaking {
                try renewSlot(passphrase, cost: cost)
                if let change = try keys.completeRecovery(in: roster, at: clock().milliseconds) {
                    try apply(change, "recovery completed", as: .upkeep)
                }
                if account.roles.contains(.custodian) { try dropOldEpochs() }
            }
        } catch let error as StoreError {
            notes.append("Your keys could not be brought up to date; it is tried again when you next sign in: \(error)")
        } catch {
            notes.append("Your keys could not be brought up to date; it is tried again when you next sign in.")
        }
        if let told = try? speaking({ try tidings() }) { notes += told }
    }

    /// Makes the slot anew under the same passphrase if the default cost has risen, or a new custodian is trusted.
    private func renewSlot(_ passphrase: borrowing Passphrase, cost: ScryptCost) throws {
        let due = try keys.slotIsDue(in: roster, slots: slots, cost: cost)
        guard due.cost || due.pins else { return }
        // A slot that asks for more than the default keeps what it asks for.
        let made = due.cost ? cost : try slots.cost(of: account.name) ?? cost
        var change = AccountChange()
        change.slots = try keys.changePassphrase(to: passphrase, in: roster, slots: slots, cost: made)
        try apply(change, due.cost ? "slot cost" : "slot trust", about: keys.user, as: .upkeep)
    }

    /// Takes away the earlier keys of compartments whose content has all been wrapped anew.
    func dropOldEpochs() throws {
        let rewrapped = try keyFacts().rewrapped
        let names = roster.compartmentsWithOldKeys.filter { name in
            roster.compartment(name).map { $0.id.epoch <= rewrapped[name] ?? 0 } ?? false
        }
        guard let change = try keys.dropOldEpochs(of: names, in: roster, at: clock().milliseconds) else { return }
        try apply(change, "old keys dropped", as: .upkeep)
    }

    /// What this user should know of the state of the keys, in sentences.
    private func tidings() throws -> [String] {
        var told: [String] = []
        let facts = try keyFacts()
        let isCustodian = account.roles.contains(.custodian)
        told += emergencyTidings() + releaseTidings()
        if facts.unfinished != nil {
            told.append(
                "The store is half rekeyed: a change of its keys was begun and not finished. It can be used; a custodian "
                    + "finishes it with ‘rekey’.")
        }
        if isCustodian, let moment = facts.recoveryUsed {
            told.append(
                "The recovery key was used on \(Day(number: Int(moment / 86_400_000)).iso): make a new one with ‘recovery renew’, and destroy "
                    + "the old one.")
        }
        let mine = facts.due.compartments.filter { keys.holds($0) }
        if isCustodian, facts.due.store {
            told.append("Somebody lost their way in and may have kept the store's key: give it new keys with ‘rekey’.")
        } else if !mine.isEmpty {
            told.append(
                "Somebody lost \(Self.list(mine)) and may have kept its keys: give it new ones with "
                    + "‘rekey --compartments-only’.")
        }
        return told
    }

    /// What is not as it should be about keys and custodians though nothing is damaged, in sentences.
    package func keyWarnings() throws -> [String] {
        try speaking {
            var told: [String] = []
            let facts = try keyFacts()
            if facts.unfinished != nil {
                told.append("The store is half rekeyed: run ‘rekey’ to finish it.")
            }
            if facts.recoveryUsed != nil {
                told.append("The recovery key was used: make a new one with ‘recovery renew’.")
            }
            if facts.due.store {
                told.append("An account was revoked and the store's keys were not rotated since: run ‘rekey’.")
            }
            for name in roster.compartmentNames where waits(name, facts) {
                told.append(
                    "The compartment \(name) is half rekeyed: \(holders(of: name)) can finish it with "
                        + "‘rekey --compartments-only’.")
            }
            for name in facts.due.compartments {
                told.append(
                    "Somebody lost the compartment \(name) and its keys were not rotated since: "
                        + "\(holders(of: name)) can do it with ‘rekey --compartments-only’.")
            }
            for name in roster.unrecoverable {
                told.append(
                    "The recovery key does not open the compartment \(name) until somebody who holds it signs in: "
                        + "\(holders(of: name)).")
            }
            if roster.holdsNoAppointer {
                told.append(
                    "The recovery key was made by an earlier program and cannot appoint a custodian: make a new one with "
                        + "‘recovery renew’.")
            }
            if let first = roster.firstCustodian(at: clock().milliseconds) {
                told.append(
                    "\(first.name), a custodian, still holds every compartment: hand them over with "
                        + "‘user hand-over’.")
            }
            if let alone = custodianWarning() { told.append(alone) }
            return told
        }
    }

    /// What to say where fewer than two people could look after the store; nil if two can, or everything is made up.
    package func custodianWarning() -> String? {
        guard roster.custodians.count < 2, (try? connection.storeFact(StoreFact.fictional)) == .some(nil) else {
            return nil
        }
        return
            "There is only one active custodian: add another (‘user add NAME --role custodian’) before real people's "
            + "data goes in."
    }

    /// Who can act for a compartment, in words.
    func holders(of compartment: String) -> String {
        let names = roster.holders(of: compartment, at: clock().milliseconds).map(\.name)
        return names.isEmpty ? "a custodian made with ‘recover’" : Self.list(names)
    }

    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
