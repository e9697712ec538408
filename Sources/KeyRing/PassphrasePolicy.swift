// Which passphrases are good enough.
internal import Cryptography

/// What is asked of a passphrase that a user chooses.
///
/// A generated one needs no check.
package enum PassphrasePolicy {
    /// The fewest characters.
    package static let leastCharacters = 15
    /// The fewest different characters.
    package static let leastDifferentCharacters = 6
    /// The most bytes, as UTF-8 in normal form KC.
    package static let mostBytes = 1024

    /// Why a passphrase was not taken.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// It is too short.
        case tooShort
        /// It is too long.
        case tooLong
        /// It repeats a few characters or one short piece.
        case repetitive
        /// It is one of those that are tried first.
        case common
        /// It is made of the user's own name.
        case namesUser
        /// It holds a line break or another control character.
        case controlCharacter

        package var description: String {
            switch self {
            case .tooShort: "A passphrase must have at least 15 characters; several unrelated words do well."
            case .tooLong: "A passphrase may have at most 1,024 bytes."
            case .repetitive: "This passphrase repeats itself: choose one with more different characters."
            case .common: "This passphrase is one of those that are tried first: choose another."
            case .namesUser: "A passphrase must be more than the user's name."
            case .controlCharacter: "A passphrase may not hold a line break or another control character."
            }
        }
    }

    /// What is wrong with a passphrase for the user of that name; `nil` if nothing is.
    package static func fault(in passphrase: String, for name: String) -> Fault? {
        let form = CompatibilityForm.of(passphrase)
        guard form.utf8.count <= mostBytes else { return .tooLong }
        guard !form.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return .controlCharacter
        }
        guard form.count >= leastCharacters else { return .tooShort }
        let letters = plain(form)
        guard Set(form).count >= leastDifferentCharacters, !isRepeated(letters) else { return .repetitive }
        guard !CommonPassphrases.contains(letters) else { return .common }
        let own = plain(CompatibilityForm.of(name))
        guard own.isEmpty || letters.replacing(own, with: "").count >= 8 else { return .namesUser }
        return nil
    }

    /// The letters and digits alone, in lower case: what is left when someone adds a space or an exclamation mark.
    private static func plain(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Whether the whole is one piece of at most a third of its length, over and over.
    private static func isRepeated(_ text: String) -> Bool {
        let characters = Array(text)
        guard characters.count >= 3 else { return true }
        return (1...characters.count / 3).contains { period in
            characters.indices.dropFirst(period).allSatisfy { characters[$0] == characters[$0 - period] }
        }
    }
}
