// Signing in: what every command does first that opens the store.

import CaseStore
import Glibc

extension Call {
    /// Opens the store as the user who was named, lends it to `body`, and closes it whatever comes of it.
    func signedIn<Result>(_ body: (CaseStore) throws -> Result) throws -> Result {
        let user = try user
        try findStore()
        let secret = try passphrase.read()
        let file = try CaseStore.open(at: store, user: user, passphrase: secret, clock: moments)
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

    /// The clock as the case file reads it.
    var moments: CaseStore.Clock {
        let clock = clock
        return {
            let now = clock.now()
            return Moment(milliseconds: now, today: Clock.day(at: now))
        }
    }

    /// Throws where there is nothing at all, so that nobody is asked for a passphrase in vain.
    private func findStore() throws {
        guard unsafe access(store, F_OK) == 0 else {
            throw StoreError(.missing, "there is no store here; use --store DIR, or make one with dalesway init")
        }
    }
}
