// A data subject's log key: with it their entries are found and their details read; without it neither.
package import Cryptography

/// The key by which one data subject's entries in the log are found and their details opened.
///
/// Destroying it is what erasure does to the log: no leaf changes, and nothing leads back to the person.
package final class LogKey: Sendable {
    let key: SecretBytes
    let detailKey: SecretBytes

    /// Makes a new key.
    package convenience init() throws {
        try self.init(SecretBytes(random: 32))
    }

    /// Takes a key from its 32 bytes.
    package init(_ key: consuming SecretBytes) throws {
        detailKey = try HKDFSHA256.derive(from: key, for: "dalesway audit detail v1")
        self.key = key
    }

    /// A copy of the 32 bytes, to be kept in the encrypted store.
    package var secret: SecretBytes { key.copy() }

    /// What is coded for a leaf's handle.
    static func message(_ seq: Int) -> [UInt8] { Array("sub".utf8) + UInt64(seq).bigEndianBytes }

    /// The handle under which this subject stands in leaf `seq`: HMAC(key, "sub" || seq as 8 bytes), first 16 bytes.
    ///
    /// Handles of one person in two leaves cannot be told to be one person's without the key.
    package func handle(at seq: Int) throws -> [UInt8] {
        Array(try HMACSHA256.code(of: Self.message(seq), under: key).bytes.prefix(16))
    }
}
