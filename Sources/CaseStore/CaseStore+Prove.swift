// Proofs for somebody outside: that an entry stands in the log, and that the log only grew.
import Access
import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite

/// A proof as a file for somebody outside, and what it leads to.
package struct LogProof: Sendable {
    /// The file's text.
    package let file: String
    /// The checkpoint that it leads to, as a note; it stands in the file too.
    package let note: String
    /// How many entries that covers.
    package let size: Int
    /// The entry that is proven, or the size from which the log is shown to have grown.
    package let from: Int
}

extension CaseStore {
    /// The proof that an entry stands in the log (C2SP tlog-proof); asking for it is logged.
    ///
    /// It leads to the newest checkpoint that a witness signed too, where one covers the entry, and to a new one otherwise.
    /// With `withLeaf` the file carries the entry's bytes: codes and handles of one act. Throws ``StoreError``.
    package func prove(leaf index: Int, withLeaf: Bool = false) throws -> LogProof {
        try speaking {
            try authorise(.proveLog)
            let size = try connection.logSize()
            guard (0..<size).contains(index) else {
                throw StoreError(.badData, "The audit log has \(size) entries, from 0 on: there is no entry \(index).")
            }
            let detail = CanonicalValue.object(["act": .text("audit prove"), "entry": .number(Int64(index))])
            try note(entry(.consultation, [Part(detail, for: storeSubject())]))
            var leaf: [UInt8]?
            try connection.leaves(index..<index + 1) { _, bytes, _ in leaf = bytes }
            guard leaf != nil || !withLeaf else {
                throw StoreError(.badData, "Entry \(index) was destroyed at the end of its time: only its hash stands.")
            }
            let text = try cosigned(covering: index) ?? checkpoint(on: .asked)
            let note = try Note(reading: Array(text.utf8))
            let checkpoint = try Checkpoint(reading: note.text)
            var reader = try connection.treeReader()
            let proof = try reader.inclusion(of: index, at: checkpoint.size)
            guard let hash = try connection.leafHashes(index..<index + 1).first,
                try proof.verify(hash, root: checkpoint.root)
            else { throw AuditError.proofFails }
            let file = ProofFile(proof, under: note, with: withLeaf ? leaf : nil)
            return LogProof(file: file.encoded, note: text, size: checkpoint.size, from: index)
        }
    }

    /// The request to a witness to sign the log as it is now (C2SP tlog-witness); asking for it is logged.
    ///
    /// It proves that the log only grew since the checkpoint `held`; nil for a witness who holds none. Throws
    /// ``StoreError``: bad data if that is no checkpoint of this log, outdated if the log does not contain what it covers.
    package func prove(since held: [UInt8]?, in file: String = "") throws -> LogProof {
        try speaking {
            try authorise(.proveLog)
            let mark = try held.map { try signedCheckpoint($0, in: file) }
            let detail = CanonicalValue.object([
                "act": .text("audit prove"), "since": .number(Int64(mark?.checkpoint.size ?? 0)),
            ])
            try note(entry(.consultation, [Part(detail, for: storeSubject())]))
            if let mark, let fault = try fault(of: mark) { throw StoreError(.outdated, fault.sentence) }
            let text = try checkpoint(on: .asked)
            let note = try Note(reading: Array(text.utf8))
            let newest = try Checkpoint(reading: note.text)
            guard let old = mark?.checkpoint else {
                return LogProof(
                    file: try AddCheckpoint(first: note).encoded, note: text, size: newest.size, from: 0)
            }
            var reader = try connection.treeReader()
            let proof = try reader.consistency(from: old.size, to: newest.size)
            guard try proof.verify(oldRoot: old.root, newRoot: newest.root) else { throw AuditError.proofFails }
            let request = try AddCheckpoint(proof, under: note)
            return LogProof(file: request.encoded, note: text, size: newest.size, from: old.size)
        }
    }

    /// Reads a checkpoint that somebody holds of this log; throws ``StoreError`` unless the log's key signed it.
    private func signedCheckpoint(_ bytes: [UInt8], in file: String) throws -> SignedCheckpoint {
        do { return try read(bytes, in: file) } catch let fault as LogFault {
            throw StoreError(.badData, fault.sentence)
        }
    }

    /// Reads a checkpoint that somebody holds of this log; throws `LogFault` unless the log's key signed it.
    private func read(_ bytes: [UInt8], in file: String) throws -> SignedCheckpoint {
        let identity = try logIdentity()
        return try SignedCheckpoint(reading: bytes, in: file) { try? identity.verifier(of: $0) }
    }

    /// What a file that somebody holds says against the log; nil if it is a checkpoint that fits.
    func fault(ofHeld bytes: [UInt8], in file: String) throws -> LogFault? {
        do { return try fault(of: read(bytes, in: file)) } catch let fault as LogFault { return fault }
    }

    /// What a checkpoint that somebody holds, and that the log's key signed, says against the log; nil if it fits.
    func fault(of held: SignedCheckpoint) throws -> LogFault? {
        let (mark, identity) = (held.checkpoint, try logIdentity())
        let size = try connection.logSize()
        if mark.origin != identity.key.verifier.name {
            guard let end = identity.ended[mark.origin] else {
                return LogFault(.laterRestore, in: held.file, other: mark.origin)
            }
            // What came behind it under that name was put away by a restore.
            if mark.size > end { return LogFault(.putAway, in: held.file, other: "\(end)") }
        }
        guard mark.size <= size else {
            return LogFault(.rolledBack, in: held.file, other: "\(size) for \(mark.size)")
        }
        var reader = try connection.treeReader()
        return try reader.root(at: mark.size) == mark.root ? nil : LogFault(.forked, in: held.file, leaf: 0)
    }
}

extension Connection {
    /// Gives proofs and roots of the log at any size that it has had, reading few of its leaves.
    func treeReader() throws -> TreeReader {
        try TreeReader(
            size: logSize(), leaves: { try self.leafHashes($0) },
            stored: { try self.subtree(level: $0, place: $1) })
    }
}
