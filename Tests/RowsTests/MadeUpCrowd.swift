// A small file of people, spans, crimes and accounts, made up by a seeded hand: in a store, and as Figures sees it.

import CaseModel
import Figures
import Lifecycle
import SQLite

@testable import Rows

/// The same made-up people twice.
struct MadeUpCrowd {
    /// A small generator that gives the same numbers every time.
    struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }

        mutating func one<Thing>(of things: [Thing]) -> Thing { things[roll(things.count)] }
    }

    var dice: Dice
    private(set) var lines: [Line] = []
    private(set) var people: [Crowd.Person] = []
    private(set) var involvements: [Crowd.Involvement] = []
    private(set) var notices: [Crowd.Notice] = []
    private var next: Int64 = 0

    private static let never = Day(number: 4_000_000)
    private static let codes: [Code] =
        Standing.ranked + Standing.population + Standing.population
        + [
            "B2:BAIL_INITIAL", "B3/PRIMARY:CHARGED", "C1:POTENTIAL", "C1@first_account", "C1@abe_interview",
            "C2:RECEIVING",
        ]

    init(seed: Int) { dice = Dice(state: UInt64(seed) &* 7_919 &+ 11) }

    /// Makes everything up, and a store that holds it.
    mutating func store(people count: Int, lines: Int) throws -> Connection {
        let connection = try Connection.inMemory()
        try connection.transaction { transaction in
            try transaction.makeTables()
            try transaction.run("INSERT INTO subject (id, log_key) VALUES (1, \([UInt8](repeating: 0, count: 32)))")
            for (place, code) in Self.codes.enumerated() {
                try transaction.run("INSERT OR IGNORE INTO span_code (id, code) VALUES (\(place), \(code.rawValue))")
            }
            for _ in 0..<count { try person(transaction) }
            guard count > 0 else { return }
            var crimes: [(id: Int64, number: Int, crime: Traits.Crime, from: Day, known: Day)] = []
            for _ in 0..<4 { crimes.append(try crime(transaction)) }
            for _ in 0..<count { try side(transaction, crimes) }
            for _ in 0..<lines { try span(transaction, people: count) }
        }
        return connection
    }

    private func day(_ dice: inout Dice) -> Day { Day(number: 17_000 + dice.roll(60)) }

    /// Puts a record in, and answers its number.
    private mutating func put(
        _ kind: RecordKind, _ facts: [String: FieldValue], person: Int64? = nil, begun: Day, known: Day,
        _ transaction: borrowing Transaction
    ) throws -> Int64 {
        next += 1
        try transaction.run(
            """
            INSERT INTO record (id, kind, number, subject, person, begun, known, recorded_at, recorder, facts)
            VALUES (\(next), \(kind.rawValue), \(next), 1, \(maybe: person), \(begun.number), \(known.number), 0, \("test"),
                    \(String(decoding: Fields.encoded(facts), as: UTF8.self)))
            """)
        return next
    }

    private mutating func person(_ transaction: borrowing Transaction) throws {
        var traits = Traits(), facts: [String: FieldValue] = ["phone": .text(Event.mask)]
        if dice.roll(4) > 0 { traits.sex = dice.one(of: ["female", "male", "other", "not recorded"]) }
        if dice.roll(4) > 0 { traits.ethnicity = dice.one(of: ["asian", "white british", "declined", "not asked"]) }
        if dice.roll(2) > 0 { traits.ethnicitySource = dice.one(of: ["self-defined", "officer-perceived"]) }
        if dice.roll(4) > 0 { traits.ward = dice.one(of: ["Tong", "wyke", "Shipley", "Nowhere Heath", "\"c:\" & co"]) }
        if dice.roll(4) > 0 { traits.birthMonth = "\(1955 + dice.roll(60))-\(10 + dice.roll(3))" }
        facts["sex"] = traits.sex.map { .choice($0) }
        facts["ethnicity"] = traits.ethnicity.map { .choice($0) }
        facts["ethnicity_source"] = traits.ethnicitySource.map { .choice($0) }
        facts["ward"] = traits.ward.map { .text($0) }
        facts["birth_month"] = traits.birthMonth.map { .text($0) }
        let known = day(&dice)
        let id = try put(.person, facts, begun: known, known: known, transaction)
        people.append(Crowd.Person(Int(id), known: known, traits))
    }

    private mutating func crime(
        _ transaction: borrowing Transaction
    ) throws -> (id: Int64, number: Int, crime: Traits.Crime, from: Day, known: Day) {
        let recorded = day(&dice), begun = day(&dice)
        let known = begun.adding(days: dice.roll(20))
        let crime = Traits.Crime(
            committed: dice.roll(4) == 0 ? nil : recorded.adding(days: -dice.roll(800)),
            recorded: dice.roll(5) == 0 ? nil : recorded)
        var facts: [String: FieldValue] = [:]
        facts["committed"] = crime.committed.map { .day($0) }
        facts["recorded"] = crime.recorded.map { .day($0) }
        let id = try put(.crime, facts, begun: begun, known: known, transaction)
        return (id, Int(id), crime, begun, known)
    }

    /// A suspect's or a victim's record with an allegation, a charge or a first account that names a crime.
    private mutating func side(
        _ transaction: borrowing Transaction,
        _ crimes: [(id: Int64, number: Int, crime: Traits.Crime, from: Day, known: Day)]
    ) throws {
        let person = Int64(1 + dice.roll(people.count)), crime = dice.one(of: crimes)
        let begun = day(&dice)
        let known = begun.adding(days: dice.roll(15))
        let isVictim = dice.roll(2) == 0
        var facts: [String: FieldValue] = [:]
        let source = isVictim && dice.roll(3) > 0 ? dice.one(of: ["police", "school", "not recorded"]) : nil
        facts["referral_source"] = source.map { .choice($0) }
        let record = try put(
            isVictim ? .victim : .suspect, facts, person: person, begun: begun, known: known, transaction)
        if let source {
            notices.append(
                Crowd.Notice(Int(person), from: begun, order: Int(record), known: known, source: source))
        }
        let since = day(&dice)
        let told = since.adding(days: dice.roll(15))
        var until = Self.never
        if isVictim, dice.roll(2) == 0 {
            until = try account(of: record, crime.number, on: since, known: told, transaction) ?? Self.never
            let heard = Line(
                "C1@first_account", record: Int(record), person: Int(person), days: since..<since,
                known: told..<max(until, told.adding(days: 1)))
            try put(heard, transaction)
        } else {
            let kind: RecordKind = isVictim || dice.roll(2) == 0 ? .allegation : .charge
            let holder = try put(kind, [:], begun: since, known: told, transaction)
            for (name, target) in [("crime", crime.id), (isVictim ? "victim" : "suspect", record)] {
                try transaction.run("INSERT INTO link (record, name, target) VALUES (\(holder), \(name), \(target))")
            }
        }
        let first = max(told, crime.known)
        guard first < until else { return }
        involvements.append(
            Crowd.Involvement(
                Int(person), isVictim ? .victims : .suspects, from: max(since, crime.from), known: first..<until,
                beside: crime.crime))
    }

    /// A first account, that may be struck, or be told in two parts of which the second names the crime.
    private mutating func account(
        of record: Int64, _ crime: Int, on day: Day, known: Day, _ transaction: borrowing Transaction
    ) throws -> Day? {
        let isLater = dice.roll(3) == 0
        let named: [String: FieldValue] = ["crime": .reference(Reference(kind: .crime, number: crime))]
        var target: Int64?
        for facts in isLater ? [[:], named] : [named] {
            next += 1
            try transaction.run(
                """
                INSERT INTO event (seq, id, record, rule, first_day, last_day, known, recorded_at, recorder, flags, cause,
                                   facts)
                VALUES (\(next), \("EV-\(next)"), \(record), 'C1.first_account', \(day.number), \(day.number),
                        \(known.number), 0, 'test', \(target == nil ? 0 : 8), \(maybe: target),
                        \(String(decoding: Fields.encoded(facts), as: UTF8.self)))
                """)
            target = target ?? next
        }
        guard dice.roll(3) == 0, let target else { return nil }
        let struck = known.adding(days: dice.roll(20))
        next += 1
        try transaction.run(
            """
            INSERT INTO strike (event, seq, known, recorded_at, recorder)
            VALUES (\(target), \(next), \(struck.number), 0, 'test')
            """)
        return struck
    }

    private mutating func span(_ transaction: borrowing Transaction, people count: Int) throws {
        let code = dice.one(of: Self.codes), from = day(&dice), known = day(&dice)
        let isMark = code.rawValue.contains("@")
        let until = isMark ? from : dice.roll(3) == 0 ? Self.never : from.adding(days: dice.roll(30))
        let line = Line(
            code, record: 1 + dice.roll(count), person: dice.roll(12) == 0 ? nil : 1 + dice.roll(count),
            days: from..<until,
            known: known..<(dice.roll(3) == 0 ? known.adding(days: 1 + dice.roll(20)) : Self.never))
        try put(line, transaction)
    }

    private mutating func put(_ line: Line, _ transaction: borrowing Transaction) throws {
        lines.append(line)
        try transaction.run(
            """
            INSERT INTO span (code, record, person, from_day, to_day, known_from, known_to, ranged)
            VALUES (\(Self.codes.firstIndex(of: line.code) ?? 0), \(line.record), \(maybe: line.person),
                    \(line.days.lowerBound.number), \(line.days.upperBound.number), \(line.known.lowerBound.number),
                    \(line.known.upperBound.number), 0)
            """)
    }
}
