// The case file's own words on a command line.

import Access
import Lifecycle
import Printing

extension Day: Spoken {
    static func read(_ word: String) -> Day? { Day(word) }
    static var placeholder: String { "DAY" }
    static var expected: String { "a day, such as 2018-10-31" }
}

extension Interval: Spoken {
    static func read(_ word: String) -> Interval? { Interval(word) }
    static var placeholder: String { "DAY|DAY..DAY" }
    static var expected: String { "a day or a range of days, such as 2018-10-31 or 2018-10-01..2018-10-31" }
}

extension Reference: Spoken {
    static func read(_ word: String) -> Reference? { Reference(word) }
    static var placeholder: String { "REF" }
    static var expected: String { "a reference, such as INV-0001" }
}

extension RecordKind: Spoken {
    static var placeholder: String { "KIND" }
}

extension Chapter: Spoken {
    static func read(_ word: String) -> Chapter? {
        MachineID(rawValue: word.uppercased()).map { .machine($0) } ?? named[word.lowercased()]
    }
    static var placeholder: String { "CHAPTER" }
    static var expected: String { "one of: \(choices.joined(separator: ", "))" }
    static var choices: [String] { MachineID.allCases.map(\.rawValue) + named.keys.sorted() }
}

extension Recipient: Spoken {
    static func read(_ word: String) -> Recipient? { Recipient(word) }
    static var placeholder: String { "RECIPIENT" }
    static var expected: String { "a name of at most \(mostCharacters) characters in one line" }
}

extension Role: Spoken {
    static var placeholder: String { "ROLE" }
}

extension ReportFormat: Spoken {
    static var placeholder: String { "FORM" }
}
