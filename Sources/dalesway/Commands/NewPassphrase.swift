// A passphrase that is to be: read, asked for, or generated.

import CaseStore
import Cryptography

/// A new passphrase that is good enough, and its text where the program made it and must show it once.
struct NewPassphrase: ~Copyable {
    let secret: SecretBytes
    /// The passphrase's text, if it was generated.
    let generated: String?

    /// The passphrase of an account: from a file, generated, or asked for twice on the terminal.
    init(for name: String, file: String?, generate: Bool) throws {
        if generate {
            try self.init(generatedFor: name)
        } else if let file {
            let called = "the file that --new-passphrase-file names"
            try self.init(checking: Passphrase.firstLine(ofFile: file, called: called), for: name)
        } else {
            let terminal = Passphrase(descriptor: nil, file: nil)
            try self.init(checking: terminal.readNew("New passphrase of \(name): "), for: name)
        }
    }

    /// Takes a passphrase if it is good enough.
    ///
    /// - Throws: ``Trouble`` with 65 and the reason where it is not.
    init(checking secret: consuming SecretBytes, for name: String) throws {
        let text = String(decoding: secret.plainCopy(), as: UTF8.self)
        if let fault = CaseStore.passphraseFault(text, for: name) { throw Trouble(fault, .data) }
        self.secret = secret
        generated = nil
    }

    /// Makes one.
    init(generatedFor name: String) throws {
        let text = try CaseStore.generatedPassphrase()
        secret = SecretBytes(copying: text.utf8)
        generated = text
    }
}
