// Several machines side by side, as numbers: every state that they can come to together, and what follows by itself in each.

import Lifecycle

/// The machines of one small case file, coupled by their links, prepared for walking through very many states.
///
/// A state is a row of small numbers, the slots: where each record stands, and what a rule can still ask of its past: the
/// latest of the states or events among which a condition looks, and the record to which a link was set.
struct Product {
    /// One record of the case file.
    struct Member {
        let name: String
        let machine: Machine
        var links: [String: Int] = [:]
        var facts: [String: String] = [:]
        /// A record that others look at and that never moves.
        var standsStill: State?
    }

    /// A row of slots.
    typealias Slots = [UInt8]

    /// A question that a condition asks, about a record that is chosen at once or by a slot or a field.
    struct Question {
        enum Of {
            case members([Int])
            /// The records of this list to which a slot points, from 1.
            case slot(Int, [Int])
            case field(String)
            /// The latest state or event that a slot remembers.
            case memory(Int)
        }

        let of: Of
        let quantifier: Quantifier
        /// A bit for each state, or for each remembered thing, that meets it.
        let states: UInt64
        /// Where each record keeps the latest of some events, and a bit for each that meets it.
        let events: [Int: (slot: Int, mask: UInt64)]
    }

    /// A rule of one member.
    struct Move {
        let rule: Rule
        let member: Int
        let from: UInt64
        let questions: [Question]
        let to: [(state: UInt8, when: Int?)]
        /// Fields that name a record of the product, with the slot that each sets.
        let fields: [(name: String, choices: [Int?], slot: Int?)]
        let triggers: [(code: String, of: Question.Of)]
        var code: String { "\(rule.machine.rawValue).\(rule.event)" }
    }

    /// What a slot remembers of a record: the latest state of some, or the latest event of some.
    struct Memory: Hashable {
        let states: [State]
        let events: [String]
    }

    let members: [Member]
    var moves: [Int: [Move]] = [:]
    var derived: [Int: [Move]] = [:]
    /// The members in the order in which what follows by itself is asked of them.
    var order: [Int] = []
    var radices: [Int] = []
    var numbers: [[State: UInt8]] = []
    var memories: [[Memory: Int]] = []
    var links: [[String: Int]] = []
    /// Slots that are forgotten where no rule can ask for them again: the member, the slot, and the states in which one can.
    var asked: [(member: Int, slot: Int, states: UInt64)] = []

    init(_ members: [Member], begun: Day, on day: Day) {
        self.members = members
        numbers = members.map { member in
            Dictionary(
                uniqueKeysWithValues: member.machine.states.enumerated().map { ($0.element.id, UInt8($0.offset)) })
        }
        radices = members.map(\.machine.states.count)
        memories = members.map { _ in [:] }
        links = members.map { _ in [:] }
        prepareSlots()
        for place in members.indices where members[place].standsStill == nil {
            for rule in members[place].machine.rules where rule.isLaw(begunOn: begun, on: day) {
                let move = compile(rule, place)
                if rule.followsByItself {
                    derived[place, default: []].append(move)
                } else if rule.kind != .derived || rule.timer {
                    moves[place, default: []].append(move)
                }
            }
        }
        order = members.indices.filter { derived[$0] != nil }.sorted { height($0) < height($1) }
        for place in members.indices where members[place].standsStill == nil {
            for (memory, slot) in memories[place] where memory.events.isEmpty {
                asked.append((place, slot, remembering(slot, place, set: mask(memory.states, numbers[place]))))
            }
            for slot in links[place].values { asked.append((place, slot, remembering(slot, place, set: 0))) }
        }
    }

    /// The state in which every record is new.
    var beginning: Slots {
        var slots = Slots(repeating: 0, count: radices.count)
        for (place, member) in members.enumerated() {
            set(place, to: numbers[place][member.standsStill ?? member.machine.initial] ?? 0, &slots)
        }
        return slots
    }

    /// The row of slots as one number.
    func key(_ slots: Slots) -> UInt128 {
        var key: UInt128 = 0
        for (slot, radix) in zip(slots, radices) { key = key * UInt128(radix) + UInt128(slot) }
        return key
    }

    func slots(_ key: UInt128) -> Slots {
        var rest = key
        var slots = Slots(repeating: 0, count: radices.count)
        for place in radices.indices.reversed() {
            slots[place] = UInt8(rest % UInt128(radices[place]))
            rest /= UInt128(radices[place])
        }
        return slots
    }

    /// Where a record stands.
    func state(_ member: Int, _ slots: Slots) -> State { members[member].machine.states[Int(slots[member])].id }

    func text(_ slots: Slots) -> String {
        members.indices.filter { members[$0].standsStill == nil }
            .map { "\(members[$0].name) \(state($0, slots).rawValue)" }.joined(separator: ", ")
    }
}
