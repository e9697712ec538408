// Everything that is made up: names, places, words. All of it is plain to see as fiction.

import Interchange
import Lifecycle

/// Inventions: the same for the same number, and never anybody's.
enum Invented {
    private static let firstNames = [
        "Abelard", "Bettany", "Corwin", "Delphine", "Esmond", "Florian", "Godiva", "Hesper", "Isembard", "Jessamy",
        "Kestrel", "Lorimer", "Melisande", "Norbert", "Ottoline", "Peregrine", "Quentin", "Rosamund", "Sorrel",
        "Tarquin",
        "Ursula", "Valentine", "Wilfrida", "Xanthe", "Yorick", "Zebedee",
    ]
    /// Wards of the district, so that areas can be shown: two of each constituency, dealt round and saying nothing of any
    /// of them; a place outside the district; and none.
    private static let wards = [
        "Bradford Moor", "Royds", "Toller", "Craven", "Baildon", "Eccleshill", "Wyke", "Heaton", "Ilkley", "Shipley",
        "Nowhere Heath", nil,
    ]
    private static let groups = [
        "white british", "asian", "white other", "mixed", "black", "other", "not asked", "declined", "not recorded",
    ]
    private static let sources = [
        "police", "school", "social care", "health", "self or family", "voluntary sector", "other", nil,
    ]

    /// The fields of an invented person: a suspect, or a victim if `isVictim`.
    static func person(_ number: Int, isVictim: Bool) -> [String: Scalar] {
        let surname = isVictim ? "Makebelieve" : "Testcase"
        let year = isVictim ? 1985 + number * 7 % 14 : 1955 + number * 11 % 35
        let born = Day(year: year, month: 1 + number * 5 % 12, day: 1 + number * 3 % 28)
        let name = "\(firstNames[number * 7 % firstNames.count]) \(surname) \(number)"
        var fields: [String: Scalar] = [
            "name": .text(name), "address": .text("\(1 + number % 90) Nowhere Street, Fictionborough"),
            "sex": .text(isVictim && number % 9 != 0 || !isVictim && number % 20 == 0 ? "female" : "male"),
            "ethnicity": .text(groups[(number * 5 + number / groups.count) % groups.count]),
            "ethnicity_source": .text(number % 3 == 0 ? "officer-perceived" : "self-defined"),
        ]
        if let ward = wards[(number * 7 + number / wards.count) % wards.count] { fields["ward"] = .text(ward) }
        if let born { fields["born"] = .text(born.iso) }
        if isVictim { fields["safe_contact"] = .text("Fictional: by text only, never after four o'clock") }
        return fields
    }

    /// The fields of an invented potential victim's record.
    static func victim(_ number: Int) -> [String: Scalar] {
        var fields: [String: Scalar] = ["concern": .text("A fictional concern")]
        if let source = sources[(number * 3 + number / sources.count) % sources.count] {
            fields["referral_source"] = .text(source)
        }
        return fields
    }

    /// How many days before it was recorded an invented crime was last committed: years, as a rule; nil where it is not known.
    static func daysBefore(crime number: Int) -> Int? {
        switch number % 5 {
        case 2: 200
        case 4: nil
        case _: 2_000 + number * 37
        }
    }

    /// A value for a field that nobody gave; nil for a reference, which must name a record.
    static func value(for requirement: Requirement, on day: Day) -> Scalar? {
        switch requirement.type {
        case .text: .text(words[requirement.field] ?? "Fictional entry")
        case .day: .text((later[requirement.field].map { day.adding(days: $0) } ?? day).iso)
        case .choice(let choices): choices.first.map { .text($0) }
        case .count(let least, _): .number(least ?? 1)
        case .flag: .flag(true)
        case .reference: nil
        }
    }

    /// Whoever decides, of the kind that a rule asks for.
    static func decider(_ decider: Decider) -> DecisionMaker {
        let rank: Rank =
            switch decider.organisation {
            case .prosecution: "senior crown prosecutor"
            case .court: "judge"
            case .police, .council, .other, nil: decider.ranks.first ?? "officer"
            }
        let name =
            switch decider.organisation {
            case .prosecution: "P. Invented"
            case .court: "Fictionborough Crown Court"
            case .police, .council, .other, nil: "S. Fictitious"
            }
        return DecisionMaker(name: name, rank: rank, organisation: decider.organisation)
    }

    private static let words = [
        "station": "Fictionborough police station", "place": "Fictionborough police station",
        "offence": "A fictional offence", "grounds": "Fictional grounds, from a fictional account",
        "provider": "The Storybridge Centre", "to_provider": "The Nowhere Centre",
        "agreed_with": "The fictional other agency", "safe_contact": "Fictional: by text only",
        "strategy": "A fictional contact plan", "court_name": "Fictionborough Magistrates' Court",
        "rationale": "Fictional reasons", "sentence": "A fictional sentence",
    ]
    /// How many days after the event a day lies that has yet to come.
    private static let later = ["review_on": 28, "offer_again_on": 90, "return_on": 84, "due_on": 21, "start": 90]
}
