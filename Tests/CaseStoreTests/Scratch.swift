// A case file in a folder of its own, with a clock that the test moves.
import Access
import CaseStore
import Cryptography
import Foundation
import Lifecycle

/// A folder that goes away with the test, and what is needed to open a store in it.
final class Scratch {
    let path: String
    var moment: Int64 = 1_780_000_000_000
    static let words = "seven quiet herons cross the weir"

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("dalesway-\(UUID().uuidString)").path
    }

    /// What a machine keeps of the stores that it has seen; nil for tests that are not about that.
    var state: StateFolder?

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static var passphrase: SecretBytes { SecretBytes(copying: Array(words.utf8)) }

    var clock: CaseStore.Clock {
        {
            self.moment += 1
            return Moment(milliseconds: self.moment, today: Day(number: Int(self.moment / 86_400_000)))
        }
    }

    /// A new store with an account for each role that the tests use.
    ///
    /// - Parameter goLive: the first day whose events open anything; the clock's today if not said.
    func found(goLive: String? = nil) throws {
        let (store, _) = try CaseStore.found(
            at: path, name: "custodian", passphrase: Self.passphrase, goLive: goLive.flatMap { Day($0) }, cost: .least,
            state: state, clock: clock)
        for (name, organisation, rank, role) in [
            ("officer", Organisation.police, "detective constable", Role.officer),
            ("care", .council, "social worker", .care), ("care-lead", .council, "team manager", .careLead),
            ("supervisor", .police, "detective sergeant", .supervisor),
            ("inspector", .police, "detective inspector", .inspector),
            ("dpo", .police, nil, .dpo), ("publisher", .police, nil, .publisher),
        ] as [(String, Organisation, Rank?, Role)] {
            try store.addUser(
                name, organisation: organisation, rank: rank, roles: [role], passphrase: Self.passphrase, cost: .least)
        }
        try store.close()
    }

    /// Opens the store for one account.
    func open(_ user: String, for purpose: Purpose = .ordinary) throws -> CaseStore {
        try CaseStore.open(
            at: path, user: user, passphrase: Self.passphrase, cost: .least, state: state, for: purpose, clock: clock)
    }

    /// Takes text in as a file.
    @discardableResult
    func take(_ text: String, as user: String, dryRun: Bool = false) throws -> ImportOutcome {
        let store = try open(user)
        defer { try? store.close() }
        var chunks = [Array(text.utf8)]
        return try store.importLines(dryRun: dryRun) { chunks.popLast() }
    }
}

extension CaseStore {
    /// The log as a test reads it, which is to see that it is whole.
    func log(_ filter: LogFilter = LogFilter()) throws -> [LogView] { try log(filter, for: .integrity) }
}
