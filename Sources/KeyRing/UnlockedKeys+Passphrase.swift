// What a user does to their own slot.
package import Cryptography

extension UnlockedKeys {
    /// Whether this user's slot should be made anew: it was made at less than `cost`, or pins not all that is now trusted.
    package borrowing func slotIsDue(
        in roster: Roster, slots: SlotFile, cost: ScryptCost
    ) throws -> (cost: Bool, pins: Bool) {
        let account = try account(in: roster)
        return (try slots.isBelow(cost, for: account.name), Set(pins) != Set(roster.trustedAccounts))
    }

    /// Makes this user's slot anew under another passphrase, or at another cost under the same.
    ///
    /// The new slot trusts what the roster says is to be trusted, so that a hand-over reaches every slot in time.
    package borrowing func changePassphrase(
        to passphrase: borrowing Passphrase, in roster: Roster, slots: SlotFile, cost: ScryptCost = .standard
    ) throws -> SlotFile {
        let account = try account(in: roster)
        let secret = try secret(trusting: roster.trustedAccounts)
        var slots = slots
        let slot = try Slot(
            secret, locator: slots.locator(account.name), passphrase: passphrase, cost: cost, storeKeys: storeKeys)
        try slots.put(slot, under: storeKey)
        return slots
    }
}
