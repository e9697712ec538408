// Every attack on the files of a store, in random trials: refused, or without any effect on what is read.
import SQLite
import Testing
import Vault

@Suite struct `A store under attack` {
    /// What came of one trial.
    enum Outcome: Hashable {
        case refusedAtOpening, refusedWhenRead, unharmed, wholeRollback, silent
    }

    @Test(arguments: Attack.allCases) func `never answers wrongly`(_ attack: Attack) throws {
        let trials = isSoak ? 1_000 : 12
        var random = Seeded(UInt64(Attack.allCases.firstIndex(of: attack) ?? 0) + 500)
        var outcomes: [Outcome: Int] = [:]
        let scratch = try Scratch()
        var done = 0
        while done < trials {
            let atRest = attack.needsLog.map { !$0 } ?? Bool.random(using: &random)
            let past = try Past(seed: random.next(), atRest: atRest)
            var tries = 0
            while done < trials, tries < (isSoak ? 100 : 6) {
                tries += 1
                guard let files = attack.files(past, using: &random) else { continue }
                scratch.put(files)
                let outcome = try outcome(scratch, past)
                outcomes[outcome, default: 0] += 1
                done += 1
            }
        }
        print(Self.line(attack.rawValue, done, outcomes))
        #expect(outcomes[.silent] == nil)
        if !attack.isWholeRollback { #expect(outcomes[.wholeRollback] == nil) }
    }

    static func line(_ name: String, _ trials: Int, _ outcomes: [Outcome: Int]) -> String {
        func count(_ outcome: Outcome) -> Int { outcomes[outcome] ?? 0 }
        return "attack: \(name): \(trials) trials, refused \(count(.refusedAtOpening)) at opening and "
            + "\(count(.refusedWhenRead)) when read, unharmed \(count(.unharmed)), "
            + "an earlier whole \(count(.wholeRollback)), silent \(count(.silent))"
    }

    /// Opens, reads everything, checks, works on and comes back.
    private func outcome(_ scratch: Scratch, _ past: Past) throws -> Outcome {
        let vault: Vault
        do { vault = try scratch.open() } catch is VaultError { return .refusedAtOpening }
        do {
            let found = try Casework.moment(vault.connection)
            guard found == past.truth.last else { return past.truth.contains(found) ? .wholeRollback : .silent }
            guard try vault.check().isEmpty else { return .refusedWhenRead }
            try vault.close()
            let work = try Casework(scratch, seed: 1, after: past.truth)
            try work.commit(6)
            try work.vault.checkpoint()
            try work.commit(2)
            try work.reopen()
            let isWhole = try Casework.moment(work.vault.connection) == work.moments.last && work.vault.check().isEmpty
            return isWhole ? .unharmed : .silent
        } catch is VaultError {
            return .refusedWhenRead
        } catch is SQLiteError { return .refusedWhenRead }
    }
}
