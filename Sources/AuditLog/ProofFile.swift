// One leaf's proof as a file that stands alone (C2SP tlog-proof).
package import Cryptography

/// A leaf's place and path together with the signed checkpoint to which they lead.
package struct ProofFile: Hashable, Sendable {
    /// The leaf's place, from 0.
    package let index: Int
    /// The hashes from the leaf upwards.
    package let path: [Digest]
    /// The checkpoint with its signatures.
    package let note: Note
    /// The leaf's bytes, where the file carries them; nothing vouches for them until they are verified.
    package let leaf: [UInt8]?

    private static let heading = "c2sp.org/tlog-proof@v1"

    /// Puts a proof and its checkpoint together, and the leaf's bytes, if they are to go with it.
    package init(_ proof: InclusionProof, under note: Note, with leaf: [UInt8]? = nil) {
        (index, path, self.note, self.leaf) = (proof.index, proof.path, note, leaf)
    }

    /// Reads a proof file.
    ///
    /// - Throws: `AuditError.malformedProof` unless it is exactly what such a file is written as.
    package init(reading bytes: [UInt8]) throws(AuditError) {
        guard let sheet = ProofSheet(reading: bytes), sheet.lines.first == Self.heading else { throw .malformedProof }
        var rest = sheet.lines.dropFirst()
        leaf = rest.first.flatMap { ProofSheet.value($0, of: "extra") }.flatMap { Base64.bytes($0) }
        if leaf != nil { rest = rest.dropFirst() }
        guard let index = rest.first.flatMap({ ProofSheet.value($0, of: "index") }).flatMap({ plainNumber($0) }),
            let path = ProofSheet.hashes(rest.dropFirst())
        else { throw .malformedProof }
        (self.index, self.path, note) = (index, path, sheet.note)
        guard encoded.utf8.elementsEqual(bytes) else { throw .malformedProof }
    }

    /// The file's text.
    package var encoded: String {
        let extra = leaf.map { ["extra " + Base64.text($0)] } ?? []
        return ProofSheet.text([Self.heading] + extra + ["index \(index)"], path, over: note)
    }

    /// The checkpoint, if the file proves that a leaf of those bytes is in the log of that key.
    ///
    /// What the file itself carries as the leaf is not believed, but a file that carries another one is refused.
    ///
    /// - Throws: `AuditError` saying what is wrong.
    package func verify(_ leaf: [UInt8], log: NoteVerifier) throws -> Checkpoint {
        let checkpoint = try Checkpoint(note, of: log)
        guard self.leaf == nil || self.leaf == leaf else { throw AuditError.otherLeaf }
        guard index < checkpoint.size else { throw AuditError.proofFails }
        var hash = try TreeHash()
        let proof = InclusionProof(index: index, size: checkpoint.size, path: path)
        guard try proof.verify(hash.leaf(leaf), root: checkpoint.root) else { throw AuditError.proofFails }
        return checkpoint
    }
}
