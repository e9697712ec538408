// How the machines of a product are made ready: their slots, and every rule as masks over them.

import Lifecycle

extension Product {
    mutating func prepareSlots() {
        for (place, member) in members.enumerated() {
            func remember(_ memory: Memory) {
                guard memories[place][memory] == nil else { return }
                memories[place][memory] = radices.count
                radices.append(memory.states.count + memory.events.count + 1)
            }
            for condition in member.machine.rules.flatMap(\.conditions) where condition.link == "self" {
                remember(Memory(states: condition.among ?? [], events: condition.amongEvents))
            }
            for condition in members.flatMap(\.machine.rules).flatMap(\.conditions) where condition.asksForEvents {
                guard condition.record == member.machine.record, condition.link != "self" else { continue }
                remember(Memory(states: [], events: condition.amongEvents))
            }
            let asked = member.machine.rules.flatMap { $0.conditions.map(\.link) + $0.triggers.map(\.link) }
            for rule in member.machine.rules {
                for requirement in rule.requires {
                    guard case .reference(let kind) = requirement.type, asked.contains("own:\(requirement.field)"),
                        links[place][requirement.field] == nil
                    else { continue }
                    links[place][requirement.field] = radices.count
                    radices.append(all(kind).count + 1)
                }
            }
        }
    }

    func all(_ kind: RecordKind) -> [Int] { members.indices.filter { members[$0].machine.record == kind } }

    /// The members that a link finds from one of them.
    func of(_ link: String, _ kind: RecordKind, from place: Int) -> Question.Of {
        if link.hasPrefix("field:") { return .field(String(link.dropFirst(6))) }
        if link == "this" { return .members([place]) }
        guard link.hasPrefix("own:") else { return .members(all(kind).filter { members[$0].links[link] == place }) }
        let name = String(link.dropFirst(4))
        if let slot = links[place][name] { return .slot(slot, all(kind)) }
        return .members([members[place].links[name]].compactMap(\.self))
    }

    func compile(_ rule: Rule, _ place: Int) -> Move {
        let here = numbers[place]
        let questions = rule.conditions.map { compile($0, place) }
        let fields = rule.requires.compactMap { requirement -> (name: String, choices: [Int?], slot: Int?)? in
            guard case .reference(let kind) = requirement.type, !all(kind).isEmpty else { return nil }
            let choices: [Int?] = all(kind).filter { $0 != place } + (requirement.needed == .now ? [] : [nil])
            return (requirement.field, choices, links[place][requirement.field])
        }
        return Move(
            rule: rule, member: place, from: mask(rule.from, here), questions: questions,
            to: rule.to.map { to in
                (here[to.state] ?? 0, to.when.flatMap { id in rule.conditions.firstIndex { $0.id == id } })
            },
            fields: fields,
            triggers: rule.triggers.map { trigger in
                let kind = MachineID(rawValue: String(trigger.event.prefix { $0 != "." }))?.record
                return (trigger.event, kind.map { of(trigger.link, $0, from: place) } ?? .members([]))
            })
    }

    func compile(_ condition: Condition, _ place: Int) -> Question {
        if condition.link == "self" {
            let memory = Memory(states: condition.among ?? [], events: condition.amongEvents)
            var mask: UInt64 = 0
            for (index, state) in memory.states.enumerated() where condition.states.contains(state) {
                mask |= 1 << UInt64(index + 1)
            }
            return Question(
                of: .memory(memories[place][memory] ?? 0), quantifier: condition.quantifier, states: mask, events: [:])
        }
        var of = of(condition.link, condition.record, from: place)
        if case .members(let all) = of {
            of = .members(
                all.filter { other in
                    condition.whereField.allSatisfy { $1.contains(members[other].facts[$0] ?? "") }
                })
        }
        let numbers = all(condition.record).first.map { self.numbers[$0] } ?? [:]
        var events: [Int: (slot: Int, mask: UInt64)] = [:]
        if condition.asksForEvents {
            let memory = Memory(states: [], events: condition.amongEvents)
            let mask = condition.events.compactMap { condition.amongEvents.firstIndex(of: $0) }
                .reduce(UInt64(0)) { $0 | 1 << UInt64($1 + 1) }
            for other in all(condition.record) { events[other] = (memories[other][memory] ?? 0, mask) }
        }
        return Question(
            of: of, quantifier: condition.quantifier, states: mask(condition.states, numbers), events: events)
    }

    func mask(_ states: [State], _ numbers: [State: UInt8]) -> UInt64 {
        states.compactMap { numbers[$0] }.reduce(0) { $0 | 1 << UInt64($1) }
    }

    /// How far a member stands above those at which its derived rules look.
    func height(_ place: Int) -> Int {
        func height(_ machine: Machine, _ depth: Int) -> Int {
            guard depth < 12 else { return depth }
            let below = machine.rules.filter(\.followsByItself).flatMap(\.conditions)
                .filter { $0.link != "self" && $0.record != machine.record }.map(\.record)
            return Set(below).compactMap { kind in
                members.first { $0.machine.record == kind }.map { height($0.machine, depth + 1) + 1 }
            }.max() ?? 0
        }
        return height(members[place].machine, 0)
    }

    /// The states of a member from which a rule can be reached that asks for a slot before it is written again.
    func remembering(_ slot: Int, _ place: Int, set written: UInt64) -> UInt64 {
        let rules = (moves[place] ?? []) + (derived[place] ?? [])
        func asks(_ of: Question.Of) -> Bool {
            switch of {
            case .memory(slot), .slot(slot, _): true
            case .memory, .slot, .members, .field: false
            }
        }
        var states: UInt64 = 0
        for move in rules
        where move.questions.contains(where: { asks($0.of) }) || move.triggers.contains(where: { asks($0.of) }) {
            states |= move.from
        }
        while true {
            let before = states
            for move in rules where !move.fields.contains(where: { $0.slot == slot && !$0.choices.contains(nil) }) {
                let leads = move.to.contains { (states & ~written) >> UInt64($0.state) & 1 == 1 }
                if leads { states |= move.from }
            }
            if states == before { return states }
        }
    }
}
