// What is due, asked in SQL, against the meaning of the words, on spans thrown together by a seeded hand.

import CaseModel
import Lifecycle
import SQLite
import Testing

@testable import Rows

@Suite struct `Deadlines` {
    private static let kinds: [RecordKind] = [.investigation, .suspect, .victim, .custody, .support]
    private static let codes = ["due/B2.abp", "due/C2.review", "due/A.pause", "B1:CHARGED", "T1:ALLOCATED", "duelling"]
    private static let names = ["officer", "care", "inspector"]

    /// A small generator that gives the same numbers every time.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// One record as the naive reckoning has it.
    private struct Made {
        let id: Int64
        let kind: RecordKind
        let person: Int64?
        let investigation: Int64?
        let links: [String: Int64]
        /// The account that an allocation names; nil for any other record.
        let to: String?
    }

    private struct World {
        var records: [Made] = []
        var spans: [(record: Int, span: Span)] = []
    }

    private static func world(_ dice: inout Dice) -> World {
        var world = World()
        for id in 1...24 {
            let kind: RecordKind = id <= 3 ? .investigation : kinds[1 + dice.roll(4)]
            func one(of wanted: RecordKind) -> Int64? {
                let found = world.records.filter { $0.kind == wanted && $0.to == nil }
                return found.isEmpty || dice.roll(3) == 0 ? nil : found[dice.roll(found.count)].id
            }
            var links: [String: Int64] = [:]
            // A record of the kinds here stands in for an allocation, whose kind is of no account to the question.
            let isAllocation = id > 16
            if isAllocation {
                let targets = world.records.filter {
                    $0.to == nil && [.investigation, .suspect, .victim].contains($0.kind)
                }
                links["suspect"] = targets[dice.roll(targets.count)].id
            } else if kind == .custody || kind == .support {
                links["suspect"] = one(of: .suspect)
                links["victim"] = one(of: .victim)
            }
            world.records.append(
                Made(
                    id: Int64(id), kind: kind, person: dice.roll(2) == 0 ? nil : Int64(1 + dice.roll(id)),
                    investigation: id <= 3 || dice.roll(4) == 0 ? nil : Int64(1 + dice.roll(3)), links: links,
                    to: isAllocation ? names[dice.roll(3)] : nil))
        }
        for _ in 0..<120 {
            let record = dice.roll(world.records.count)
            let from = dice.roll(30), known = dice.roll(30)
            world.spans.append(
                (
                    record,
                    Span(
                        world.records[record].to == nil ? codes[dice.roll(4)] : codes[4],
                        from: Day(number: from),
                        to: dice.roll(3) == 0 ? Span.open : Day(number: from + dice.roll(20)),
                        knownFrom: Day(number: known),
                        knownTo: dice.roll(3) == 0 ? Day(number: known + 1 + dice.roll(20)) : Span.open,
                        target: dice.roll(3) == 0 ? 1 : nil,
                        windowTo: dice.roll(8) == 0 ? nil : Day(number: from + dice.roll(30)))
                ))
        }
        return world
    }

    private func store(_ world: World) throws -> Connection {
        let connection = try Connection.inMemory()
        try connection.transaction { transaction in
            try transaction.makeTables()
            try transaction.run("INSERT INTO subject (id, log_key) VALUES (1, \([UInt8](repeating: 0, count: 32)))")
            for made in world.records {
                let facts = String(
                    decoding: Fields.encoded(made.to.map { ["to": .text($0)] } ?? [:]), as: UTF8.self)
                try transaction.run(
                    """
                    INSERT INTO record (id, kind, number, subject, person, investigation, begun, known, recorded_at,
                                        recorder, facts)
                    VALUES (\(made.id), \(made.kind.rawValue), \(Int(made.id)), 1, \(maybe: made.person),
                            \(maybe: made.investigation), 0, 0, 0, \("test"), \(facts))
                    """)
                for (name, target) in made.links {
                    try transaction.run(
                        "INSERT INTO link (record, name, target) VALUES (\(made.id), \(name), \(target))")
                }
            }
            try transaction.run(
                """
                INSERT INTO event (seq, id, record, rule, first_day, last_day, known, recorded_at, recorder, flags, facts)
                VALUES (1, \("EV-AAAAAAAAAA"), 1, \("B2.bail"), 0, 0, 0, 0, \("u1"), 0, \("{}"))
                """)
            for (place, code) in Self.codes.enumerated() {
                try transaction.run("INSERT INTO span_code (id, code) VALUES (\(place), \(code))")
            }
            for (record, span) in world.spans {
                try transaction.run(
                    """
                    INSERT INTO span (code, record, from_day, to_day, known_from, known_to, ranged, target, window_to)
                    VALUES (\(Self.codes.firstIndex(of: span.code) ?? 0), \(world.records[record].id), \(span.from.number),
                            \(span.to.number), \(span.knownFrom.number), \(span.knownTo.number), \(false),
                            \(maybe: span.target), \(maybe: span.windowTo?.number))
                    """)
            }
        }
        return connection
    }

    /// What the words mean, said without SQL.
    private func meant(_ world: World, _ choice: DeadlineChoice) -> [String] {
        world.spans.compactMap { place, span -> String? in
            let record = world.records[place]
            guard span.code.hasPrefix("due/"), choice.kinds.contains(record.kind), let due = span.windowTo else {
                return nil
            }
            guard span.from <= choice.asAt, choice.asAt < span.to else { return nil }
            let known = choice.knownAt ?? Day(number: Span.open.number - 1)
            guard span.knownFrom <= known, known < span.knownTo else { return nil }
            if let until = choice.until, due > until { return nil }
            if let wanted = choice.record {
                let near = [record.investigation, record.person, record.links["suspect"], record.links["victim"]]
                guard record.id == wanted || !choice.isAlone && near.contains(wanted) else { return nil }
            }
            return line(record.id, span.code, span.from, due, span.target != nil)
        }.sorted()
    }

    private func line(_ record: Int64, _ code: String, _ from: Day, _ due: Day, _ hasEvent: Bool) -> String {
        "\(record) \(code) \(from.number) \(due.number) \(hasEvent)"
    }

    @Test(arguments: 0..<40) func `are those that ran on the day, as it was known`(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 7_919 &+ 3)
        let world = Self.world(&dice)
        let connection = try store(world)
        for _ in 0..<12 {
            let choice = DeadlineChoice(
                asAt: Day(number: dice.roll(50)), knownAt: dice.roll(2) == 0 ? nil : Day(number: dice.roll(50)),
                kinds: Set(Self.kinds.filter { _ in dice.roll(4) > 0 }),
                until: dice.roll(2) == 0 ? nil : Day(number: dice.roll(60)),
                record: dice.roll(2) == 0 ? nil : Int64(1 + dice.roll(24)), alone: dice.roll(3) == 0)
            let found = try connection.deadlines(choice)
            #expect(found.map(\.due) == found.map(\.due).sorted())
            let lines = found.map { line($0.record.id, $0.code, $0.from, $0.due, $0.event != nil) }
            #expect(lines.sorted() == meant(world, choice))
            for row in found {
                let made = world.records[Int(row.record.id) - 1]
                #expect(row.suspect == made.links["suspect"] && row.victim == made.links["victim"])
                #expect(row.investigation?.number == made.investigation.map(Int.init))
                #expect(row.event == nil || row.event?.rule == "B2.bail" && row.event?.recorder == "u1")
            }
        }
    }

    @Test(arguments: 0..<40) func `are whose the nearest allocation says`(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 6_271 &+ 5)
        let world = Self.world(&dice)
        let connection = try store(world)
        for _ in 0..<8 {
            let day = Day(number: dice.roll(50)), known = dice.roll(2) == 0 ? nil : Day(number: dice.roll(50))
            let allocations = try connection.allocations(asAt: day, knownAt: known)
            for record in world.records where record.to == nil {
                let found = allocations.holders(
                    of: record.id, kind: record.kind, suspect: record.links["suspect"], victim: record.links["victim"],
                    investigation: record.investigation)
                #expect(found == holders(world, record, day, known))
            }
        }
    }

    private func holders(_ world: World, _ record: Made, _ day: Day, _ known: Day?) -> [String] {
        func direct(_ target: Int64?) -> [String] {
            guard let target else { return [] }
            let names = world.spans.compactMap { place, span -> String? in
                guard let to = world.records[place].to, world.records[place].links["suspect"] == target else {
                    return nil
                }
                let known = known ?? Day(number: Span.open.number - 1)
                let stands = span.from <= day && day < span.to && span.knownFrom <= known && known < span.knownTo
                return stands ? to : nil
            }
            return Set(names).sorted()
        }
        let near =
            record.kind == .support
            ? [record.links["victim"], record.links["suspect"]] : [record.links["suspect"], record.links["victim"]]
        return ([record.id] + near + [record.investigation]).map { direct($0) }.first { !$0.isEmpty } ?? []
    }
}
