// The private half of a key that signs notes.
package import Cryptography

/// A named Ed25519 key that signs a log's checkpoints or, as a witness, that it saw them.
package struct NoteKey: ~Copyable {
    /// The public half.
    package let verifier: NoteVerifier
    private let key: SigningKey

    /// Names a signing key.
    package init(name: String, kind: NoteVerifier.Kind = .log, key: consuming SigningKey) throws {
        verifier = try NoteVerifier(name: name, kind: kind, key: key.publicKey)
        self.key = key
    }

    /// A copy of the private half's 32 bytes, to be kept sealed.
    package var secret: SecretBytes { key.seed.copy() }

    /// Signs a note's text; a witness also says when, in seconds of UTC since 1970.
    borrowing func sign(_ text: String, at seconds: UInt64) throws -> NoteSignature {
        let bytes =
            switch verifier.kind {
            case .log: try key.sign(Array(text.utf8)).bytes
            case .witness:
                seconds.bigEndianBytes + (try key.sign(NoteVerifier.witnessed(text, at: seconds)).bytes)
            }
        return NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: bytes)
    }
}
