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

    private static let heading = "c2sp.org/tlog-proof@v1"

    /// Puts a proof and its checkpoint together.
    package init(_ proof: InclusionProof, under note: Note) {
        (index, path, self.note) = (proof.index, proof.path, note)
    }

    /// Reads a proof file.
    package init(reading bytes: [UInt8]) throws(AuditError) {
        guard bytes.count <= Note.limits.bytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformedProof
        }
        // The first empty line ends the proof; what follows is the note, byte for byte.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let divide = lines.firstIndex(where: \.isEmpty), divide >= 2, divide < lines.count - 1,
            String(lines[0]) == Self.heading, let place = String(lines[1])?.split(separator: " ", maxSplits: 1),
            place.count == 2, place[0] == "index", lines[1].first == UInt8(ascii: "i"),
            let index = plainNumber(place[1])
        else { throw .malformedProof }
        let hashes = lines[2..<divide].map { String($0).flatMap { Base64.bytes($0) }.flatMap { Digest($0) } }
        self.index = index
        path = hashes.compactMap { $0 }
        guard path.count == hashes.count, path.count <= 63 else { throw .malformedProof }
        note = try Note(reading: Array(lines[(divide + 1)...].joined(separator: [UInt8(ascii: "\n")])))
        _ = try Checkpoint(reading: note.text)
        guard encoded.utf8.elementsEqual(bytes) else { throw .malformedProof }
    }

    /// The file's text.
    package var encoded: String {
        let hashes = path.map { Base64.text($0.bytes) + "\n" }.joined()
        return "\(Self.heading)\nindex \(index)\n\(hashes)\n\(note.encoded)"
    }

    /// The checkpoint, if the file proves that a leaf of those bytes is in the log of that key.
    ///
    /// - Throws: `AuditError` saying what is wrong.
    package func verify(_ leaf: [UInt8], log: NoteVerifier) throws -> Checkpoint {
        let checkpoint = try Checkpoint(note, of: log)
        var hash = try TreeHash()
        let proof = InclusionProof(index: index, size: checkpoint.size, path: path)
        guard try proof.verify(hash.leaf(leaf), root: checkpoint.root) else { throw AuditError.proofFails }
        return checkpoint
    }
}
