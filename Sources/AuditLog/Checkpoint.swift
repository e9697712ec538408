// What a log says of itself: its name, its size, its root (C2SP tlog-checkpoint).
package import Cryptography

/// A statement that a log had so many leaves and this root.
///
/// Signed as a note, it commits whoever signed it for ever.
package struct Checkpoint: Hashable, Sendable {
    /// The name of the log; a restored store begins a new one.
    package let origin: String
    /// How many leaves the log had.
    package let size: Int
    /// The root over them.
    package let root: Digest
    /// Further lines, in order; of those of others nothing is read.
    package let extensions: [String]

    /// States the size and root of the log of that name.
    ///
    /// - Parameter extensions: further lines, each with something in it and without control characters.
    /// - Throws: `AuditError.malformedCheckpoint` if the parts are none of a checkpoint.
    package init(origin: String, size: Int, root: Digest, extensions: [String] = []) throws(AuditError) {
        guard NoteName.isAllowed(origin), size >= 0,
            extensions.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0.value >= 32 } })
        else { throw .malformedCheckpoint }
        (self.origin, self.size, self.root, self.extensions) = (origin, size, root, extensions)
    }

    /// Reads the text of a checkpoint, as it stands above a note's signatures.
    package init(reading text: String) throws(AuditError) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "", lines.dropLast().allSatisfy({ !$0.isEmpty }),
            let size = plainNumber(lines[1]), let root = Base64.bytes(lines[2]).flatMap({ Digest($0) })
        else { throw .malformedCheckpoint }
        (origin, self.size, self.root) = (String(lines[0]), size, root)
        extensions = lines[3...].dropLast().map(String.init)
    }

    /// The text that is signed.
    package var text: String {
        ([origin, "\(size)", Base64.text(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// The checkpoint as a note signed by the log's key, whose name is the origin.
    package func signed(by key: borrowing NoteKey) throws -> Note {
        try Note(text: text).signed(by: key)
    }

    /// Reads a checkpoint from a note that the log's own key must have signed.
    ///
    /// - Throws: `AuditError.notSigned` without that signature, `falseSignature` if it is not true,
    ///   `foreignCheckpoint` if the note is of another log.
    package init(_ note: Note, of log: NoteVerifier) throws(AuditError) {
        try self.init(reading: note.text)
        guard origin == log.name else { throw .foreignCheckpoint(origin) }
        guard try note.signers(among: [log]).contains(where: { $0.key == log }) else { throw .notSigned(log.name) }
    }
}
