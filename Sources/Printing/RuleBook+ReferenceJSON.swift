// What stands beside the lifecycles, as JSON: effects, openings, clocks, editions, and what is vouched for.

import Lifecycle

extension Chapter {
    /// The members of the rule book's JSON that hold the chapter.
    var members: Set<String> {
        switch self {
        case .machine: ["machines"]
        case .effects: ["effects", "openings"]
        case .clocks: ["clocks"]
        case .editions: ["editions"]
        case .vouched: ["vouched"]
        }
    }
}

extension RuleBook {
    /// Those members, of one machine or of all.
    func referenceMembers(only machine: MachineID?) -> [(String, JSON)] {
        let effects = derivedEffects.filter { machine == nil || $0.rule.machine == machine }
        let openings = consequences.filter { opening in
            machine.map { id in
                opening.opens == id.record || opening.causes.contains { $0.hasPrefix("\(id.rawValue).") }
            } ?? true
        }
        let clocks = clocks.filter { machine == nil || $0.machine == nil || $0.machine == machine }
        let vouched: [JSON] = vouched.compactMap { words, rules in
            let own = rules.filter { rule in machine.map { rule.hasPrefix("\($0.rawValue).") } ?? true }
            return own.isEmpty ? nil : ["words": .text(words), "rules": JSON(own)]
        }
        return [
            ("effects", JSON(effects.map(\.json))), ("openings", JSON(openings.map(\.json))),
            ("clocks", JSON(clocks.map(\.json))), ("editions", JSON(editions.indices.map(edition))),
            ("vouched", .list(vouched)),
        ]
    }

    private func edition(_ place: Int) -> JSON {
        let next = editions.indices.contains(place + 1) ? editions[place + 1].from : nil
        return [
            "name": .text(editions[place].name), "from": JSON(editions[place].from?.iso),
            "to": JSON(next?.adding(days: -1).iso), "words": .text(editions[place].words),
        ]
    }
}

extension DerivedEffect {
    fileprivate var json: JSON {
        [
            "rule": .text(rule.id), "record": .text(rule.machine.record.prefix), "event": .text(rule.event),
            "words": .text(rule.words), "causes": JSON(causes), "source": .text(rule.source), "law": .flag(rule.law),
        ]
    }
}

extension Consequence {
    fileprivate var json: JSON {
        let ways: [JSON] = paths.map { path in
            JSON(
                path.map { way -> JSON in
                    switch way {
                    case .own(let name): ["own": .text(name)]
                    case .of(let kind, let link): ["of": .text(kind.prefix), "link": .text(link)]
                    }
                })
        }
        return [
            "id": .text(id), "words": .text(words), "causes": JSON(causes), "into": JSON(into.map(\.rawValue)),
            "paths": .list(ways), "entitled": JSON(entitled.map(\.rawValue)), "opens": .text(opens.prefix),
            "fields": facts.json, "source": .text(source), "law": .flag(law), "during": during.json,
            "once": .flag(once),
        ]
    }
}

extension Clock {
    fileprivate var json: JSON {
        [
            "id": .text(id), "record": JSON(machine?.record.prefix), "words": .text(words),
            "owner": .text(owner.rawValue), "ownerWords": .text(owner.words), "limit": .text(limit),
            "start": .text(start), "stops": .text(stops), "rule": JSON(rule), "source": .text(source),
            "law": .flag(law), "terms": JSON(terms.map(\.json)),
        ]
    }
}

extension Term {
    fileprivate var json: JSON {
        let only: JSON? = self.only.map { ["field": .text($0.fact), "values": JSON($0.values)] }
        return [
            "states": JSON(states.map(\.rawValue)), "begun": begun.json, "period": period?.json ?? .null,
            "beginsWithNextDay": .flag(beginsWithNextDay), "field": JSON(field), "only": only ?? .null,
        ]
    }
}

extension Period {
    fileprivate var json: JSON {
        switch self {
        case .days(let count): ["unit": "day", "count": .number(count)]
        case .months(let count): ["unit": "month", "count": .number(count)]
        case .workingDays(let count): ["unit": "working day", "count": .number(count)]
        }
    }
}

extension InForce {
    var json: JSON { ["from": JSON(from?.iso), "to": JSON(to?.iso)] }
}
