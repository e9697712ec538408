// What a user does to their own slot.
package import Cryptography

extension UnlockedKeys {
    /// Makes this user's slot anew under another passphrase, or at another cost under the same.
    ///
    /// The new slot trusts what the roster says is to be trusted, so that a hand-over reaches every slot in time.
    package borrowing func changePassphrase(
        to passphrase: borrowing Passphrase, in roster: Roster, slots: SlotFile, cost: ScryptCost = .standard
    ) throws -> SlotFile {
        let account = try account(in: roster)
        let secret = try secret(trusting: roster.roots.sorted { $0.description < $1.description })
        var slots = slots
        let slot = try Slot(
            secret, locator: slots.locator(account.name), passphrase: passphrase, cost: cost, storeKeys: storeKeys)
        try slots.put(slot, under: storeKey)
        return slots
    }
}
