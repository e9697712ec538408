// The witnesses whose signatures under the log's checkpoints count.
package import AuditLog
import Cryptography

/// A witness's key, and whose act it was to trust it.
package struct TrustedWitness: Hashable, Sendable {
    /// The witness's name and public key.
    package let key: NoteVerifier
    /// The handle of the account that named it.
    package let account: String
    /// When, in milliseconds of UTC since 1970.
    package let at: Int64

    init(_ key: NoteVerifier, by account: String, at moment: Int64) {
        (self.key, self.account, at) = (key, account, moment)
    }

    private init?(_ value: CanonicalValue) {
        guard let key = value["key"]?.text.flatMap({ try? NoteVerifier(reading: $0) }), key.kind == .witness,
            let account = value["by"]?.text, let moment = value["at"]?.number
        else { return nil }
        self.init(key, by: account, at: moment)
    }

    /// The list as it stands in the store.
    static func encoded(_ witnesses: [TrustedWitness]) -> [UInt8] {
        CanonicalValue.object([
            "v": .number(1),
            "witnesses": .list(
                witnesses.map {
                    .object(["at": .number($0.at), "by": .text($0.account), "key": .text($0.key.encoded)])
                }),
        ]).encoded
    }

    /// Reads the list.
    ///
    /// - Throws: `StoreError` if it is damaged.
    static func list(_ bytes: [UInt8]?) throws -> [TrustedWitness] {
        guard let bytes else { return [] }
        let listed = CanonicalValue(bytes)?["witnesses"]?.list ?? []
        let witnesses = listed.compactMap { TrustedWitness($0) }
        guard !listed.isEmpty, witnesses.count == listed.count, encoded(witnesses) == bytes else {
            throw StoreError(.damaged, "The list of the log's witnesses is damaged.")
        }
        return witnesses
    }
}

/// A checkpoint that a witness signed.
package struct Witnessed: Hashable, Sendable {
    /// The witness's name.
    package let witness: String
    /// The size of the log that the checkpoint covers.
    package let size: Int
    /// When the witness signed, in seconds of UTC since 1970.
    package let seconds: UInt64
    /// The whole note, with the witness's line.
    package let note: String
    /// Whether the store had this very line already.
    package var isKnown = false
}
