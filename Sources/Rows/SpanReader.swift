// Reading spans for counting, code by code.
import CaseModel
import Figures
import Lifecycle
import SQLite

/// Reads the spans that are known on a day, of several days at once.
struct SpanReader {
    let connection: Connection
    /// The numbers of the codes.
    let codes: SpanCodes
    /// The days asked for; never empty, each once.
    let days: [Day]
    /// The first and the last of them, and the day whose knowledge they rest on.
    let first: Int, last: Int, known: Int

    /// How many stays are handed over at a time.
    private static let piece = 8_192

    init(_ connection: Connection, asAt days: [Day], knownAt known: Day?) throws {
        (self.connection, self.days) = (connection, days)
        codes = try SpanCodes(connection)
        first = days.map(\.number).min() ?? 0
        last = days.map(\.number).max() ?? 0
        self.known = known?.number ?? Span.open.number - 1
    }

    /// Hands over the stays of a code that any of the days counts, a piece at a time; what the aim does not need is none.
    func stays(_ code: Int64, for aim: Aim, _ body: ([Stay]) -> Void) throws {
        // Only what is counted by is asked for: each column costs, and all of them stand in the index.
        let whose: SQL =
            switch (aim.needsPerson, aim.needsInvestigation, aim.needsRecord) {
            case (true, false, false): "SELECT from_day, to_day, ranged, person FROM span"
            case (true, false, true): "SELECT from_day, to_day, ranged, person, record FROM span"
            case (true, true, false): "SELECT from_day, to_day, ranged, person, investigation FROM span"
            case (false, true, false): "SELECT from_day, to_day, ranged, investigation FROM span"
            case (false, false, _): "SELECT from_day, to_day, ranged, record FROM span"
            case (false, true, true): "SELECT from_day, to_day, ranged, investigation, record FROM span"
            case (true, true, true): "SELECT from_day, to_day, ranged, person, investigation, record FROM span"
            }
        let person = aim.needsPerson ? 3 : nil
        let investigation = aim.needsInvestigation ? 3 + (aim.needsPerson ? 1 : 0) : nil
        let needsRecord = aim.needsRecord || !(aim.needsPerson || aim.needsInvestigation)
        let record = needsRecord ? 3 + (aim.needsPerson ? 1 : 0) + (aim.needsInvestigation ? 1 : 0) : nil
        var stays: [Stay] = []
        stays.reserveCapacity(Self.piece)
        let over: SQL = aim.isEver ? "" : " AND to_day > \(first)"
        try connection.query(whose + " WHERE code = \(code)" + believed + begun + over) { row in
            var stay = Stay()
            stay.from = try row.int(0)
            stay.to = try row.int(1)
            stay.ranged = try row.bool(2)
            if let person { stay.person = try row.intOrNil(person) ?? -1 }
            if let investigation { stay.investigation = try row.intOrNil(investigation) ?? -1 }
            if let record { stay.record = try row.int(record) }
            stays.append(stay)
            guard stays.count == Self.piece else { return }
            body(stays)
            stays.removeAll(keepingCapacity: true)
        }
        body(stays)
    }

    /// Hands over the links of a code that any of the days counts: the record, the record it points to, and its days.
    func links(_ code: Code, _ body: (_ stay: Stay, _ target: Int) -> Void) throws {
        guard let number = codes[code.rawValue] else { return }
        try connection.query(
            "SELECT from_day, to_day, record, target FROM span WHERE code = \(number)" + believed + begun
                + " AND to_day > \(first) AND target IS NOT NULL"
        ) { row in
            var stay = Stay()
            (stay.from, stay.to, stay.record) = (try row.int(0), try row.int(1), try row.int(2))
            body(stay, try row.int(3))
        }
    }

    /// The plans of a code that stand on any of the days.
    func plans(_ code: Code) throws -> [Plan] {
        guard let number = codes[code.rawValue] else { return [] }
        return try connection.all(
            "SELECT from_day, to_day, record, ranged, window_from, window_to, low, high FROM span WHERE code = \(number)"
                + believed + begun + " AND to_day > \(first)"
        ) { row in
            var stay = Stay()
            (stay.from, stay.to, stay.record) = (try row.int(0), try row.int(1), try row.int(2))
            stay.ranged = try row.bool(3)
            return Plan(
                stay: stay, from: try row.intOrNil(4), to: try row.intOrNil(5), low: try row.intOrNil(6),
                high: try row.intOrNil(7))
        }
    }

    private var believed: SQL { " AND known_to > \(known) AND known_from <= \(known)" }
    private var begun: SQL { " AND from_day <= \(last)" }
}

extension SpanReader {
    /// A plan with its window and its two numbers.
    struct Plan {
        let stay: Stay
        let from: Int?, to: Int?, low: Int?, high: Int?
    }
}
