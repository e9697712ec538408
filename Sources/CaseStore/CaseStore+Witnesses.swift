// What witnesses send back: taken under the checkpoint that they signed, and checked with every check of the log.
import Access
package import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite

extension CaseStore {
    /// Takes witnesses' lines under the checkpoints that they are over.
    ///
    /// The lines then go wherever those checkpoints go. A key that is named is trusted from then on, by an act of its own
    /// in the log.
    ///
    /// - Parameters:
    ///   - answer: what the witness sent: its lines, or a whole note.
    ///   - named: the witness's key, where the store does not trust it yet.
    /// - Throws: `StoreError` where a line is by no trusted witness, or over no checkpoint that this log kept.
    package func take(_ answer: Cosignatures, trusting named: NoteVerifier?) throws -> [Witnessed] {
        try speaking {
            try authorise(.proveLog)
            var trusted = try TrustedWitness.list(connection.storeFact(StoreFact.witnesses))
            let isNew = try named.map { try isAcceptable($0) && !trusted.map(\.key).contains($0) } ?? false
            let now = clock().milliseconds
            if isNew, let named { trusted.append(TrustedWitness(named, by: keys.user, at: now)) }
            let taken = try trusted.map(\.key).filter { answer.isBy($0) }.map { try found(answer, by: $0) }
            guard !taken.isEmpty else {
                throw StoreError(
                    .badData,
                    "No line of the file is by a witness whose key this store trusts; name the witness's key, as "
                        + "it was handed over, with --key.")
            }
            guard isNew || taken.contains(where: { !$0.isKnown }) else { return taken }
            var parts = taken.filter { !$0.isKnown }.map { witnessed in
                CanonicalValue.object([
                    "act": .text("audit witness take"), "size": .number(Int64(witnessed.size)),
                    "time": .number(Int64(clamping: witnessed.seconds)), "witness": .text(witnessed.witness),
                ])
            }
            if isNew, let named {
                parts.append(.object(["act": .text("audit witness trust"), "key": .text(named.encoded)]))
            }
            let reader = try storeSubject()
            let resting = try connection.restingCheckpoint()?.size
            let entry = try entry(isNew ? .grant : .upkeep, parts.map { Part($0, for: reader) })
            _ = try change { transaction in
                if isNew { try transaction.setStoreFact(StoreFact.witnesses, TrustedWitness.encoded(trusted)) }
                for witnessed in taken where !witnessed.isKnown {
                    try transaction.cosign(checkpoint: witnessed.size, with: witnessed.note)
                    // What somebody signed gives way to nothing.
                    if resting == witnessed.size { try transaction.removeStoreFact(StoreFact.logResting) }
                }
                return Logged((), entry)
            }
            return taken
        }
    }

    /// Trusts a witness no longer, such as one whose key was lost.
    ///
    /// Its lines stay where they stand and count for nothing from then on.
    ///
    /// - Throws: `StoreError` with the names of those that are trusted, where it is none of them.
    package func distrust(_ name: String) throws {
        try speaking {
            try authorise(.proveLog)
            let trusted = try TrustedWitness.list(connection.storeFact(StoreFact.witnesses))
            let kept = trusted.filter { $0.key.name != name && $0.key.encoded != name }
            guard kept.count < trusted.count else {
                let names = trusted.map(\.key.name).joined(separator: ", ")
                throw StoreError(
                    .badData,
                    "This store trusts no witness of that name"
                        + (names.isEmpty ? "." : "; it trusts \(names)."))
            }
            let reader = try storeSubject()
            let parts = trusted.filter { !kept.contains($0) }.map { witness in
                Part(
                    .object(["act": .text("audit witness distrust"), "key": .text(witness.key.encoded)]), for: reader)
            }
            let entry = try entry(.grant, parts)
            _ = try change { transaction in
                if kept.isEmpty {
                    try transaction.removeStoreFact(StoreFact.witnesses)
                } else {
                    try transaction.setStoreFact(StoreFact.witnesses, TrustedWitness.encoded(kept))
                }
                return Logged((), entry)
            }
        }
    }

    /// The newest kept checkpoint of the present name that a trusted witness signed and that covers an entry.
    func cosigned(covering index: Int) throws -> String? {
        let name = try logIdentity().key.verifier.name
        let trusted = try TrustedWitness.list(connection.storeFact(StoreFact.witnesses)).map(\.key)
        guard !trusted.isEmpty else { return nil }
        return try connection.checkpoints().last { size, text in
            guard size > index, text.hasPrefix(name + "\n"), let note = try? Note(reading: Array(text.utf8)) else {
                return false
            }
            return note.signatures.count > 1 && (try? note.signers(among: trusted).isEmpty) == false
        }?.note
    }

    /// The newest checkpoint that each trusted witness signed, as far as it was taken.
    func newestWitnessed() throws -> [Witnessed] {
        let trusted = try TrustedWitness.list(connection.storeFact(StoreFact.witnesses))
        guard !trusted.isEmpty else { return [] }
        var newest: [NoteVerifier: Witnessed] = [:]
        for (size, text) in try connection.checkpoints() {
            guard let note = try? Note(reading: Array(text.utf8)), note.signatures.count > 1 else { continue }
            for signer in (try? note.signers(among: trusted.map(\.key))) ?? [] {
                guard let seconds = signer.seconds else { continue }
                newest[signer.key] = Witnessed(witness: signer.key.name, size: size, seconds: seconds, note: text)
            }
        }
        return newest.values.sorted { ($0.size, $0.witness) < ($1.size, $1.witness) }
    }

    /// Finds what is false among the lines of trusted witnesses.
    func witnessed(_ findings: inout Findings) throws {
        let trusted: [TrustedWitness]
        do {
            trusted = try TrustedWitness.list(connection.storeFact(StoreFact.witnesses))
        } catch let error as StoreError {
            findings.add(.log, error.sentence, advice: Finding.evidence)
            return
        }
        guard !trusted.isEmpty else { return }
        for (size, text) in try connection.checkpoints() {
            // A note that cannot be read is found by who checks the log's own signature.
            guard let note = try? Note(reading: Array(text.utf8)), note.signatures.count > 1 else { continue }
            if let name = Self.forged(note, trusted.map(\.key)) {
                findings.add(
                    .log, "the signature of the witness \(name) under the kept checkpoint of size \(size) is false",
                    at: "size \(size)",
                    advice: Finding.evidence)
            }
        }
    }

    /// The witness whose line under a note is false, if there is one.
    private static func forged(_ note: Note, _ trusted: [NoteVerifier]) -> String? {
        do {
            _ = try note.signers(among: trusted)
            return nil
        } catch {
            if case .falseSignature(let name) = error { return name }
            return nil
        }
    }

    /// Whether a key can be a witness's: whoever signs the log vouches for nothing by signing twice.
    private func isAcceptable(_ key: NoteVerifier) throws -> Bool {
        guard key.kind == .witness else {
            throw StoreError(
                .badData,
                "The key that was named is a log's, not a witness's: a witness makes its key with audit witness "
                    + "new.")
        }
        guard try key.key != logIdentity().key.verifier.key else {
            throw StoreError(
                .badData, "The key that was named is this log's own: only another's signature proves anything.")
        }
        return true
    }

    /// The kept checkpoint that a witness's line is over.
    private func found(_ answer: Cosignatures, by key: NoteVerifier) throws -> Witnessed {
        for (size, text) in try connection.checkpoints().reversed() {
            guard let note = try? Note(reading: Array(text.utf8)),
                let (line, seconds) = answer.line(by: key, over: note.text)
            else { continue }
            let carrying = note.carrying(line)
            return Witnessed(
                witness: key.name, size: size, seconds: seconds, note: carrying.encoded, isKnown: carrying == note)
        }
        throw StoreError(
            .badData,
            "The line of \(key.name) is over no checkpoint that this store keeps: it is false, or over another log's or "
                + "another copy's. Nothing was taken.")
    }
}
