// How the keyring names accounts and compares their names.
internal import Cryptography

/// Names of accounts.
package enum AccountName {
    /// The spelling under which a name is kept and found: normal form KC without outer spaces; `nil` if unusable.
    package static func form(_ name: String) -> String? {
        let scalars = CompatibilityForm.of(name).unicodeScalars
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return nil }
        let name = String(scalars[first...last])
        let isHidden = name.unicodeScalars.contains { scalar in
            [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned].contains(
                scalar.properties.generalCategory)
        }
        return isHidden || name.count > 64 || name.utf8.count > 256 ? nil : name
    }

    /// Draws the random handle of a new account, by which the log and the rows know it.
    static func handle() throws -> String {
        "u-" + Hexadecimal.text(try Random.bytes(8))
    }
}
