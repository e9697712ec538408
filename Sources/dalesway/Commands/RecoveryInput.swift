// Where the recovery key comes from when it is needed: files, or the terminal; never an argument.

import CaseStore
import Cryptography

/// The recovery key, or the shares of it, as a user brings them.
enum RecoveryInput {
    /// Reads one key or two shares: from the files that are named, else from the terminal, a second one if it is needed.
    static func read(files: [String]) throws -> [String] {
        guard files.isEmpty else {
            return try files.map { path in
                text(try Passphrase.firstLine(ofFile: path, called: "the file \(path)", of: "recovery key"))
            }
        }
        let terminal = Passphrase(descriptor: nil, file: nil)
        let first = text(try terminal.read("Recovery key, or one of its shares: "))
        guard try CaseStore.isShare(first) else { return [first] }
        return [first, text(try terminal.read("Another share: "))]
    }

    private static func text(_ secret: borrowing SecretBytes) -> String {
        String(decoding: secret.plainCopy(), as: UTF8.self)
    }
}
