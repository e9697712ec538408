// One signature line of a note.
internal import Cryptography

/// A line `— NAME BASE64`, whose bytes are a key's fingerprint and what that key signed.
package struct NoteSignature: Hashable, Sendable {
    /// The name of the key.
    package let name: String
    /// The first four bytes of the key's fingerprint.
    package let keyID: [UInt8]
    /// The signature, in the form that the key's kind has.
    package let bytes: [UInt8]

    // The dash is U+2014, as the format asks.
    private static let dash = "\u{2014} "

    init(name: String, keyID: [UInt8], bytes: [UInt8]) {
        (self.name, self.keyID, self.bytes) = (name, keyID, bytes)
    }

    init(line: String) throws(AuditError) {
        guard line.hasPrefix(Self.dash) else { throw .malformedNote }
        let fields = line.dropFirst(Self.dash.count).split(separator: " ", omittingEmptySubsequences: false)
        guard fields.count == 2, NoteName.isAllowed(String(fields[0])), let bytes = Base64.bytes(fields[1]),
            bytes.count > 4
        else { throw .malformedNote }
        self.init(name: String(fields[0]), keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
    }

    /// The line, without its newline.
    package var line: String {
        Self.dash + name + " " + Base64.text(keyID + bytes)
    }
}
