// Signing in: what every command does first that opens the store.

import CaseStore
import Glibc

extension Call {
    /// Opens the store as the user who was named, lends it to `body`, and closes it whatever comes of it.
    func signedIn<Result>(for purpose: Purpose = .ordinary, _ body: (CaseStore) throws -> Result) throws -> Result {
        let user = try user
        let reason = try reason
        try findStore()
        let secret = try passphrase.read()
        let file = try CaseStore.open(
            at: store, user: user, passphrase: secret, state: state, for: purpose, reason: reason, clock: moments)
        for note in file.notes { talk.complain(note) }
        let told = file.notes.count
        defer { for note in file.notes.dropFirst(told) { talk.complain(note) } }
        let result: Result
        do {
            result = try body(file)
        } catch {
            try? file.close()
            throw error
        }
        try file.close()
        return result
    }

    /// What this machine has seen of stores.
    var state: StateFolder? {
        guard let stateHome else {
            talk.complain(
                "neither XDG_STATE_HOME nor HOME says where to keep what was seen of the store: an earlier copy put in "
                    + "its place would not be noticed")
            return nil
        }
        return StateFolder(path: stateHome) { [talk] in talk.complain($0) }
    }

    /// The clock as the case file reads it.
    var moments: CaseStore.Clock {
        let clock = clock
        return {
            let now = clock.now()
            return Moment(milliseconds: now, today: Clock.day(at: now))
        }
    }

    /// Throws where there is nothing at all, so that nobody is asked for a passphrase in vain.
    func findStore() throws {
        guard unsafe access(store, F_OK) == 0 else {
            throw StoreError(.missing, "there is no store here; use --store DIR, or make one with dalesway init")
        }
    }
}
