// The words for bodies, ranks and compartments on a command line.

import Access
import Lifecycle

extension Organisation: Spoken {
    static func read(_ word: String) -> Organisation? {
        switch word {
        case "police": .police
        case "council": .council
        case "prosecution": .prosecution
        case "court": .court
        case "other": .other
        default: Organisation(rawValue: word)
        }
    }

    static var placeholder: String { "BODY" }
    static var choices: [String] { ["police", "council", "prosecution", "court", "other"] }
}

extension Rank: Spoken {
    static func read(_ word: String) -> Rank? { word.isEmpty ? nil : Rank(rawValue: word.lowercased()) }
    static var placeholder: String { "RANK" }
    static var expected: String { "a rank, such as sergeant" }
}

extension Compartment: Spoken {
    static var placeholder: String { "COMPARTMENT" }
}
