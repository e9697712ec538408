// Destroying a subject's keys: what was sealed of it can be opened by nobody any more.
import Access
import AuditLog
import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Destroys the keys of the subject that a record belongs to, and enters it in the register that every restore heeds.
    ///
    /// What this does not do, and an erasure must: strip what is not sealed, and list who else's text speaks of the person. No
    /// command calls it yet. Throws ``StoreError``.
    package func destroyKeys(of reference: Reference) throws {
        try speaking {
            try authorise(.administer)
            let subject = try row(reference).subject
            let all = try connection.erasedSubjects().union([subject])
            // In the register first: a register that names more than was erased brings nobody back.
            if let state {
                let known = state.erased(of: keys.store, identity: try logIdentity())?.subjects ?? []
                try state.keep(
                    ErasedRegister(store: keys.store, subjects: all.union(known)), identity: try logIdentity())
            }
            let detail = CanonicalValue.object(["act": .text("destroy keys"), "subject": .number(subject)])
            let entry = try entry(.erasure, [Part(detail, for: storeSubject())])
            _ = try change { transaction in
                try transaction.destroy([subject], all: all)
                return Logged((), entry)
            }
            _ = try? checkpoint(on: .erasure)
            subjectKeys = subjectKeys.filter { $0.key.subject != subject }
        }
    }
}

extension Transaction {
    /// Destroys the keys of subjects, and remembers `all` that have none any more.
    borrowing func destroy(_ subjects: Set<Int64>, all: Set<Int64>) throws {
        for subject in subjects.sorted() { try destroyKeys(of: subject, newLogKey: Random.bytes(32)) }
        let list = CanonicalValue.list(all.sorted().map { .number($0) })
        try setStoreFact(StoreFact.erased, list.encoded)
    }
}
