// Passphrases that are tried first: whole phrases that everybody knows, and the words and habits that weak ones are made of.

/// What guessers try before anything else, compiled for this program.
///
/// A passphrase that is one of the phrases is refused. So is one that falls into so few weak pieces (a common word, a year, a
/// run along the alphabet or the keyboard, one piece again) that trying all of their kind is quick work.
enum CommonPassphrases {
    /// The bits below which a passphrase counts as common.
    static let leastBits = 46.0

    /// Whether a passphrase, given as its letters and digits in lower case, is one that is tried early.
    static func contains(_ letters: String) -> Bool {
        let plain = unmasked(letters)
        // So long a text is not tried piece by piece; whether it repeats itself is asked elsewhere.
        guard letters.count <= 64 else { return phrases.contains(letters) || phrases.contains(plain) }
        return phrases.contains(letters) || phrases.contains(plain)
            || min(bits(of: Array(letters)), bits(of: Array(plain))) < leastBits
    }

    /// The letters that digits and signs stand for when people mask a word with them.
    private static func unmasked(_ text: String) -> String {
        let masks: [Character: Character] = ["0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b"]
        return String(text.map { masks[$0] ?? $0 })
    }

    /// About how many bits it takes to guess a text piece by piece, at the cheapest way of parting it.
    private static func bits(of text: [Character]) -> Double {
        var best = [Double](repeating: .infinity, count: text.count + 1)
        best[0] = 0
        for start in text.indices {
            func reach(_ length: Int, _ cost: Double) {
                best[start + length] = min(best[start + length], best[start] + cost)
            }
            reach(1, text[start].isNumber ? 3.4 : 4.8)
            for length in 2...max(2, min(longest, text.count - start)) where start + length <= text.count {
                let piece = Array(text[start..<start + length])
                if words.contains(String(piece)) { reach(length, 8.5) }
                if length == 4, isYear(piece) { reach(length, 6.5) }
                if length >= 3, isRun(piece) { reach(length, 6) }
                if length >= 3, isEarlier(piece, in: text[..<start]) { reach(length, 3) }
            }
        }
        return best[text.count]
    }

    private static func isYear(_ piece: [Character]) -> Bool {
        Int(String(piece)).map { (1900...2049).contains($0) } ?? false
    }

    /// Whether each character follows the one before it in the alphabet, among the digits or along the keyboard, or is the
    /// same.
    static func isRun(_ piece: [Character]) -> Bool {
        guard piece.count > 1, piece[0] == piece[1] || neighbours.contains(String(piece[..<2])) else { return false }
        let text = String(piece)
        return Set(piece).count == 1 || rows.contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }

    private static func isEarlier(_ piece: [Character], in text: ArraySlice<Character>) -> Bool {
        text.indices.contains { text[$0...].starts(with: piece) }
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "12345678901234567890123456789012345678901234567890",
        "01234567890123456789012345678901234567890123456789", "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp", "135791113151719",
        "2468101214161820", "qweasdzxc", "112233445566778899", "aabbccddeeffgghhii", "314159265358979323846",
        "27182818284590452353", "azertyuiopqsdfghjklmwxcvbn", "zyxwvutsrqponmlkjihgfedcba",
    ]

    /// Every two characters that stand side by side in a row.
    private static let neighbours = Set(
        rows.flatMap { row in zip(row, row.dropFirst()).flatMap { ["\($0)\($1)", "\($1)\($0)"] } })

    private static let longest = words.map(\.count).max() ?? 2
}
