// Text with signatures under it (C2SP signed-note).

/// A signed note: a text whose every line ends, an empty line, and one line for each signature.
///
/// A note read from outside says nothing yet: `signers` tells which known keys really signed it.
package struct Note: Hashable, Sendable {
    /// The text that is signed, its last newline included.
    package let text: String
    /// The signature lines, in order.
    package var signatures: [NoteSignature]

    /// The most signatures that a note may carry, and the most bytes that it may have.
    package static let limits = (signatures: 100, bytes: 1_000_000)

    /// Makes a note without signatures; the text must end with a newline.
    package init(text: String) throws(AuditError) {
        guard Self.isAllowed(text) else { throw .malformedNote }
        (self.text, signatures) = (text, [])
    }

    /// Reads a note.
    package init(reading bytes: [UInt8]) throws(AuditError) {
        guard bytes.count <= Self.limits.bytes, let whole = String(validating: bytes, as: UTF8.self),
            let divide = Self.lastEmptyLine(bytes)
        else { throw .malformedNote }
        text = String(decoding: bytes[..<divide], as: UTF8.self)
        guard Self.isAllowed(whole), text.utf8.last == UInt8(ascii: "\n") else { throw .malformedNote }
        let lines = bytes[(divide + 1)...].dropLast().split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard bytes.last == UInt8(ascii: "\n"), (1...Self.limits.signatures).contains(lines.count) else {
            throw .malformedNote
        }
        signatures = []
        for line in lines { signatures.append(try NoteSignature(line: String(decoding: line, as: UTF8.self))) }
    }

    /// The note as text: to be handed on and printed exactly so.
    package var encoded: String {
        text + "\n" + signatures.map { $0.line + "\n" }.joined()
    }

    /// The note with the signature of `key` added.
    package borrowing func signed(by key: borrowing NoteKey, at seconds: UInt64 = 0) throws -> Note {
        var note = copy self
        note.signatures.append(try key.sign(text, at: seconds))
        return note
    }

    /// Which of the known keys signed the note, with the time that a witness vouches for.
    ///
    /// Unknown signatures are passed over; a false signature by a known key condemns the whole note.
    package func signers(among known: [NoteVerifier]) throws(AuditError) -> [NoteSigner] {
        var signers: [NoteSigner] = []
        for signature in signatures {
            guard let key = known.first(where: { $0.name == signature.name && $0.keyID == signature.keyID }),
                !signers.contains(where: { $0.key == key })
            else { continue }
            guard let seconds = key.verify(signature, over: text) else { throw .falseSignature(key.name) }
            signers.append(NoteSigner(key: key, seconds: seconds.time))
        }
        return signers
    }

    /// Valid text without control characters but newlines, the last character being one.
    private static func isAllowed(_ text: String) -> Bool {
        text.utf8.last == UInt8(ascii: "\n") && text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
    }

    /// The place of the second newline of the last empty line.
    private static func lastEmptyLine(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 2 else { return nil }
        return (1..<bytes.count).last { bytes[$0] == UInt8(ascii: "\n") && bytes[$0 - 1] == UInt8(ascii: "\n") }
    }
}
