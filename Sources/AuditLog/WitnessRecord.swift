// What a witness holds of one log, and how it answers the log's next request (C2SP tlog-witness).

/// A log that a witness watches: the key it trusts for it, and the checkpoint that it signed last.
///
/// The note carries the log's signature and the witness's own, so that it speaks for itself wherever it is shown.
package struct WitnessRecord: Hashable, Sendable {
    /// The key of the log, whose name is the log's.
    package let log: NoteVerifier
    /// What the witness signed last; nil if it has signed nothing of this log.
    package let last: Signed?

    /// A checkpoint under which the witness stands.
    package struct Signed: Hashable, Sendable {
        /// What the log said.
        package let checkpoint: Checkpoint
        /// The log's note with the log's signature and the witness's.
        package let note: Note
        /// The witness's own line of it.
        package let signature: NoteSignature
        /// When the witness signed, in seconds of UTC since 1970.
        package let seconds: UInt64
    }

    /// What is due to a request that is in order.
    package enum Answer: Hashable, Sendable {
        /// To sign this checkpoint.
        case sign(Checkpoint)
        /// The line that was given already: what was asked for is what was signed last, and the answer was lost.
        case repeated(NoteSignature)
    }

    /// Begins to watch a log.
    package init(of log: NoteVerifier) { (self.log, last) = (log, nil) }

    /// Takes up what a witness has kept.
    ///
    /// - Throws: `AuditError` if the log or the witness did not sign the note.
    package init(of log: NoteVerifier, signed note: Note, by witness: NoteVerifier) throws(AuditError) {
        let checkpoint = try Checkpoint(note, of: log)
        guard let seconds = try note.signers(among: [witness]).first?.seconds,
            let own = note.signatures.first(where: { $0.name == witness.name && $0.keyID == witness.keyID })
        else { throw .notSigned(witness.name) }
        self.log = log
        last = Signed(checkpoint: checkpoint, note: note, signature: own, seconds: seconds)
    }

    /// Whether a request can be signed at that time.
    ///
    /// - Throws: `WitnessRefusal`; `AuditError` if the note is not the log's.
    package func answer(to request: AddCheckpoint, at seconds: UInt64) throws -> Answer {
        let checkpoint = try Checkpoint(request.note, of: log)
        guard checkpoint.size > 0 else { throw WitnessRefusal.emptyLog }
        _ = try checkpoint.emergencyCount()
        guard let last else {
            guard request.old == 0 else { throw WitnessRefusal.otherSize(asked: request.old, held: 0) }
            return .sign(checkpoint)
        }
        let held = last.checkpoint
        // Two roots of one size, both signed by the log: whatever else the request says, it proves a fork.
        guard checkpoint.size != held.size || checkpoint.root == held.root else {
            throw WitnessRefusal.forked(size: held.size)
        }
        if request.old != held.size, checkpoint == held { return .repeated(last.signature) }
        guard checkpoint.size >= held.size else {
            throw WitnessRefusal.smaller(size: checkpoint.size, held: held.size)
        }
        guard request.old == held.size else { throw WitnessRefusal.otherSize(asked: request.old, held: held.size) }
        do {
            _ = try request.verify(since: held.root, log: log)
        } catch AuditError.proofFails {
            throw WitnessRefusal.proofFails(from: held.size, to: checkpoint.size)
        }
        let (before, now) = (try held.emergencyCount(), try checkpoint.emergencyCount())
        guard now >= before else { throw WitnessRefusal.emergenciesFell(from: before, to: now) }
        guard seconds >= last.seconds else { throw WitnessRefusal.clockBehind(last: last.seconds) }
        return .sign(checkpoint)
    }

    /// What the witness holds once it has signed a request, which must be in order.
    ///
    /// Nothing is to leave the witness before this is stored.
    package func signing(
        _ request: AddCheckpoint, with key: borrowing NoteKey, at seconds: UInt64
    ) throws -> (record: WitnessRecord, line: NoteSignature) {
        var note = try Note(text: request.note.text)
        // Other lines of the request are not the witness's to hand on.
        note.signatures =
            request.note.signatures.first { $0.name == log.name && $0.keyID == log.keyID }.map { [$0] } ?? []
        let line = try key.sign(note.text, at: seconds)
        note.signatures.append(line)
        return (try WitnessRecord(of: log, signed: note, by: key.verifier), line)
    }
}
