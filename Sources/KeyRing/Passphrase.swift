// A passphrase on its way to becoming a key.
internal import Cryptography

/// A passphrase in the one spelling from which keys are made: Unicode normal form KC, as UTF-8.
package struct Passphrase: ~Copyable, Sendable {
    let bytes: SecretBytes

    /// Takes a passphrase as it was typed.
    package init(_ text: String) {
        bytes = SecretBytes(copying: CompatibilityForm.of(text).utf8)
    }
}
