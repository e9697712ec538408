// Made-up lines, for tests over many values.

import CaseModel
import Interchange
import Lifecycle

/// Makes lines that are right in form, from chance.
struct MadeUp {
    var chance: SeededRandom

    init(seed: UInt64) { chance = SeededRandom(seed) }

    mutating func line() -> ImportLine {
        switch Int.random(in: 0..<10, using: &chance) {
        case 0..<3: .add(add())
        case 3..<8: .record(record())
        case 8: .supply(supply())
        default: .correct(CorrectLine(event: id(), known: maybe { $0.day() }, reason: text()))
        }
    }

    mutating func add() -> AddLine {
        let kind = pick(RecordKind.allCases)
        var links: [RecordKind: Reference] = [:]
        for link in RecordShape.of(kind).links where link.required || chance.chance(50) {
            links[link.kind] = reference(link.kind)
        }
        return AddLine(
            kind: kind, ref: maybe { $0.reference(kind) }, id: maybe { $0.id() }, links: links, on: day(),
            known: maybe { $0.day() }, fields: fields())
    }

    mutating func record() -> RecordLine {
        let asHappened = chance.chance(20)
        let derived = chance.chance(20)
        return RecordLine(
            event: pick(["arrest", "charge_primary", "first_account", "bail"]),
            ref: reference(pick(RecordKind.allCases)), id: maybe { $0.id() }, on: interval(), known: maybe { $0.day() },
            fields: fields(), by: maybe { $0.decider() }, asHappened: asHappened,
            reason: asHappened ? text() : maybe { $0.text() }, reviewed: asHappened ? maybe { $0.day() } : nil,
            after: maybe { $0.id() }, derived: derived,
            cause: derived ? id() : nil)
    }

    mutating func supply() -> SupplyLine {
        var line = SupplyLine(event: id(), id: maybe { $0.id() }, known: maybe { $0.day() }, fields: fields())
        if line.fields.isEmpty { line.fields["station"] = .text(text()) }
        return line
    }

    mutating func text() -> String {
        let pieces = [
            "Wren", "Fictional", "a", " ", "\n", "\t", "\"", "\\", "/", "é", "e\u{301}", "ش", "\u{202E}", "\u{1F9F5}",
            "\u{7F}",
            "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1}", "\u{10FFFF}", "‘", "{", "}", ",", ":", "null",
        ]
        let made = (0..<Int.random(in: 1...12, using: &chance)).map { _ in pick(pieces) }.joined()
        return made + "x"
    }

    mutating func fields() -> [String: Scalar] {
        var fields: [String: Scalar] = [:]
        for _ in 0..<Int.random(in: 0...5, using: &chance) {
            let name = chance.chance(90) ? pick(["station", "window_from", "low", "flagged", "note"]) : text()
            fields[name] =
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: .number(Int.random(in: .min ... .max, using: &chance))
                case 1: .flag(chance.chance(50))
                default: .text(chance.chance(5) ? "" : text())
                }
        }
        return fields
    }

    mutating func decider() -> DecisionMaker {
        DecisionMaker(
            name: text(), rank: maybe { _ in Rank(rawValue: "inspector") },
            organisation: maybe { $0.pick(Organisation.allCases) })
    }

    mutating func day() -> Day { Day(number: Int.random(in: -25_567...84_000, using: &chance)) }

    mutating func interval() -> Interval {
        let (one, other) = (day(), day())
        return chance.chance(50)
            ? Interval(one) : Interval(first: min(one, other), last: max(one, other)) ?? Interval(one)
    }

    mutating func reference(_ kind: RecordKind) -> Reference {
        Reference(kind: kind, number: Int.random(in: 1...99_999, using: &chance))
    }

    mutating func id() -> String { "EV-\(Int.random(in: 1...999_999, using: &chance))" }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &chance)] }

    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? { chance.chance(50) ? make(&self) : nil }
}
