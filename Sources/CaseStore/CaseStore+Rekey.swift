// New keys for the store and its compartments, in steps that a crash may part: each leaves a store that opens.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Gives the store a new key, and each compartment that this account holds; finishes a change that was cut short.
    ///
    /// First the new keys are drawn and closed to everybody who is to have them; then all that is wrapped under the old ones
    /// is wrapped under the new; then the pages are sealed anew; then the old keys are taken away. Each step is safe on the
    /// disk before the next begins, and `rekey` can be run again after a kill at any moment.
    /// - Parameters:
    ///   - compartmentsOnly: leaves the store's own key; then any holder of a compartment may do it.
    ///   - progress: is told what is being done, how much of it is done, and of how much.
    package func rekey(
        compartmentsOnly: Bool = false, progress: (String, Int, Int) -> Void = { _, _, _ in }
    ) throws -> RekeyOutcome {
        try speaking {
            if !compartmentsOnly { try authorise(.administer) }
            let held = roster.compartmentNames.filter { keys.holds($0) }
            if compartmentsOnly, held.isEmpty {
                throw try refusal(of: "rekey", "This account holds no compartment to which it could give new keys.")
            }
            let facts = try keyFacts()
            let begun = held.filter { waits($0, facts) }
            if !compartmentsOnly && facts.unfinished != nil || !begun.isEmpty {
                // Keys are drawn already and wait to be used. What became due since then needs newer ones still.
                try complete(held, withStore: !compartmentsOnly && facts.unfinished != nil, progress)
                let isStoreDue = !compartmentsOnly && (facts.due.store || facts.unfinished == nil)
                let due = held.filter { facts.due.compartments.contains($0) || isStoreDue && !begun.contains($0) }
                if isStoreDue || !due.isEmpty {
                    try begin(withStore: isStoreDue, compartments: due)
                    try complete(held, withStore: isStoreDue, progress)
                }
            } else {
                try begin(withStore: !compartmentsOnly, compartments: held)
                try complete(held, withStore: !compartmentsOnly, progress)
            }
            return RekeyOutcome(
                hasNewStoreKey: !compartmentsOnly, compartments: held,
                left: roster.compartmentNames.filter { !held.contains($0) }.map { ($0, holders(of: $0)) })
        }
    }

    private func complete(
        _ compartments: [String], withStore: Bool, _ progress: (String, Int, Int) -> Void
    ) throws {
        for name in compartments { try rewrap(name, progress) }
        if withStore { try sealPages(progress) }
        if account.roles.contains(.custodian) { try dropOldEpochs() }
    }

    /// Whether newer keys of a compartment were drawn than everything in it is wrapped under.
    func waits(_ name: String, _ facts: KeyFacts) -> Bool {
        roster.compartment(name).map { $0.id.epoch > facts.rewrapped[name] ?? 1 } ?? false
    }

    /// Draws new keys, in one transaction.
    private func begin(withStore: Bool, compartments: [String]) throws {
        guard withStore || !compartments.isEmpty else { return }
        let change = try keys.beginRekey(
            withStore: withStore, compartments: compartments, in: roster, slots: slots, at: clock().milliseconds)
        let old = keys.storeKey.epoch
        // Whoever lost their way in before this moment gets none of the new keys.
        var due = try keyFacts().due
        due.compartments.removeAll { compartments.contains($0) }
        if withStore { due.store = false }
        try apply(
            change, "rekey begun", as: .upkeep,
            saying: ["compartments": .list(compartments.map { .text($0) }), "store": .number(withStore ? 1 : 0)]
        ) { transaction in
            try transaction.remember(due)
            if withStore { try transaction.remember(KeyFacts.Unfinished(from: old, to: old + 1)) }
        }
        if withStore { try keys.takeStoreKeys(from: slots, named: account.name) }
    }

    /// Wraps everything in a compartment under its newest keys.
    private func rewrap(_ name: String, _ progress: (String, Int, Int) -> Void) throws {
        let newest = try keys.compartment(name)
        var facts = try keyFacts()
        guard waits(name, facts) else { return }
        var done = 0
        while case let wrapped = try connection.subjectKeys(in: name, before: newest.id.epoch, most: Self.batch),
            !wrapped.isEmpty
        {
            let anew = try wrapped.map { ($0.subject, try newest.wrap(keys.open($0.key, of: $0.subject, in: name))) }
            done += anew.count
            try upkeep("rekey wrapped", name, anew.count) { transaction in
                for (subject, key) in anew { try transaction.replaceKey(of: subject, in: name, key) }
            }
            progress("keys of \(name)", done, done)
        }
        for table in StandingBox.Table.allCases { try reseal(name, table, progress) }
        if name == Compartment.rights.rawValue { try recloseDetails() }
        if let reclosed = try reclosedWords(of: name) {
            try upkeep("rekey words", name, reclosed.all.count) { try $0.remember(reclosed) }
        }
        facts = try keyFacts()
        facts.rewrapped[name] = newest.id.epoch
        try upkeep("rekey compartment done", name, done) { transaction in
            try transaction.remember(rewrapped: facts.rewrapped)
        }
    }

    /// Seals what others closed to the compartment's public key under its subject's own key, as a holder writes it.
    private func reseal(
        _ name: String, _ table: StandingBox.Table, _ progress: (String, Int, Int) -> Void
    ) throws {
        guard let compartment = Compartment(rawValue: name) else { return }
        var done = 0
        while case let boxes = try connection.boxes(closedTo: name, in: table, most: Self.batch), !boxes.isEmpty {
            let work = try Work(self)
            let anew = try boxes.map { old in
                let place = KeyRing.Place(table: table.rawValue, row: old.row)
                let content = try keys.open(box: old.bytes, in: name, at: place)
                return (old, try close(content, subject: old.subject, in: compartment, at: place, work: work))
            }
            done += anew.count
            do {
                try upkeep("rekey sealed", name, anew.count) { transaction in
                    for (subject, compartment, key) in work.newKeys {
                        try transaction.insertKey(of: subject, in: compartment, key)
                    }
                    for (old, box) in anew { try transaction.replace(old, with: work.sealing.box(box)) }
                }
            } catch {
                // Keys that were drawn and not written must not be used again.
                subjectKeys = [:]
                throw error
            }
            progress("boxes of \(name)", done, done)
        }
    }

    /// Closes what the log keeps for the data-protection officers to their newest key.
    private func recloseDetails() throws {
        let name = Compartment.rights.rawValue
        let held = keys.compartments.values.filter { $0.id.name == name }.sorted { $0.id > $1.id }
        guard let newest = held.first else { return }
        let target = try newest.agreementKey().publicKey
        var place = (seq: -1, part: 0)
        while case let details = try connection.boxedDetails(after: place, most: Self.batch), let last = details.last {
            place = (last.seq, last.detail.part)
            var anew: [(Int, SealedDetail)] = []
            for (seq, detail) in details {
                for key in held.dropFirst() {
                    if let closed = try detail.reboxed(from: key.agreementKey(), to: target, in: seq) {
                        anew.append((seq, closed))
                        break
                    }
                }
            }
            guard !anew.isEmpty else { continue }
            try upkeep("rekey closed", name, anew.count) { transaction in
                for (seq, detail) in anew { try transaction.replaceDetail(of: seq, detail) }
            }
        }
    }

    /// Seals the pages under the store's newest key, and takes the old one away from everybody.
    private func sealPages(_ progress: (String, Int, Int) -> Void) throws {
        let newest = keys.storeKey
        if Int64(vault.epoch) < newest.epoch {
            try watch?("before the pages")
            try vault.rekey(to: newest.secret, epoch: UInt32(newest.epoch)) { progress("pages", $0, $1) }
            try watch?("after the pages")
        }
        let change = try keys.finishRekey(in: roster, slots: slots, at: clock().milliseconds)
        try apply(change, "rekey done", as: .upkeep, saying: ["epoch": .number(newest.epoch)]) { transaction in
            try transaction.remember(Optional<KeyFacts.Unfinished>.none)
        }
        try keys.takeStoreKeys(from: slots, named: account.name)
    }

    private func upkeep(
        _ act: String, _ compartment: String, _ count: Int, _ body: (borrowing Transaction) throws -> Void
    ) throws {
        let detail = CanonicalValue.object([
            "act": .text(act), "compartment": .text(compartment), "count": .number(Int64(count)),
        ])
        let entry = try entry(.upkeep, [Part(detail, for: storeSubject())])
        try watch?("before \(act)")
        _ = try change { transaction in
            try body(transaction)
            return Logged((), entry)
        }
        try watch?("after \(act)")
    }

    /// How many keys or values are wrapped anew in one transaction.
    private static let batch = 2_000
}
