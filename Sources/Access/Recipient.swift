// To whom data goes that is disclosed.

/// Somebody outside to whom data is handed, as the user names them; it stands in the log's details and in no leaf.
package struct Recipient: Hashable, Sendable {
    /// The most characters that a name may have.
    package static let mostCharacters = 200

    /// The name, in one line.
    package let name: String

    /// Takes a name; nil if it is empty, too long, or more than one line.
    package init?(_ name: String) {
        let name = Reason.trimmed(name[...])
        guard !name.isEmpty, name.count <= Self.mostCharacters, Reason.isOneLine(name),
            !name.hasPrefix(Self.accountPrefix)
        else { return nil }
        self.name = name
    }

    /// How the log names an account to whom data goes: by its handle, since names are kept elsewhere.
    package static func account(_ handle: String) -> String { accountPrefix + handle }

    /// The handle of the account that is named so; nil if it is no account.
    package static func handle(in recipient: String) -> String? {
        guard recipient.hasPrefix(accountPrefix) else { return nil }
        return String(recipient.dropFirst(accountPrefix.count))
    }

    private static let accountPrefix = "account:"
}
