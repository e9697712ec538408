// What a witness is asked: to sign a checkpoint, with the proof that the log only grew (C2SP tlog-witness).
package import Cryptography

/// The body of an add-checkpoint request, which may as well be carried as a file.
///
/// `old N`, the hashes of the consistency proof, an empty line, the log's checkpoint. Whoever reads one holds the
/// checkpoint of size N themselves: the request does not say its root.
package struct AddCheckpoint: Hashable, Sendable {
    /// The size of the checkpoint that the witness holds; 0 if it holds none.
    package let old: Int
    /// The hashes of the proof; none if `old` is 0 or the size of the checkpoint.
    package let path: [Digest]
    /// The log's checkpoint with its signatures.
    package let note: Note

    /// Asks a witness who holds the checkpoint that the proof begins with.
    ///
    /// - Throws: `AuditError.malformedRequest` if the note is no checkpoint of the size that the proof leads to.
    package init(_ proof: ConsistencyProof, under note: Note) throws(AuditError) {
        try self.init(old: proof.old, path: proof.path, note: note)
        guard try Checkpoint(reading: note.text).size == proof.new else { throw .malformedRequest }
    }

    /// Asks a witness who has never seen the log.
    ///
    /// - Throws: `AuditError.malformedRequest` if the note is no checkpoint.
    package init(first note: Note) throws(AuditError) {
        try self.init(old: 0, path: [], note: note)
    }

    /// Reads a request.
    ///
    /// - Throws: `AuditError.malformedRequest` unless it is exactly what such a request is written as.
    package init(reading bytes: [UInt8]) throws(AuditError) {
        guard let sheet = ProofSheet(reading: bytes), let first = sheet.lines.first,
            let old = ProofSheet.value(first, of: "old").flatMap({ plainNumber($0) }),
            let path = ProofSheet.hashes(sheet.lines.dropFirst())
        else { throw .malformedRequest }
        try self.init(old: old, path: path, note: sheet.note)
        guard encoded.utf8.elementsEqual(bytes) else { throw .malformedRequest }
    }

    private init(old: Int, path: [Digest], note: Note) throws(AuditError) {
        guard let checkpoint = try? Checkpoint(reading: note.text), (0...checkpoint.size).contains(old),
            path.isEmpty || (old > 0 && old < checkpoint.size)
        else { throw .malformedRequest }
        (self.old, self.path, self.note) = (old, path, note)
    }

    /// The request's text.
    package var encoded: String { ProofSheet.text(["old \(old)"], path, over: note) }

    /// The checkpoint, if the log's key signed it and the log only grew since the one that is held.
    ///
    /// - Parameter held: the root of the checkpoint of size `old`; not asked for if that is 0.
    /// - Throws: `AuditError` saying what is wrong, `proofFails` if the proof does not lead from that root to this one.
    package func verify(since held: Digest?, log: NoteVerifier) throws -> Checkpoint {
        let checkpoint = try Checkpoint(note, of: log)
        guard old > 0 else { return checkpoint }
        let proof = ConsistencyProof(old: old, new: checkpoint.size, path: path)
        guard let held, try proof.verify(oldRoot: held, newRoot: checkpoint.root) else { throw AuditError.proofFails }
        return checkpoint
    }
}
