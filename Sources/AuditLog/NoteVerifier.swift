// The public half of a key that signs notes, as it is handed to others.
package import Cryptography

/// A verifier key: `NAME+FINGERPRINT+BASE64`, all that another needs to check a log's or a witness's signature.
package struct NoteVerifier: Hashable, Sendable {
    /// What a key signs.
    ///
    /// The raw values are the format's own.
    package enum Kind: UInt8, Sendable {
        /// A log's Ed25519 signature over the text.
        case log = 0x01
        /// A witness's Ed25519 signature over a time and the text.
        case witness = 0x04
    }

    /// The name of the key.
    package let name: String
    /// What the key signs.
    package let kind: Kind
    /// The public key.
    package let key: VerifyingKey
    /// The first four bytes of the fingerprint.
    package let keyID: [UInt8]

    /// Names a public key; a name has no spaces and no plus sign.
    package init(name: String, kind: Kind, key: VerifyingKey) throws {
        guard NoteName.isAllowed(name) else { throw AuditError.malformedVerifierKey }
        (self.name, self.kind, self.key) = (name, kind, key)
        let named = Array(name.utf8) + [0x0A, kind.rawValue] + key.bytes
        keyID = Array(try SHA256.hash(named).bytes.prefix(4))
    }

    /// Reads a verifier key.
    package init(reading text: String) throws {
        let fields = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let bytes = Base64.bytes(fields[2]), let kind = bytes.first.flatMap(Kind.init),
            bytes.count == 33
        else { throw AuditError.malformedVerifierKey }
        try self.init(name: String(fields[0]), kind: kind, key: VerifyingKey(Array(bytes.dropFirst())))
        guard Hexadecimal.text(keyID) == fields[1] else { throw AuditError.malformedVerifierKey }
    }

    /// The key as text.
    package var encoded: String {
        "\(name)+\(Hexadecimal.text(keyID))+\(Base64.text([kind.rawValue] + key.bytes))"
    }

    /// Checks a signature; `nil` if it is false, else the time that a witness vouches for.
    func verify(_ signature: NoteSignature, over text: String) -> (time: UInt64?, isTrue: Bool)? {
        switch kind {
        case .log:
            guard let own = try? Signature(signature.bytes), own.verify(Array(text.utf8), by: key) else { return nil }
            return (nil, true)
        case .witness:
            guard let seconds = UInt64(bigEndian: signature.bytes.prefix(8)),
                let own = try? Signature(Array(signature.bytes.dropFirst(8))),
                own.verify(Self.witnessed(text, at: seconds), by: key)
            else { return nil }
            return (seconds, true)
        }
    }

    /// What a witness signs: that it saw the text at that time.
    static func witnessed(_ text: String, at seconds: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
    }
}
