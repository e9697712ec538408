// Founding a case file, and signing in to one.
package import Access
import AuditLog
package import Cryptography
import KeyRing
package import Lifecycle
import Publishing
import Rows
import SQLite
package import Vault

extension CaseStore {
    /// Makes a case file; its first user is the custodian, who holds every compartment until they are handed over.
    ///
    /// - Parameters:
    ///   - isFictional: whether everything in it will be made up, so that nobody need be warned.
    ///   - goLive: the first day whose events open duties and reviews; today if nothing is said.
    /// - Returns: the case file with that user signed in, and the recovery key or its shares, to be shown once and kept
    ///   on paper.
    package static func found(
        at directory: String, name: String, rank: Rank? = nil, organisation: Organisation = .police,
        passphrase: borrowing SecretBytes, recovery: RecoveryPrinting = .single, isFictional: Bool = false,
        goLive: Day? = nil, cost: ScryptCost = .standard, state: StateFolder? = nil, clock: @escaping Clock
    ) throws -> (store: CaseStore, recovery: [String]) {
        try speaking {
            let folder = StoreFolder(path: directory)
            guard !folder.has(folder.database) else {
                throw StoreError(.exists, "There is a store here already; nothing was changed.")
            }
            let founded = clock()
            let now = founded.milliseconds
            let live = goLive ?? founded.today
            let text = String(decoding: passphrase.plainCopy(), as: UTF8.self)
            let founding = try Founding(
                by: NewAccount(
                    name: name, organisation: organisation.rawValue, rank: rank?.rawValue,
                    roles: [Role.custodian.rawValue]),
                passphrase: Passphrase(text), compartments: Compartment.allCases.map(\.rawValue), at: now,
                recovery: recovery.form,
                cost: cost)
            try folder.make()
            var reserve = Reserve(of: directory)
            reserve.fill()
            guard reserve.isWhole else { throw reserve.foundingRefused(in: directory) }
            try folder.replace(folder.slots, with: founding.slots.encoded)
            try folder.replace(folder.slotsCopy, with: founding.slots.encoded)
            let vault = try Vault.create(
                at: directory, storeID: founding.slots.store.bytes, key: founding.keys.storeKey.secret)
            let seed = try SecretBytes(random: 32)
            let slots = founding.slots
            let rows = founding.rows
            let actor = founding.keys.user
            let origin = "dalesway.invalid/log/\(Hexadecimal.text(Array(founding.slots.store.bytes.prefix(8))))"
            let key = try SecretBytes(random: 32).plainCopy()
            _ = try vault.connection.change { transaction in
                try transaction.makeTables()
                try transaction.put(rows)
                try transaction.remember(slots)
                if isFictional { try transaction.setStoreFact(StoreFact.fictional, [1]) }
                try transaction.rememberFormat()
                try transaction.rememberFolding()
                try transaction.setStoreFact(StoreFact.goLive, Array(live.iso.utf8))
                try transaction.setStoreFact(StoreFact.logSeed, seed.plainCopy())
                try transaction.setStoreFact(StoreFact.logOrigin, Array(origin.utf8))
                try transaction.insertSubject(1, logKey: key)
                let detail = CanonicalValue.object([
                    "act": .text("found"), "format": .number(1), "origin": .text(origin),
                ])
                let part = Part(detail, for: .subject(1, try LogKey(SecretBytes(copying: key))))
                return Logged((), Entry(actor: actor, verb: .upkeep, at: now, why: "genesis", parts: [part]))
            }
            // Its machine has seen it from the first; what cannot be kept is told when it is opened.
            if let state {
                let mark = try LogIdentity(vault.connection).mark(vault.connection)
                try? state.keep(mark, of: founding.slots.store, isLast: false)
            }
            try vault.close()
            let store = try open(
                at: directory, user: name, passphrase: passphrase, cost: cost, state: state, clock: clock)
            return (store, founding.papers)
        }
    }

    /// Opens the case file for one user.
    ///
    /// Waits at most `wait` seconds for another process that holds it. What stands against the store is compared with
    /// `purpose`, and what was seen of it before is looked up in `state`. A slot that was made at less than `cost` is made
    /// anew under the same passphrase. Nothing is written to a store that `isCopy`. Throws ``StoreError``.
    ///
    /// - Parameter reason: why they work; its code stands in every entry of theirs.
    package static func open(
        at directory: String, user: String, passphrase: borrowing SecretBytes, wait: Double = 5,
        cost: ScryptCost = .standard, state: StateFolder? = nil, for purpose: Purpose = .ordinary,
        isCopy: Bool = false, reason: Reason? = nil, mishaps: Mishaps? = nil, clock: @escaping Clock
    ) throws -> CaseStore {
        try speaking {
            let folder = StoreFolder(path: directory)
            let words = Passphrase(String(decoding: passphrase.plainCopy(), as: UTF8.self))
            var signedIn: UnlockedKeys?
            let entrance = try counting(user, folder) {
                try Entrance(folder, wait: wait, mishaps: mishaps) { slots in
                    signedIn = try slots.signIn(user, passphrase: words)
                    return signedIn?.storeKeys ?? []
                }
            }
            guard var keys = signedIn.take() else { throw KeyRingError.notRecognised }
            let roster = try counting(user, folder) {
                try Roster(entrance.vault.connection.signedRows(), keys: keys)
            }
            try keys.openCompartments(of: roster, at: clock().milliseconds)
            let store = try CaseStore(
                directory: directory, vault: entrance.vault, clock: clock, keys: keys, slots: entrance.slots,
                roster: roster, state: state, reason: reason,
                reserve: isCopy ? nil : Reserve(of: directory, mishaps: mishaps))
            store.notes = entrance.notes
            if isCopy { store.impediments.append(.copied) }
            try store.weigh(for: purpose) { try store.sightings() }
            try store.weigh(for: purpose) { try store.waitingRestore() }
            guard store.isWritable else { return store }
            store.reserve?.fill()
            store.beginUse()
            try store.weigh(for: purpose) {
                try store.refold()
                try store.greet(folder, hasRepaired: entrance.hasRepaired)
                return []
            }
            if store.isWritable { store.tend(words, cost: cost) }
            store.tellShortage()
            return store
        }
    }

    /// Counts a sign-in that fails, and one to an account that was closed.
    private static func counting<Result>(
        _ user: String, _ folder: StoreFolder, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let error as KeyRingError where error == .notRecognised || error == .accountClosed {
            if let slots = try? SlotFiles(folder).candidates.first {
                var attempts = folder.attemptsSoFar()
                try attempts.count(user, at: slots)
                try? folder.replace(folder.attempts, with: attempts.encoded)
            }
            throw error
        }
    }

    /// Notes what stands against the store, and refuses a purpose that it does not admit; damage stands against it too.
    func weigh(for purpose: Purpose, _ looking: () throws -> [Impediment]) throws {
        do {
            impediments += try speaking(looking)
        } catch let error as StoreError where error.kind == .damaged {
            impediments.append(.damaged(error.sentence))
        }
        if let impediment = impediments.first(where: { !$0.admits.contains(purpose) }) { throw impediment.refusal }
    }

    /// Logs the sign-in, what attempts failed since the last one, and whether the slot file was put right.
    private func greet(_ folder: StoreFolder, hasRepaired: Bool) throws {
        let attempts = folder.attemptsSoFar()
        if let migration = try formatEntry() {
            _ = try change { transaction in
                try transaction.rememberFormat()
                return Logged((), migration)
            }
        }
        var entries: [Entry] = []
        if !attempts.isEmpty {
            let detail = CanonicalValue.object(["act": .text("sign-in"), "count": .number(attempts.total)])
            entries.append(try entry(.denied, [Part(detail, for: storeSubject())]))
        }
        if hasRepaired {
            let detail = CanonicalValue.object(["act": .text("slots repaired")])
            entries.append(try entry(.upkeep, [Part(detail, for: storeSubject())]))
        }
        // What was before this sign-in has nothing to do with its reason.
        for place in entries.indices { entries[place].why = nil }
        entries.append(try entry(.signIn, reasonParts()))
        try note(entries[0], and: Array(entries.dropFirst()))
        if !attempts.isEmpty { folder.remove(folder.attempts) }
    }
}

/// The names of what the store says of itself.
enum StoreFact {
    static let slots = "slots.digest"
    static let slotsGeneration = "slots.generation"
    static let rekey = "keys.rekey"
    static let keysDue = "keys.due"
    static let rewrapped = "keys.rewrapped"
    static let recoveryUsed = "recovery.used"
    static let fictional = "fictional"
    static let logSeed = "log.seed"
    static let logOrigin = "log.origin"
    /// The names that the log had before restores, with the sizes at which they ended: canonical JSON, `{"NAME":SIZE}`.
    static let logEnded = "log.ended"
    /// How many leaves of an emergency access the log has, in decimal; where nothing is said, none.
    static let emergencyCount = "log.emergencies.count"
    /// The emergency accesses that wait for review: canonical JSON, `{"v":1,"waiting":[…]}`.
    static let emergencies = "log.emergencies"
    /// Those that were reviewed: canonical JSON, `{"reviewed":[…],"v":1}`.
    static let reviewed = "log.emergencies.reviewed"
    /// The witnesses whose signatures count: canonical JSON, `{"v":1,"witnesses":[{"at":MS,"by":HANDLE,"key":VKEY}…]}`.
    static let witnesses = "log.witnesses"
    /// The checkpoint of the last letting go, which the next that is kept replaces: canonical JSON, `{"size":N,"used":MS}`.
    static let logResting = "log.resting"
    /// The restores of the store, each with its signatures; the last may still wait for its second one.
    static let restores = "restores"
    /// The subjects whose keys were destroyed: canonical JSON, a list of numbers.
    static let erased = "subjects.erased"
    /// The format of `case.db` that the log last told of, in decimal; 1 where nothing is said.
    static let vaultFormat = "vault.format"
    /// The way in which the spans were folded, in decimal; 1 where nothing is said.
    static let folding = "spans.edition"
    /// The first day whose events open duties and reviews, `YYYY-MM-DD`; where nothing is said, none has been opened yet.
    static let goLive = "go-live"
    /// How many releases there are, in decimal; where nothing is said, none.
    static let releases = "releases"
    /// Of each release, by its number: what it says; what stands behind it; the proof; who did what with it.
    ///
    /// `release.0001` is JSON as it is published, the others are canonical JSON: docs/formats-release.md.
    static func release(_ number: Int, _ part: StoredRelease.Part) -> String {
        "release." + ReleaseReference(number: number).text.dropFirst(4) + part.rawValue
    }
    /// The figures that were given elsewhere: canonical JSON, `{"facts":[…],"v":1}`.
    static let knownFacts = "releases.facts"
}

extension StoreFolder {
    /// The failed sign-ins since the store was last opened; a damaged count begins anew and is no reason to stay shut.
    fileprivate func attemptsSoFar() -> FailedSignIns {
        guard has(attempts), let bytes = try? read(attempts, most: 1 << 20) else { return FailedSignIns() }
        return (try? FailedSignIns(reading: bytes)) ?? FailedSignIns()
    }
}
