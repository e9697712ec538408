// Signatures on acts, and who can be shown to have done them.
package import Cryptography

extension Roster {
    /// Whether `signature` is that account's own on that act; an account's keys never change, so it holds for ever.
    package func verify(
        _ signature: Signature, by user: String, on act: String, _ statement: CanonicalValue
    ) -> Bool {
        guard let account = users[user] else { return false }
        return signature.verify(Self.message(act, statement, store: store), by: account.signing)
    }

    static func message(_ act: String, _ statement: CanonicalValue, store: StoreID) -> [UInt8] {
        let value = CanonicalValue.object([
            "act": .text(act), "statement": statement, "store": .bytes(store.bytes), "v": .number(1),
        ])
        return Array("dalesway signed act v1\n".utf8) + value.encoded
    }
}
