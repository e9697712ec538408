// What can go wrong between us and the cipher library, and the sentence that says so.

/// A failure of the cryptography itself, never of what was being protected.
///
/// No case holds a key, a passphrase or any part of what was sealed, so each may be printed and logged.
package enum CryptographyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The cipher library refused to do its work; the payload names the operation.
    case libraryFailed(String)
    /// The operating system gave no random bytes.
    case noRandomness
    /// A key, salt or signature is not as long as it must be.
    case wrongLength(of: String, expected: Int, found: Int)
    /// A sealed value does not open: another key, another place, or altered bytes.
    case doesNotOpen
    /// A public key from outside cannot be used for an agreement.
    case unusablePublicKey
    /// The cost asked of scrypt is not one that this program accepts.
    case unacceptableCost

    package var description: String {
        switch self {
        case .libraryFailed(let operation): "The cipher library could not do its work (\(operation))."
        case .noRandomness: "The operating system gave no random bytes, so no key can be made."
        case .wrongLength(let thing, let expected, let found):
            "A \(thing) must be \(expected) bytes long; this one has \(found)."
        case .doesNotOpen: "A sealed value does not open: it was altered, moved, or sealed under another key."
        case .unusablePublicKey: "A public key cannot be used: it is not a valid X25519 key."
        case .unacceptableCost: "The cost of the passphrase derivation is outside what this program accepts."
        }
    }
}
