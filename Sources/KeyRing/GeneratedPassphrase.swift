// Passphrases that the program makes for those who would rather not.
internal import Cryptography

/// A passphrase of six random words, which is almost 65 bits: with scrypt before it, out of anyone's reach.
package enum GeneratedPassphrase {
    /// How many words a passphrase has.
    package static let wordCount = 6

    /// Draws a passphrase: lower-case words with a space between.
    package static func draw() throws -> String {
        var words: [String] = []
        let count = UInt64(WordList.words.count)
        // Numbers above the last whole multiple of the list's length would favour its first words.
        let fair = UInt64.max - UInt64.max % count
        while words.count < wordCount {
            let number = try Random.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
            if number < fair { words.append(WordList.words[Int(number % count)]) }
        }
        return words.joined(separator: " ")
    }
}
