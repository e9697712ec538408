// The act of a restore inside the store: a new name for the log, signed by the custodian, waiting for a second person.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Whether a restore waits for its second signature.
    func waitingRestore() throws -> [Impediment] {
        try connection.restores().last?.isWaiting == true ? [.waiting] : []
    }

    /// Ends the log's name and begins a new one, under the custodian's signature; erases what the register names.
    ///
    /// - Parameters:
    ///   - source: what the state that is taken up comes from, as it is signed.
    ///   - erased: the subjects that the newest register names.
    /// - Returns: how many subjects' keys were destroyed.
    func beginNewOrigin(from source: [String: CanonicalValue], erased: Set<Int64>) throws -> Int {
        let (old, frontier) = (try logIdentity(), try connection.frontier())
        var hash = try TreeHash()
        let name = old.key.verifier.name
        let origin = "\(LogIdentity.first(name))/\(Hexadecimal.text(try Random.bytes(8)))"
        let known = try connection.erasedSubjects()
        let missing = erased.subtracting(known)
        let statement = CanonicalValue.object(
            source.merging([
                "at": .number(clock().milliseconds),
                "ended": .object([
                    "origin": .text(name), "root": .bytes(try frontier.root(hash: &hash).bytes),
                    "size": .number(Int64(frontier.size)),
                ]), "erased": .number(Int64(missing.count)), "origin": .text(origin),
            ]) { own, _ in own })
        let signature = try keys.sign(RestoreRecord.act, statement).bytes
        let record = RestoreRecord(statement: statement, custodian: keys.user, signature: signature)
        let restores = try connection.restores() + [record]
        let ended = old.ended.merging([name: frontier.size]) { _, new in new }
        let detail = CanonicalValue.object([
            "act": .text("restore"), "signature": .bytes(signature), "statement": statement,
        ])
        let entry = try entry(.upkeep, [Part(detail, for: storeSubject())], why: "restore")
        let erasure =
            try missing.isEmpty
            ? []
            : [
                self.entry(
                    .erasure,
                    [
                        Part(
                            .object([
                                "act": .text("destroy keys again"), "count": .number(Int64(missing.count)),
                            ]), for: storeSubject())
                    ])
            ]
        _ = try connection.change { transaction in
            try transaction.setStoreFact(StoreFact.logOrigin, Array(origin.utf8))
            try transaction.setStoreFact(StoreFact.logEnded, LogIdentity.encoded(ended))
            // The last checkpoint of the former name is the last word under it, and stays.
            try transaction.removeStoreFact(StoreFact.logResting)
            try transaction.remember(restores)
            if !missing.isEmpty { try transaction.destroy(missing, all: known.union(missing), connection) }
            return Logged((), entry, and: erasure)
        }
        (identity, pace) = (nil, nil)
        subjectKeys = [:]
        return missing.count
    }

    /// Signs under the last restore as its second person, after which the store is open to all.
    ///
    /// Throws ``StoreError``, also if this is the account that restored.
    package func countersignRestore() throws {
        try speaking {
            try authorise(.countersign)
            var restores = try connection.restores()
            guard var record = restores.popLast(), record.isWaiting else {
                throw StoreError(.badData, "No restore waits for a second signature.")
            }
            guard record.isSigned(in: roster) else {
                throw StoreError(
                    .damaged, "The restore is not signed by the custodian who is said to have made it.")
            }
            guard record.custodian != keys.user else {
                throw try refusal(
                    of: "countersign restore", "Whoever restored cannot sign for it too: a second person must.")
            }
            let signature = try keys.sign(RestoreRecord.secondAct, record.statement).bytes
            record.second = (keys.user, signature)
            restores.append(record)
            let detail = CanonicalValue.object([
                "act": .text("countersign restore"), "origin": record.statement["origin"] ?? .text(""),
                "signature": .bytes(signature),
            ])
            let entry = try entry(.upkeep, [Part(detail, for: storeSubject())], why: "restore")
            _ = try change { transaction in
                try transaction.remember(restores)
                return Logged((), entry)
            }
            impediments.removeAll { $0 == .waiting }
        }
    }

    /// Restores whose signatures are not right, and names of the log that ended without a restore.
    func checkRestores(_ findings: inout Findings) throws {
        let restores = try connection.restores()
        for (place, record) in restores.enumerated() {
            let isOpen = record.isWaiting && place + 1 < restores.count
            if isOpen || !record.isSigned(in: roster) {
                findings.add(
                    .log, "a restore is not signed by the two who are said to have made it", at: "restore \(place + 1)",
                    advice: Finding.tampered)
            }
        }
        let ended = Set(try logIdentity().ended.keys)
        let told = Set(restores.compactMap(\.endedOrigin))
        let name = try logIdentity().key.verifier.name
        if ended != told || restores.last.map({ $0.statement["origin"]?.text == name }) == false {
            findings.add(.log, "The log's names are not those that restores gave it", advice: Finding.tampered)
        }
    }
}
