// What a leaf says of a detail without saying it.
package import Cryptography

/// A commitment to one detail: HMAC-SHA-256 under a random salt over the detail's canonical bytes.
///
/// With salt and detail anyone can check it; once the salt is destroyed it says nothing, even to who guesses right.
package enum Commitment {
    /// How long a salt is.
    package static let saltCount = 32

    /// The commitment to `detail` under `salt`.
    package static func to(_ detail: CanonicalValue, salt: [UInt8]) throws -> Digest {
        try to(detail.encoded, salt: salt)
    }

    static func to(_ detail: [UInt8], salt: [UInt8]) throws -> Digest {
        try HMACSHA256.code(of: detail, under: SecretBytes(copying: salt))
    }
}
