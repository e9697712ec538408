// A made-up operation that grows from month to month: who is in it, and what is published of it.

import DisclosureControl

/// People with characteristics and how far each has come; everything in it is chance.
struct Operation {
    /// One characteristic: its name and its categories, the last "not recorded", with how likely each is.
    private struct Characteristic {
        let name: String
        let categories: [String]
        let weights: [Int]
    }

    private struct Person {
        var traits: [Int]
        var isCharged = false
        var isOpen = true
    }

    /// All categories that there can be; an operation has some of the first ones, the rest is "other", and "not recorded".
    private static let possible: [(name: String, categories: [String], least: Int)] = [
        ("sex", ["female", "male"], 2),
        ("age band at the time", ["10-17", "18-24", "25-34", "35-49", "50-64", "65 and over"], 3),
        ("ethnicity", ["Asian", "Black", "Mixed", "Other", "White"], 2),
        ("constituency", ["East", "Keighley", "Shipley", "South", "West"], 2),
    ]

    private let all: [Characteristic]
    private var chance: SeededGenerator
    private var suspects: [Person] = []
    private var victims: [Person] = []
    /// How many arrests come in a month of arrests, and how many victims.
    private let pace: Int, victimPace: Int
    private let changesItsMind: Bool
    /// Whether figures of it are told elsewhere too.
    let isTalkedOf: Bool
    /// Which breakdowns are published, of those that there could be.
    private let chosen: [Bool]
    /// The day of the last release, counted from 1970-01-01.
    private(set) var day = 17_197

    /// An operation that has been at work for some time.
    init(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        all = Self.possible.map { name, categories, least in
            let count = Int.random(in: least...categories.count, using: &chance)
            let recorded = categories.prefix(count) + (count < categories.count ? ["other"] : [])
            return Characteristic(
                name: name, categories: recorded + ["not recorded"],
                weights: recorded.map { _ in Int.random(in: 1...12, using: &chance) } + [chance.choose([3, 2, 1])])
        }
        self.chance = SeededGenerator(seed: ~seed)
        pace = Int.random(in: 6...30, using: &chance)
        victimPace = Int.random(in: 3...20, using: &chance)
        (changesItsMind, isTalkedOf) = (chance.happens(40), chance.happens(30))
        chosen = [70, 60, 60, 60, 15, 30, 30, 60, 40, 40].map { chance.happens($0) }
        let begun = (Int.random(in: 12...220, using: &chance), Int.random(in: 10...250, using: &chance))
        for _ in 0..<begun.0 { suspects.append(person()) }
        for _ in 0..<begun.1 { victims.append(person()) }
        for place in suspects.indices where chance.happens(15) { suspects[place].isCharged = true }
    }

    private mutating func person() -> Person {
        Person(traits: all.map { chance.choose($0.weights) })
    }

    /// A month goes by: quiet, a few arrests, or a phase of many.
    mutating func month() {
        day += 30 + day % 2
        let arrests = [0, Int.random(in: 1...4, using: &chance), pace][chance.choose([50, 30, 20])]
        for _ in 0..<arrests { suspects.append(person()) }
        let found = [0, Int.random(in: 1...4, using: &chance), victimPace][chance.choose([40, 35, 25])]
        for _ in 0..<found { victims.append(person()) }
        let charging = chance.happens(25)
        for place in suspects.indices where suspects[place].isOpen {
            if charging, chance.happens(6) { suspects[place].isCharged = true }
            if chance.happens(4) { suspects[place].isOpen = false }
        }
        // What was written down turns out to be otherwise, or is written down at last.
        if changesItsMind, !suspects.isEmpty, chance.happens(20) {
            let place = Int.random(in: suspects.indices, using: &chance)
            let trait = Int.random(in: all.indices, using: &chance)
            suspects[place].traits[trait] = chance.choose(all[trait].weights)
        }
    }

    /// Everything that is to be told of this month, as counted.
    func statement(_ id: String) -> Statement {
        let open = suspects.filter(\.isOpen)
        let charged = suspects.filter(\.isCharged)
        let suspected = "people-arrested-or-interviewed", met = "victims-identified-and-interviewed"
        let possible: [Table] =
            all.indices.map { table(suspects, suspected, by: [$0], grows: true) } + [
                table(suspects, suspected, by: [1, 0], grows: true),
                table(charged, "people-charged", by: [0], grows: true),
                table(open, "people-under-police-investigation", by: [1], grows: false),
            ] + (0..<3).map { table(victims, met, by: [$0], grows: true) }
        let tables = zip(possible, chosen).filter(\.1).map(\.0)
        return Statement(
            id, day: day,
            headlines: [
                Headline(suspected, suspects.count, isCumulative: true, isExempt: true),
                Headline("people-charged", charged.count, isCumulative: true, isExempt: true),
                Headline("people-under-police-investigation", open.count, isCumulative: false, isExempt: true),
                Headline(met, victims.count, isCumulative: true, isExempt: false),
            ], tables: tables,
            relations: [
                .within("people-charged", suspected),
                .within("people-under-police-investigation", suspected),
            ])
    }

    private func table(_ people: [Person], _ figure: String, by traits: [Int], grows: Bool) -> Table {
        let rows = all[traits[0]].categories
        let cols = traits.count > 1 ? all[traits[1]].categories : ["n"]
        var counts = rows.map { _ in cols.map { _ in 0 } }
        for person in people {
            counts[person.traits[traits[0]]][traits.count > 1 ? person.traits[traits[1]] : 0] += 1
        }
        return Table(
            ([figure] + traits.map { all[$0].name }).joined(separator: "/"), of: figure, isCumulative: grows,
            rows: rows, cols: cols, counts: counts)
    }
}
