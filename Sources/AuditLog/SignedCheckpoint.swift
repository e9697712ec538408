// A file that is to be a checkpoint, held against the keys that are known.
internal import Cryptography

/// A checkpoint that the log's key signed, with the file that it was read from and everybody known who signed it.
package struct SignedCheckpoint: Sendable {
    /// What it says.
    package let checkpoint: Checkpoint
    /// The file, as it was named.
    package let file: String
    /// The log's key, and the known witnesses who signed it, with their times.
    package let signers: [NoteSigner]

    /// Reads a checkpoint.
    ///
    /// - Parameters:
    ///   - key: the key of a log of that name; nil for a log that is not known.
    ///   - witnesses: keys whose signatures are looked for too.
    /// - Throws: `LogFault` saying why it speaks for no log that is known.
    package init(
        reading bytes: [UInt8], in file: String, witnesses: [NoteVerifier] = [], key: (String) -> NoteVerifier?
    ) throws(LogFault) {
        guard let note = try? Note(reading: bytes), let claim = try? Checkpoint(reading: note.text) else {
            throw LogFault(.malformedCheckpoint, in: file)
        }
        guard let key = key(claim.origin) else { throw LogFault(.foreignCheckpoint, in: file, other: claim.origin) }
        guard claim.size > 0 else { throw LogFault(.emptyCheckpoint, in: file) }
        do throws(AuditError) { signers = try note.signers(among: [key] + witnesses) } catch {
            let name = if case .falseSignature(let name) = error { name } else { key.name }
            throw LogFault(.falseSignature, in: file, other: name)
        }
        guard signers.contains(where: { $0.key == key }) else {
            let other = note.signatures.first { $0.name == key.name && $0.keyID != key.keyID }
            throw other.map { LogFault(.otherKey, in: file, other: Hexadecimal.text($0.keyID)) }
                ?? LogFault(.notSigned, in: file, other: key.name)
        }
        (checkpoint, self.file) = (claim, file)
    }

    /// Whether bytes have the form of a checkpoint, whoever signed it.
    package static func isOne(_ bytes: [UInt8]) -> Bool {
        guard let note = try? Note(reading: bytes) else { return false }
        return (try? Checkpoint(reading: note.text)) != nil
    }
}
