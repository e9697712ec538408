// A small case file in memory, with every kind of record that has a lifecycle: the rules are let loose on it.

import Lifecycle

/// Numbers that look random and are the same each time.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// One record of the world.
struct Figurine {
    var machine: Machine
    var state: State
    var past: [State]
    var links: [String: Int]
    var facts: [String: String]
    var happenings: [(Happening, World)] = []
    /// Whether the mere passing of days moved it, which its happenings do not tell.
    var timed = false
}

/// The whole case file, as a value: a copy is how it stood at some time.
struct World {
    var records: [Figurine] = []
    let begun: Day

    mutating func add(_ id: MachineID, _ links: [String: Int] = [:], _ facts: [String: String] = [:]) throws -> Int {
        guard let machine = RuleBook.current.machine(id) else { throw Missing() }
        records.append(
            Figurine(machine: machine, state: machine.initial, past: [machine.initial], links: links, facts: facts))
        return records.count - 1
    }

    struct Missing: Error {}

    /// One investigation, two suspects with custody and charges, two victims with support, submissions, prosecutions.
    init(begun: Day) throws {
        self.begun = begun
        let investigation = try add(.a)
        let inside = ["investigation": investigation]
        let second = try add(.a)
        _ = try add(.d1, inside)
        _ = try (add(.d2, inside), add(.d2, inside))
        let prosecutions = try [add(.d3, inside), add(.d3, inside)]
        let victims = try [add(.c1, inside), add(.c1, inside)]
        for victim in victims {
            let ofVictim = inside.merging(["victim": victim]) { $1 }
            _ = try (add(.c2, ofVictim, ["type": "ISVA"]), add(.c3, ofVictim), add(.c3, ofVictim))
            _ = try add(.c5, ofVictim, ["kind": victim == victims[0] ? "counselling" : "health"])
        }
        _ = try (add(.f1, inside), add(.f2), add(.t1, inside))
        for place in 0..<2 {
            let suspect = try add(.b1, inside)
            var links = inside
            links["suspect"] = suspect
            _ = try add(.b2, links)
            links["victim"] = victims[place]
            _ = try add(.c4, links, ["scheme": place == 0 ? "police" : "CPS"])
            links["prosecution"] = prosecutions[place]
            for role in place == 0 ? ["PRIMARY", "ANCILLARY"] : ["PRIMARY", "PRIMARY"] {
                _ = try add(.b3, links, ["role": role])
            }
        }
        _ = second
    }

    /// The world as the record at that place sees it.
    func around(_ place: Int) -> View { View(world: self, place: place) }

    struct View: Surroundings {
        let world: World
        let place: Int

        func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
            found(condition, fields).map(\.state)
        }

        func latest(_ condition: Condition, fields: [String: FieldValue]) -> [(state: State, event: String?)] {
            found(condition, fields).map { record in
                let events = record.happenings.map(\.0.attempt.event)
                return (record.state, events.last(where: condition.amongEvents.contains))
            }
        }

        private func found(_ condition: Condition, _ fields: [String: FieldValue]) -> [Figurine] {
            if condition.link.hasPrefix("field:") {
                let named = fields[String(condition.link.dropFirst(6))]?.reference
                return named.map { [world.records[$0.number]] } ?? []
            }
            return world.records.indices.filter {
                world.isLinked($0, by: condition.link, to: place)
                    && world.records[$0].machine.record == condition.record
            }.map { world.records[$0] }.filter { record in
                condition.whereField.allSatisfy { $1.contains(record.facts[$0] ?? "") }
            }
        }
    }

    /// Whether a link, as a condition or a trigger of the record at `place` names it, finds another record.
    func isLinked(_ other: Int, by link: String, to place: Int) -> Bool {
        if link == "this" || link == "self" { return other == place }
        if link.hasPrefix("own:") { return records[place].links[String(link.dropFirst(4))] == other }
        return records[other].links[link] == place
    }

    /// A lawful attempt under a rule: records that a field names are chosen at random.
    func attempt(_ rule: Rule, on day: Day, with dice: inout Dice) -> Attempt? {
        var attempt = rule.attempt()
        attempt.when = Interval(day)
        for requirement in rule.requires {
            switch requirement.type {
            case .reference(let kind):
                let places = records.indices.filter { records[$0].machine.record == kind }
                guard let place = places.randomElement(using: &dice) else { continue }
                attempt.fields[requirement.field] = .reference(Reference(kind: kind, number: place))
            case .day: attempt.fields[requirement.field] = .day(day)
            case .text, .choice, .count, .flag: break
            }
        }
        return attempt
    }

    /// Records a step, with the change of link that a field may bring.
    mutating func take(_ step: Step, _ attempt: Attempt, at place: Int) {
        let before = self
        let happening = Happening(id: "EV-\(place)-\(records[place].happenings.count)", attempt)
        records[place].happenings.append((happening, before))
        records[place].state = step.to
        records[place].past.append(step.to)
        for (field, value) in attempt.fields where field == "submission" || field == "prosecution" {
            if let other = value.reference { records[place].links[field] = other.number }
        }
    }
}
