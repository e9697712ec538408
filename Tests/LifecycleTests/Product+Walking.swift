// From one state of a product to the next: what may be recorded, and what follows by itself.

import Lifecycle

extension Product {
    func set(_ member: Int, to state: UInt8, _ slots: inout Slots) {
        slots[member] = state
        let id = members[member].machine.states[Int(state)].id
        for (memory, slot) in memories[member] {
            if let index = memory.states.firstIndex(of: id) { slots[slot] = UInt8(index + 1) }
        }
    }

    func take(_ move: Move, to state: UInt8, _ slots: inout Slots) {
        set(move.member, to: state, &slots)
        for (memory, slot) in memories[move.member] {
            if let index = memory.events.firstIndex(of: move.rule.event) { slots[slot] = UInt8(index + 1) }
        }
    }

    func found(_ of: Question.Of, _ slots: Slots, _ fields: [String: Int]) -> [Int] {
        switch of {
        case .memory: []
        case .members(let members): members
        case .slot(let slot, let members): slots[slot] == 0 ? [] : [members[Int(slots[slot]) - 1]]
        case .field(let name): fields[name].map { [$0] } ?? []
        }
    }

    func holds(_ question: Question, _ slots: Slots, _ fields: [String: Int]) -> Bool {
        func meets(_ member: Int) -> Bool {
            guard question.states >> UInt64(slots[member]) & 1 == 1 else { return false }
            return question.events[member].map { $0.mask >> UInt64(slots[$0.slot]) & 1 == 1 } ?? true
        }
        if case .memory(let slot) = question.of {
            guard slots[slot] > 0 else { return question.quantifier != .any }
            return (question.states >> UInt64(slots[slot]) & 1 == 1) != (question.quantifier == .none)
        }
        let found = found(question.of, slots, fields)
        return switch question.quantifier {
        case .all: found.allSatisfy(meets)
        case .any: found.contains(where: meets)
        case .none: !found.contains(where: meets)
        }
    }

    /// Where a rule leads with such fields; nil if it is not lawful.
    func destination(_ move: Move, _ slots: Slots, _ fields: [String: Int]) -> UInt8? {
        guard move.from >> UInt64(slots[move.member]) & 1 == 1 else { return nil }
        for (index, question) in move.questions.enumerated() where !move.to.contains(where: { $0.when == index }) {
            guard holds(question, slots, fields) else { return nil }
        }
        for (state, when) in move.to {
            guard let when else { return state }
            if holds(move.questions[when], slots, fields) { return state }
        }
        return nil
    }

    /// Everything that may be recorded in a state, and the state after it once all has followed that follows.
    ///
    /// - Parameter body: is given the rule, the state after it, and how many events followed by themselves.
    func steps(from slots: Slots, _ body: (Move, Slots, Int) -> Void) {
        for place in members.indices {
            for move in moves[place] ?? [] where move.from >> UInt64(slots[place]) & 1 == 1 {
                for fields in choices(move.fields[...]) {
                    guard let state = destination(move, slots, fields) else { continue }
                    var next = slots
                    for (name, _, slot) in move.fields {
                        guard let slot, let target = fields[name] else { continue }
                        let among = all(members[target].machine.record)
                        next[slot] = UInt8((among.firstIndex(of: target) ?? 0) + 1)
                    }
                    take(move, to: state, &next)
                    let followed = settle(&next, after: move)
                    for (member, slot, states) in asked where states >> UInt64(next[member]) & 1 == 0 { next[slot] = 0 }
                    body(move, next, followed)
                }
            }
        }
    }

    func choices(_ fields: ArraySlice<(name: String, choices: [Int?], slot: Int?)>) -> [[String: Int]] {
        guard let first = fields.first else { return [[:]] }
        return choices(fields.dropFirst()).flatMap { rest in
            first.choices.map { choice in
                var all = rest
                all[first.name] = choice
                return all
            }
        }
    }

    /// Lets happen what follows by itself: each rule once for a record, those below first.
    func settle(_ slots: inout Slots, after move: Move) -> Int {
        var happened = [(code: move.code, member: move.member)]
        var fired: Set<String> = []
        var again = true
        while again {
            again = false
            search: for place in order {
                for next in derived[place] ?? [] where next.from >> UInt64(slots[place]) & 1 == 1 {
                    let isSetOff =
                        next.triggers.isEmpty
                        || next.triggers.contains { trigger in
                            let finds = found(trigger.of, slots, [:])
                            return happened.contains { $0.code == trigger.code && finds.contains($0.member) }
                        }
                    guard isSetOff, !fired.contains("\(place) \(next.rule.id)"),
                        let state = destination(next, slots, [:])
                    else { continue }
                    take(next, to: state, &slots)
                    fired.insert("\(place) \(next.rule.id)")
                    happened.append((next.code, place))
                    again = true
                    break search
                }
            }
        }
        return happened.count - 1
    }
}
