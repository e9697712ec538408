// The rule book as JSON: what a program needs to make lawful histories, and unlawful ones.

package import Lifecycle

extension RuleBook {
    /// The rule book as one JSON object, version 1.
    ///
    /// - Parameters:
    ///   - chapter: the one chapter wanted; nil for all.
    ///   - day: the day for which this book was narrowed; nil for the whole book.
    ///   - more: members to add at the end, such as what fields each kind of record has.
    package func json(only chapter: Chapter? = nil, on day: Day? = nil, adding more: [(String, JSON)] = []) -> JSON {
        var members: [(String, JSON)] = [
            ("version", 1), ("edition", .text(edition)), ("inForceFrom", .text(inForceFrom.iso)),
        ]
        if let day { members.append(("on", .text(day.iso))) }
        switch chapter {
        case .machine?, nil:
            let wanted = machines.filter { chapter == nil || chapter == .machine($0.id) }
            members.append(("machines", JSON(wanted.map(\.json))))
            members += referenceMembers(only: chapter?.machine)
        case .effects?, .clocks?, .editions?, .vouched?:
            members += referenceMembers(only: nil).filter { chapter?.members.contains($0.0) ?? true }
        }
        return .object(members + more)
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
            "inForce": inForce.json,
            "timer": .flag(timer),
            "during": during.json,
            "triggers": JSON(triggers.map { ["event": .text($0.event), "link": .text($0.link)] }),
            "clocks": JSON(
                Clock.all.filter { $0.rule == id }.map { ["id": .text($0.id), "words": .text($0.words)] }),
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
        if !events.isEmpty { members.append(("events", JSON(events))) }
        if !amongEvents.isEmpty { members.append(("amongEvents", JSON(amongEvents))) }
        return .object(members)
    }
}
