// What a witness sends back: signature lines without the text that they are over (C2SP tlog-witness).
internal import Cryptography

/// The lines of a witness's answer, or those under a whole note that carries them.
package struct Cosignatures: Hashable, Sendable {
    /// The lines, in order; none is believed yet.
    package let lines: [NoteSignature]

    /// Reads an answer.
    ///
    /// - Throws: `AuditError.malformedNote` unless it is 1 to 100 signature lines, or a whole note.
    package init(reading bytes: [UInt8]) throws(AuditError) {
        if let note = try? Note(reading: bytes) {
            lines = note.signatures
            return
        }
        // A text before them makes the lines a note: one reader for both.
        lines = try Note(reading: Array("lines\n\n".utf8) + bytes).signatures
    }

    /// The line by that key, if it is one over the text, with the time that the witness vouches for.
    package func line(by key: NoteVerifier, over text: String) -> (line: NoteSignature, seconds: UInt64)? {
        for line in lines where line.name == key.name && line.keyID == key.keyID {
            if let seconds = key.verify(line, over: text)?.time { return (line, seconds) }
        }
        return nil
    }

    /// Whether any line is by that key, true or not.
    package func isBy(_ key: NoteVerifier) -> Bool {
        lines.contains { $0.name == key.name && $0.keyID == key.keyID }
    }
}

extension Note {
    /// The note with a witness's line, in place of an older one by the same key.
    package func carrying(_ line: NoteSignature) -> Note {
        var note = self
        note.signatures.removeAll { $0.name == line.name && $0.keyID == line.keyID }
        note.signatures.append(line)
        return note
    }
}
