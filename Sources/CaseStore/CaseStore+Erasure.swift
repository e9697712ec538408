// Destroying a subject's keys: what was sealed of it can be opened by nobody any more.
import Access
import AuditLog
import Cryptography
import KeyRing
package import Lifecycle
package import Rows
import SQLite
import Vault

extension CaseStore {
    /// Destroys the keys of the subject that a record belongs to, and enters it in the register that every restore heeds.
    ///
    /// The reason is forced (``reason``), and is a code alone. What was destroyed stands in neither pages nor log of the
    /// store when this returns, unless a backup is being written at this moment: then the log keeps it until the store is
    /// let go. Stopped at any moment, the subject is whole, or gone; what was not cleared then is cleared when the store is
    /// next let go.
    ///
    /// What this does not do, and an erasure must: strip what is not sealed, and list who else's text speaks of the person. No
    /// command calls it yet. Throws ``StoreError``.
    @discardableResult package func destroyKeys(of reference: Reference) throws -> Destroyed {
        try speaking {
            try authorise(.administer)
            let row = try row(reference)
            let basis = try demandReason(for: .erasure, of: row)
            guard basis.text == nil else {
                throw StoreError(
                    .badData,
                    "An erasure is logged by a code alone: words could say again what is erased. Those that were given "
                        + "stand in the entry of this sign-in, for data protection only.")
            }
            let subject = row.subject
            let all = try connection.erasedSubjects().union([subject])
            try demandRoom()
            try watch?("before the register")
            // In the register first: a register that names more than was erased brings nobody back.
            if let state {
                let known = state.erased(of: keys.store, identity: try logIdentity())?.subjects ?? []
                try state.keep(
                    ErasedRegister(store: keys.store, subjects: all.union(known)), identity: try logIdentity())
            }
            try watch?("after the register")
            let (destroyed, _) = try change { transaction in
                let destroyed = try transaction.destroy([subject], all: all, connection)[subject]
                guard let destroyed else { throw StoreError(.fault, "Nothing was destroyed.") }
                try watch?("within the erasure")
                return Logged(
                    destroyed, try entry(.erasure, [Part(destroyed.told(of: subject), for: storeSubject())]))
            }
            _ = try? checkpoint(on: .erasure)
            subjectKeys = subjectKeys.filter { $0.key.subject != subject }
            try watch?("after the erasure")
            if try !vault.drain() {
                notes.append(
                    "a backup is being written: what was erased leaves the store's log when the store is let go")
            }
            try watch?("after the log was emptied")
            try checkpoint(on: .erasure)
            try watch?("after the checkpoint")
            return destroyed
        }
    }
}

extension Destroyed {
    /// What the log says of an erasure: whose, by its number, and how much of what; nothing of what was erased.
    fileprivate func told(of subject: Int64) -> CanonicalValue {
        .object([
            "act": .text("destroy keys"), "subject": .number(subject), "keys": .number(Int64(keys)),
            "boxes": .number(Int64(boxes)), "details": .number(Int64(details)), "reasons": .number(Int64(reasons)),
            "reasonsLeft": .number(Int64(reasonsLeft)),
            "classes": .object(records.mapValues { .number(Int64($0)) }),
        ])
    }
}

extension Transaction {
    /// Destroys the keys of subjects, and remembers `all` that have none any more; answers what was destroyed of each.
    ///
    /// With them go the words in which emergency accesses to their records wait for review.
    @discardableResult borrowing func destroy(
        _ subjects: Set<Int64>, all: Set<Int64>, _ connection: Connection
    ) throws -> [Int64: Destroyed] {
        var destroyed: [Int64: Destroyed] = [:]
        for subject in subjects.sorted() {
            destroyed[subject] = try destroyKeys(of: subject, newLogKey: Random.bytes(32))
        }
        let list = CanonicalValue.list(all.sorted().map { .number($0) })
        try setStoreFact(StoreFact.erased, list.encoded)
        try emptyWords(about: subjects, connection)
        return destroyed
    }

    /// Empties the reviewers' copies of why records of subjects were opened in an emergency; the reviews still wait.
    ///
    /// They are closed to compartments, and not with the subjects' keys: without this they could be read afterwards.
    private borrowing func emptyWords(about subjects: Set<Int64>, _ connection: Connection) throws {
        var waiting = try connection.emergencies(.waiting)
        var isChanged = false
        for index in waiting.all.indices where !waiting.all[index].words.isEmpty {
            guard let record = try connection.record(waiting.all[index].record), subjects.contains(record.subject)
            else { continue }
            waiting.all[index].words = []
            isChanged = true
        }
        if isChanged { try remember(waiting) }
    }
}
