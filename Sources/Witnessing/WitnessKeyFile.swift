// The file `witness`: who the witness is, and its key under its passphrase.
import AuditLog
import Cryptography
import KeyRing

/// A witness's name and public key in the clear, and its private key sealed.
///
/// Canonical JSON and a newline; `docs/formats-audit.md` describes it.
struct WitnessKeyFile: Hashable, Sendable {
    static let name = "witness"
    private static let format = "dalesway witness"
    private static let version: Int64 = 1
    private static let purpose = "witness"

    let verifier: NoteVerifier
    private let seal: PassphraseSeal

    /// Draws a key for a new witness.
    init(name: String, passphrase: borrowing Passphrase, cost: ScryptCost) throws {
        guard name.utf8.count <= 200, let key = try? NoteKey(name: name, kind: .witness, key: SigningKey()) else {
            throw WitnessError.unusableName
        }
        verifier = key.verifier
        seal = try PassphraseSeal(
            key.secret, under: passphrase, for: Self.purpose, context: Self.context(key.verifier), cost: cost)
    }

    /// Reads the file.
    init(reading bytes: [UInt8]) throws {
        guard bytes.last == 0x0A, let value = CanonicalValue(Array(bytes.dropLast())),
            value["format"]?.text == Self.format, let version = value["v"]?.number, version > 0
        else { throw WitnessError.damaged(file: Self.name) }
        guard version <= Self.version else { throw WitnessError.newer(file: Self.name) }
        guard let verifier = value["key"]?.text.flatMap({ try? NoteVerifier(reading: $0) }), verifier.kind == .witness,
            let seal = value["seal"].flatMap({ PassphraseSeal($0) })
        else { throw WitnessError.damaged(file: Self.name) }
        (self.verifier, self.seal) = (verifier, seal)
        guard encoded == bytes else { throw WitnessError.damaged(file: Self.name) }
    }

    var encoded: [UInt8] {
        CanonicalValue.object([
            "format": .text(Self.format), "key": .text(verifier.encoded), "seal": seal.value,
            "v": .number(Self.version),
        ]).encoded + [0x0A]
    }

    /// The key, with the passphrase.
    ///
    /// - Throws: `WitnessError.wrongPassphrase`, or `damaged` if what opens is not the key that the file names.
    func open(with passphrase: borrowing Passphrase) throws -> NoteKey {
        let seed: SecretBytes?
        do {
            seed = try seal.open(with: passphrase, for: Self.purpose, context: Self.context(verifier))
        } catch CryptographyError.doesNotOpen {
            throw WitnessError.damaged(file: Self.name)
        }
        guard let seed else { throw WitnessError.wrongPassphrase }
        let key = try NoteKey(name: verifier.name, kind: .witness, key: SigningKey(seed: seed))
        guard key.verifier == verifier else { throw WitnessError.damaged(file: Self.name) }
        return key
    }

    /// The private key opens under no other name and beside no other public key.
    private static func context(_ verifier: NoteVerifier) -> [UInt8] {
        Array("dalesway witness key v1\n".utf8) + CanonicalValue.object(["key": .text(verifier.encoded)]).encoded
    }
}
