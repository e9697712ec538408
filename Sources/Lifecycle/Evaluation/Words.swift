// Small turns of phrase that refusals share.

/// Turns of phrase.
enum Words {
    /// `a, b or c`.
    static func list(_ items: [String], last: String) -> String {
        guard let end = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(last) \(end)"
    }

    /// Who may decide, in words.
    static func decider(_ decider: Decider) -> String {
        decider.organisation.map { "\(decider.role) (\($0.rawValue))" } ?? decider.role
    }

    /// What a value of that type looks like.
    static func type(_ type: FieldType) -> String {
        switch type {
        case .text: "words, not blank"
        case .day: "a day, as 2018-10-31"
        case .choice(let choices): "one of \(list(choices, last: "or"))"
        case .reference(let kind): "a reference such as \(kind.prefix)-0001"
        case .count(let min, let max):
            switch (min, max) {
            case (let min?, let max?): "a whole number from \(min) to \(max)"
            case (let min?, nil): "a whole number not below \(min)"
            case (nil, let max?): "a whole number not above \(max)"
            case (nil, nil): "a whole number"
            }
        case .flag: "yes or no"
        }
    }

    /// The days between which a record must have begun.
    static func span(_ inForce: InForce) -> String {
        switch (inForce.from, inForce.to) {
        case (let from?, let to?): "from \(from.iso) to \(to.iso)"
        case (let from?, nil): "on or after \(from.iso)"
        case (nil, let to?): "on or before \(to.iso)"
        case (nil, nil): "on any day"
        }
    }

    /// The field's name if it could be one; a name that could not be is the user's own text and is not repeated.
    static func safe(_ name: String) -> String {
        let plain = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
        }
        return plain && (1...32).contains(name.utf8.count) ? name : "a field"
    }
}
