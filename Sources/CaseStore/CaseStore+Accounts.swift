// Accounts: who may open the case file, and which of its compartments.
package import Access
import AuditLog
package import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// What is wrong with a passphrase as a new one; nil if nothing is.
    package static func passphraseFault(_ text: String, for name: String) -> String? {
        PassphrasePolicy.fault(in: text, for: name).map { "\($0)" }
    }

    /// A passphrase of six words that nobody has to think of.
    package static func generatedPassphrase() throws -> String { try speaking { try GeneratedPassphrase.draw() } }

    /// Adds an account and grants it the compartments that belong to its roles.
    package func addUser(
        _ name: String, organisation: Organisation, rank: Rank? = nil, roles: Set<Role>,
        passphrase: borrowing SecretBytes, cost: ScryptCost = .standard
    ) throws {
        try speaking {
            try authorise(.administer)
            let text = String(decoding: passphrase.plainCopy(), as: UTF8.self)
            let new = NewAccount(
                name: name, organisation: organisation.rawValue, rank: rank?.rawValue,
                roles: roles.map(\.rawValue).sorted())
            let now = clock().milliseconds
            let (id, change) = try keys.add(
                new, passphrase: Passphrase(text), to: roster, slots: slots, at: now, cost: cost)
            try apply(change, "add-account", about: id)
            for compartment in roles.compartments.sorted(by: { $0.rawValue < $1.rawValue }) {
                try apply(try keys.grant(compartment.rawValue, to: id, in: roster, at: now), "grant", about: id)
            }
        }
    }

    /// Every account, by name.
    package func users() throws -> [Account] {
        try speaking {
            let now = clock().milliseconds
            let entry = try entry(.consultation, [Part(.object(["act": .text("accounts")]), for: storeSubject())])
            _ = try change { _ in Logged((), entry) }
            return roster.accounts.map { Account($0, in: roster, at: now) }.sorted { $0.name < $1.name }
        }
    }

    /// Grants a compartment that this account holds.
    package func grant(_ compartment: Compartment, to name: String) throws {
        try speaking {
            let id = try user(name).id
            let change = try denying("grant") {
                try keys.grant(compartment.rawValue, to: id, in: roster, at: clock().milliseconds)
            }
            try apply(change, "grant", about: id)
        }
    }

    /// Takes a grant back; the keys are not changed by that.
    package func withdraw(_ compartment: Compartment, from name: String) throws {
        try speaking {
            let id = try user(name).id
            let change = try denying("withdraw") {
                try keys.withdraw(compartment.rawValue, from: id, in: roster, at: clock().milliseconds)
            }
            try apply(change, "withdraw", about: id)
        }
    }

    /// Closes an account for good and takes its slot and grants away.
    package func revoke(_ name: String) throws { try set(.revoked, name, "revoke") }

    /// Closes an account until it is reinstated.
    package func suspend(_ name: String) throws { try set(.suspended, name, "suspend") }

    /// Opens a suspended account again.
    package func reinstate(_ name: String) throws { try set(.active, name, "reinstate") }

    /// Gives this account another passphrase.
    package func changePassphrase(to passphrase: borrowing SecretBytes, cost: ScryptCost = .standard) throws {
        try speaking {
            let text = String(decoding: passphrase.plainCopy(), as: UTF8.self)
            var change = AccountChange()
            change.slots = try keys.changePassphrase(to: Passphrase(text), in: roster, slots: slots, cost: cost)
            try apply(change, "passphrase", about: keys.user)
        }
    }

    private func set(_ status: UserRow.Status, _ name: String, _ act: String) throws {
        try speaking {
            try authorise(.administer)
            let id = try user(name).id
            try apply(
                keys.set(status, of: id, in: roster, slots: slots, at: clock().milliseconds), act, about: id)
        }
    }

    /// Logs the attempt of somebody who holds neither the compartment nor the custodian's role.
    private func denying(_ act: String, _ change: () throws -> AccountChange) throws -> AccountChange {
        do {
            return try change()
        } catch KeyRingError.notHolder(let compartment) {
            try deny("\(act) \(compartment)")
            throw KeyRingError.notHolder(compartment)
        }
    }

    private func user(_ name: String) throws -> UserRow {
        guard let row = roster.user(named: name) else { throw KeyRingError.noSuchAccount }
        return row
    }

    /// Writes a change of the account list and of the slot file, so that a crash between them is finished at the next
    /// opening.
    private func apply(_ change: AccountChange, _ act: String, about id: String) throws {
        let folder = StoreFolder(path: directory)
        if let next = change.slots { try folder.replace(folder.nextSlots, with: next.encoded) }
        let digest = try change.slots?.digest().bytes
        let detail = CanonicalValue.object(["account": .text(id), "act": .text(act)])
        let entry = try entry(.grant, [Part(detail, for: storeSubject())])
        _ = try self.change { transaction in
            try transaction.apply(change)
            if let digest { try transaction.setStoreFact(StoreFact.slots, digest) }
            return Logged((), entry)
        }
        if let next = change.slots {
            try folder.rename(folder.nextSlots, to: folder.slots)
            slots = next
        }
        roster = try Roster(connection.signedRows(), keys: keys)
        try keys.openCompartments(of: roster, at: clock().milliseconds)
        account = Account(try keys.account(in: roster), in: roster, at: clock().milliseconds)
    }
}
