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

    /// Adds an account and grants it the compartments that belong to its roles, as far as this account holds them.
    ///
    /// - Returns: the compartments that others must grant, each with who can, in words.
    @discardableResult
    package func addUser(
        _ name: String, organisation: Organisation, rank: Rank? = nil, roles: Set<Role>,
        passphrase: borrowing SecretBytes, cost: ScryptCost = .standard
    ) throws -> [(compartment: Compartment, holders: String)] {
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
            var left: [(Compartment, String)] = []
            for compartment in roles.compartments.sorted(by: { $0.rawValue < $1.rawValue }) {
                guard keys.holds(compartment.rawValue) else {
                    left.append((compartment, holders(of: compartment.rawValue)))
                    continue
                }
                try apply(try keys.grant(compartment.rawValue, to: id, in: roster, at: now), "grant", about: id)
            }
            return left
        }
    }

    /// Every account, by name.
    package func users() throws -> [Account] {
        try speaking {
            let now = clock()
            let entry = try entry(.consultation, [Part(.object(["act": .text("accounts")]), for: storeSubject())])
            try note(entry)
            return roster.accounts.map { Account($0, in: roster, at: now) }.sorted { $0.name < $1.name }
        }
    }

    /// Grants a compartment that this account holds.
    package func grant(_ compartment: Compartment, to name: String) throws {
        try speaking {
            let id = try user(name).id
            let change = try keys.grant(compartment.rawValue, to: id, in: roster, at: clock().milliseconds)
            try apply(change, "grant", about: id)
        }
    }

    /// Takes a grant back; the compartment's keys are then due to be changed.
    ///
    /// - Returns: who can change them, in words.
    @discardableResult
    package func withdraw(_ compartment: Compartment, from name: String) throws -> String {
        try speaking {
            let id = try user(name).id
            if roster.compartments(of: id, at: clock().milliseconds).contains(compartment.rawValue) {
                try requireOtherHolder(than: id, of: compartment.rawValue)
            }
            try withdraw(compartment.rawValue, from: id, "withdraw")
            return holders(of: compartment.rawValue)
        }
    }

    private func withdraw(_ compartment: String, from id: String, _ act: String) throws {
        let change = try keys.withdraw(compartment, from: id, in: roster, at: clock().milliseconds)
        let due = try due(compartments: [compartment])
        try apply(change, act, about: id) { try $0.remember(due) }
    }

    /// Gives up every compartment that this account holds and somebody else holds too, as a custodian who made the store
    /// should; their keys are then due to be changed by who holds them now.
    ///
    /// - Returns: what was given up and what was kept because nobody else holds it.
    package func handOver() throws -> (given: [String], kept: [String]) {
        try speaking {
            try authorise(.administer)
            let held = roster.compartmentNames.filter { keys.holds($0) }
            let others = held.filter { name in
                roster.holders(of: name, at: clock().milliseconds).contains { $0.id != keys.user }
            }
            for name in others { try withdraw(name, from: keys.user, "hand over") }
            return (others, held.filter { !others.contains($0) })
        }
    }

    /// Has every slot trust another custodian's key as it trusts this one's, so that neither is the only one who can close
    /// the other's account or renew the recovery key.
    package func trust(_ name: String) throws {
        try speaking {
            try authorise(.administer)
            let other = try user(name)
            guard other.isActiveCustodian else {
                throw StoreError(.badData, "Only an active custodian can be trusted so.")
            }
            guard !roster.isTrusted(other) else {
                throw StoreError(.badData, "Every slot trusts this custodian already.")
            }
            try apply(keys.handOver(to: other.id, in: roster, at: clock().milliseconds), "trust", about: other.id)
        }
    }

    /// Closes an account for good and takes its slot and grants away; the keys that it had are then due to be changed.
    package func revoke(_ name: String) throws {
        try speaking {
            try authorise(.administer)
            let id = try user(name).id
            let held = Set(roster.grants.filter { $0.user == id }.map(\.compartment.name)).sorted()
            for name in held { try requireOtherHolder(than: id, of: name) }
            var due = try due(compartments: held)
            due.store = true
            let change = try keys.set(.revoked, of: id, in: roster, slots: slots, at: clock().milliseconds)
            try apply(change, "revoke", about: id) { try $0.remember(due) }
        }
    }

    /// Refuses to take a compartment from the last who holds it: what is sealed in it would be lost to everybody.
    private func requireOtherHolder(than id: String, of compartment: String) throws {
        let holders = roster.holders(of: compartment, at: clock().milliseconds)
        guard holders.contains(where: { $0.id == id }), holders.count == 1 else { return }
        throw try refusal(
            of: "last holder of \(compartment)",
            "Nobody else holds the compartment \(compartment): first let another account have it (user grant), or only "
                + "suspend this one.")
    }

    private func due(compartments: [String]) throws -> KeyFacts.Due {
        var due = try keyFacts().due
        due.compartments = Set(due.compartments + compartments).sorted()
        return due
    }

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

    func user(_ name: String) throws -> UserRow {
        guard let row = roster.user(named: name) else { throw KeyRingError.noSuchAccount }
        return row
    }

    /// Writes a change of the account list and of the slot file, so that a crash between them is finished at the next
    /// opening.
    ///
    /// - Parameter body: what else is written in the same transaction.
    func apply(
        _ change: AccountChange, _ act: String, about id: String? = nil, as verb: Verb = .grant,
        saying more: [String: CanonicalValue] = [:], _ body: (borrowing Transaction) throws -> Void = { _ in }
    ) throws {
        try demandRoom()
        var folder = StoreFolder(path: directory)
        folder.watch = watch
        if let next = change.slots { try folder.replace(folder.nextSlots, with: next.encoded) }
        var detail = more
        detail["act"] = .text(act)
        detail["account"] = id.map { .text($0) }
        let entry = try entry(verb, [Part(.object(detail), for: storeSubject())])
        try watch?("before \(act)")
        _ = try self.change { transaction in
            try transaction.apply(change)
            if let next = change.slots { try transaction.remember(next) }
            try body(transaction)
            return Logged((), entry)
        }
        try watch?("after \(act)")
        try refresh(change.slots)
        guard let next = change.slots else { return }
        try folder.rename(folder.nextSlots, to: folder.slots)
        do { try folder.replace(folder.slotsCopy, with: next.encoded) } catch let error as StoreError {
            notes.append("The second copy of the slot file could not be written: \(error.sentence)")
        }
    }

    /// Sees anew what this account may do: a day that has come may give or end a rank, a role or a cover.
    func lookAtAccount() throws { account = Account(try keys.account(in: roster), in: roster, at: clock()) }

    /// Reads the account list again after it was changed.
    private func refresh(_ next: SlotFile?) throws {
        slots = next ?? slots
        roster = try Roster(connection.signedRows(), keys: keys)
        try keys.openCompartments(of: roster, at: clock().milliseconds)
        try lookAtAccount()
    }
}
