// How the demonstration is played: its users, their shifts and what is said at the end.

import CaseModel
import CaseStore
import Cryptography
import Demonstration
import Figures
import Interchange
import Lifecycle
import Printing

/// The playing of the demonstration against a new store.
struct DemoScript {
    let call: Call

    private struct Player {
        let name: String
        let role: Role
        let rank: Rank?
        let organisation: Organisation
    }

    private static let players = [
        Player(name: "officer", role: .officer, rank: "detective constable", organisation: .police),
        Player(name: "care", role: .care, rank: "social worker", organisation: .council),
        Player(name: "care-lead", role: .careLead, rank: "team manager", organisation: .council),
        Player(name: "supervisor", role: .supervisor, rank: "sergeant", organisation: .police),
        Player(name: "inspector", role: .inspector, rank: "inspector", organisation: .police),
        Player(name: "dpo", role: .dpo, rank: nil, organisation: .police),
        Player(name: "dpo-council", role: .dpo, rank: nil, organisation: .council),
        Player(name: "publisher", role: .publisher, rank: nil, organisation: .police),
    ]

    /// Makes the store and its users.
    func found(_ passphrase: borrowing SecretBytes) throws {
        let founded = try CaseStore.found(
            at: call.store, name: "custodian", rank: nil, organisation: .police, passphrase: passphrase,
            isFictional: true, goLive: Demonstration.second.adding(days: 1), state: call.state, clock: call.moments)
        let store = founded.store
        let meter = call.progress("users", of: Self.players.count)
        do {
            for (done, player) in Self.players.enumerated() {
                try store.addUser(
                    player.name, organisation: player.organisation, rank: player.rank, roles: [player.role],
                    passphrase: passphrase)
                meter.reached(done + 1)
            }
        } catch {
            try? store.close()
            throw error
        }
        meter.finish()
        try store.close()
    }

    /// Enters everything, each account its own acts, as the rules ask.
    func play(_ acts: [Act], _ passphrase: borrowing SecretBytes) throws {
        let meter = call.progress("acts entered", of: acts.count)
        var ids: [Int: String] = [:]
        var done = 0
        for shift in Rota(acts).shifts {
            try signedIn(as: shift.account, passphrase) { store in
                for duty in shift.duties {
                    switch duty {
                    case .enter(let place):
                        ids[place] = try enter(acts[place].line, in: store)
                        done += 1
                        meter.reached(done)
                    case .approve(let place):
                        if let id = ids[place] { _ = try store.approve(id) }
                    }
                }
            }
        }
        meter.finish()
    }

    /// The figures of the two published days.
    func figures(_ passphrase: borrowing SecretBytes) throws -> [Report] {
        var reports: [Report] = []
        try signedIn(as: "publisher", passphrase) { store in
            for day in [Demonstration.first, Demonstration.second] {
                reports.append(try store.figures(asAt: day, knownAt: nil))
            }
        }
        return reports
    }

    /// Enters one line; the event's id, if it is an event.
    private func enter(_ line: ImportLine, in store: CaseStore) throws -> String? {
        switch line {
        case .add(let line):
            _ = try store.add(line)
            return nil
        case .record(let line): return try store.record(line).first?.event.id
        case .supply(let line):
            _ = try store.supply(line)
            return nil
        case .correct(let line):
            _ = try store.correct(line, evenIfBroken: false)
            return nil
        }
    }

    private func signedIn(
        as account: String, _ passphrase: borrowing SecretBytes, _ body: (CaseStore) throws -> Void
    ) throws {
        let store = try CaseStore.open(
            at: call.store, user: account, passphrase: passphrase, state: call.state, clock: call.moments)
        do {
            try body(store)
        } catch {
            try? store.close()
            throw error
        }
        try store.close()
    }

    /// What is said when all is entered.
    func answer(_ reports: [Report], passphrase: String?) -> Answer {
        let users = Self.players.map(\.name) + ["custodian"]
        let shown =
            passphrase.map { "Their passphrase, shown this once: \($0)\n" } ?? "All have the passphrase given.\n"
        let path = call.store
        let text = """
            \(Dalesway.text(of: reports))
            Everything in this store is made up. It stands in \(path)
            Its users: \(users.joined(separator: ", ")).
            \(shown)
            To begin with:
              dalesway --store \(path) --user inspector list suspect
              dalesway --store \(path) --user officer next SUS-0001
              dalesway --store \(path) --user supervisor history SUS-0001
              dalesway --store \(path) --user dpo audit log --use lawfulness --limit 20

            """
        return Answer(
            text,
            json: [
                "store": .text(path), "users": JSON(users), "passphrase": JSON(passphrase),
                "figures": JSON(reports.map(\.json)),
            ])
    }
}
