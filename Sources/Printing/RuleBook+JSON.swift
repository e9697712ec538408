// The rule book as JSON: what a program needs to make lawful histories, and unlawful ones.

package import Lifecycle

extension RuleBook {
    /// The rule book as one JSON object, version 1.
    ///
    /// - Parameters:
    ///   - machine: the one machine wanted; nil for all.
    ///   - more: members to add at the end, such as what fields each kind of record has.
    package func json(only machine: MachineID? = nil, adding more: [(String, JSON)] = []) -> JSON {
        let wanted = machines.filter { machine == nil || $0.id == machine }
        return .object(
            [
                ("version", 1),
                ("edition", .text(edition)),
                ("inForceFrom", .text(inForceFrom.iso)),
                ("machines", JSON(wanted.map(\.json))),
            ] + more)
    }
}

extension Machine {
    fileprivate var json: JSON {
        [
            "id": .text(id.rawValue),
            "record": .text(record.prefix),
            "title": .text(title),
            "initial": .text(initial.rawValue),
            "terminal": JSON(terminal.map(\.rawValue)),
            "states": JSON(states.map(\.json)),
            "rules": JSON(rules.map(\.json)),
            "notes": JSON(notes),
        ]
    }
}

extension StateEntry {
    fileprivate var json: JSON {
        ["id": .text(id.rawValue), "words": .text(words), "counts": JSON(counts)]
    }
}

extension Rule {
    fileprivate var json: JSON {
        let destinations: [JSON] = to.map { ["state": .text($0.state.rawValue), "when": JSON($0.when)] }
        let consequences: [JSON] = effects.map {
            ["words": .text($0.words), "record": .text($0.record.prefix), "event": .text($0.event)]
        }
        let second: JSON? = approval.map { ["by": JSON($0.by.map(\.rawValue)), "notRecorder": .flag($0.notRecorder)] }
        return [
            "id": .text(id),
            "event": .text(event),
            "kind": .text(kind.rawValue),
            "words": .text(words),
            "from": JSON(from.map(\.rawValue)),
            "to": JSON(destinations),
            "recorders": JSON(recorders.map(\.rawValue)),
            "deciders": JSON(deciders.map(\.json)),
            "approval": second ?? .null,
            "requires": JSON(requires.map(\.json)),
            "conditions": JSON(conditions.map(\.json)),
            "attested": JSON(attested),
            "effects": JSON(consequences),
            "limit": JSON(limit),
            "source": .text(source),
            "law": .flag(law),
            "marks": JSON(marks),
            "inForce": ["from": JSON(inForce.from?.iso), "to": JSON(inForce.to?.iso)],
            "timer": .flag(timer),
        ]
    }
}

extension Decider {
    var json: JSON {
        [
            "role": .text(role), "ranks": JSON(ranks.map(\.rawValue)), "organisation": JSON(organisation?.rawValue),
        ]
    }
}

extension Requirement {
    var json: JSON {
        var members: [(String, JSON)] = [("field", .text(field)), ("type", .text(type.name))]
        switch type {
        case .choice(let choices): members.append(("choices", JSON(choices)))
        case .reference(let kind): members.append(("record", .text(kind.prefix)))
        case .count(let min, let max): members += [("min", JSON(min)), ("max", JSON(max))]
        case .text, .day, .flag: break
        }
        members += [("after", JSON(after)), ("needed", .text(needed.rawValue)), ("words", .text(words))]
        return .object(members)
    }
}

extension Condition {
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("words", .text(words)), ("quantifier", .text(quantifier.rawValue)),
            ("record", .text(record.prefix)), ("link", .text(link)), ("states", JSON(states.map(\.rawValue))),
        ]
        if !whereField.isEmpty {
            let fields = whereField.keys.sorted().map { ($0, JSON(whereField[$0] ?? [])) }
            members.append(("where", .object(fields)))
        }
        if let among { members.append(("among", JSON(among.map(\.rawValue)))) }
        return .object(members)
    }
}
