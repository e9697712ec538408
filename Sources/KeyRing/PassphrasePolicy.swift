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
        guard !common.contains(letters), !isRun(letters) else { return .common }
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

    /// Whether each character follows the one before it in the alphabet, among the digits or along a keyboard's row.
    private static func isRun(_ text: String) -> Bool {
        rows.contains { row in row.contains(text) || String(row.reversed()).contains(text) }
    }

    private static let rows = [
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "12345678901234567890123456789012345678901234567890",
        "01234567890123456789012345678901234567890123456789", "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp",
    ]

    // Long ones only: the short ones fail by their length. Written as their letters and digits alone.
    private static let common: Set<String> = [
        "passwordpassword", "passwordpassword1", "password123456789", "password1234567890", "mypasswordissecret",
        "thisismypassword", "thisisapassword", "thisismypassphrase", "changemechangeme", "changethispassword",
        "pleasechangeme123", "letmeinletmeinnow", "administrator123", "administrator1234", "administratoradmin",
        "adminadminadmin1", "welcomewelcome123", "welcometothejungle", "correcthorsebatterystaple", "tobeornottobe123",
        "tobeornottobethatisthequestion", "maytheforcebewithyou", "iloveyouiloveyou1", "iloveyousomuch123",
        "iloveyouforever1", "qwertyqwerty1234", "qwerty1234567890", "qwertyuiop123456", "asdfghjkl1234567",
        "zxcvbnm123456789", "1234567890qwerty", "123456789abcdefg", "abcdefg123456789", "abcd1234abcd1234",
        "passphrasepassphrase", "onceuponatimeinaland", "thequickbrownfox", "thequickbrownfoxjumpsoverthelazydog",
        "jumpsoverthelazydog", "manchesterunited1", "manchestercityfc", "leedsunitedfc1919", "liverpoolfootballclub",
        "westyorkshirepolice", "westyorkshirepolice1", "bradfordcouncil123", "operationdalesway", "daleswaydalesway1",
        "youllneverwalkalone", "marchingontogether", "godsavethequeen12", "godsavetheking123", "ruleukbritannia1",
        "rulebritannia1234", "supercalifragilisticexpialidocious", "opensesameopensesame", "trustno1trustno1x",
        "nopasswordrequired", "idontknowmypassword", "whatismypassword", "iforgotmypassword", "secretsecretsecret1",
        "topsecretpassword", "monkeymonkeymonkey1", "dragondragondragon1", "sunshinesunshine1", "princessprincess1",
        "footballfootball1", "baseballbaseball1", "starwarsstarwars1", "summersummer2024", "wintersummerautumn",
        "springsummerautumnwinter", "januaryfebruarymarch", "mondaytuesdaywednesday", "onetwothreefourfive",
        "redorangeyellowgreenblue", "london2012olympics", "internetexplorer", "microsoftwindows", "microsoftwindows10",
    ]
}
