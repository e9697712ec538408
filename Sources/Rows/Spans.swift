// Spans: written when a record's life changes, and read as lines.
package import CaseModel
package import Lifecycle
package import SQLite

/// The numbers under which the codes of spans are kept.
package struct SpanCodes {
    private var numbers: [String: Int64]

    /// Those that the store has.
    package init(_ connection: Connection) throws {
        var numbers: [String: Int64] = [:]
        try connection.query("SELECT code, id FROM span_code") { numbers[try $0.text(0)] = try $0.int64(1) }
        self.numbers = numbers
    }

    package subscript(code: String) -> Int64? { numbers[code] }

    fileprivate mutating func number(_ code: String, _ transaction: borrowing Transaction) throws -> Int64 {
        if let number = numbers[code] { return number }
        let number = Int64(numbers.count + 1)
        try transaction.run("INSERT INTO span_code (id, code) VALUES (\(number), \(code))")
        numbers[code] = number
        return number
    }
}

extension Connection {
    /// The spans of a record as they are kept, with their row numbers.
    package func spans(ofRecord id: Int64) throws -> [Span: Int64] {
        var spans: [Span: Int64] = [:]
        try query(
            """
            SELECT c.code, s.from_day, s.to_day, s.known_from, s.known_to, s.ranged, s.target, s.window_from, s.window_to,
                   s.low, s.high, s.id
            FROM span s JOIN span_code c ON c.id = s.code WHERE s.record = \(id)
            """
        ) { row in
            let span = Span(
                try row.text(0), from: Day(number: try row.int(1)), to: Day(number: try row.int(2)),
                knownFrom: Day(number: try row.int(3)), knownTo: Day(number: try row.int(4)), ranged: try row.bool(5),
                target: try row.isNull(6) ? nil : row.int64(6), windowFrom: try row.intOrNil(7).map { Day(number: $0) },
                windowTo: try row.intOrNil(8).map { Day(number: $0) }, low: try row.intOrNil(9),
                high: try row.intOrNil(10))
            spans[span] = try row.int64(11)
        }
        return spans
    }
}

extension Connection {
    /// Whether anything had happened by a day, as far as is known now.
    package func hasSpans(by day: Day) throws -> Bool {
        let still = Span.open.number
        // In the order of their rows: what was written first mostly happened first, so that few are looked at.
        return try first(
            "SELECT 1 FROM span NOT INDEXED WHERE from_day <= \(day.number) AND known_to = \(still) LIMIT 1"
        ) { _ in true } ?? false
    }

    /// The first day on which anything happened, as far as is known now; nil if nothing ever did.
    package func firstDay() throws -> Day? {
        let still = Span.open.number
        return try first("SELECT min(from_day) FROM span WHERE known_to = \(still)") { try $0.intOrNil(0) }?
            .map { Day(number: $0) }
    }
}

extension Connection {
    /// How many rows of spans a record has, and how many of them are counted for another person or investigation.
    package func spanRows(
        ofRecord id: Int64, person: Int64?, investigation: Int64?
    ) throws -> (count: Int, strays: Int) {
        try first(
            """
            SELECT count(*), count(CASE WHEN person IS NOT \(maybe: person)
                                          OR investigation IS NOT \(maybe: investigation) THEN 1 END)
            FROM span WHERE record = \(id)
            """
        ) { (try $0.int(0), try $0.int(1)) } ?? (0, 0)
    }
}

extension Transaction {
    /// Lets each span stand once: an earlier program could write one twice that came and went on one day.
    package borrowing func dropTwinSpans() throws {
        try run(
            """
            DELETE FROM span WHERE id NOT IN (
                SELECT min(id) FROM span
                GROUP BY code, record, from_day, to_day, known_from, known_to, ranged, target, window_from, window_to,
                         low, high)
            """)
    }

    /// Makes the spans of a record what they must be: those that no longer hold go, those that are new come.
    package borrowing func put(
        _ spans: [Span], of dossier: Dossier, in place: [Span: Int64], _ codes: inout SpanCodes
    ) throws {
        let wanted = place.isEmpty ? [] : Set(spans)
        for (span, row) in place where !wanted.contains(span) { try run("DELETE FROM span WHERE id = \(row)") }
        for span in spans where place[span] == nil {
            try run(
                """
                INSERT INTO span (code, record, person, investigation, from_day, to_day, known_from, known_to, ranged,
                                  target, window_from, window_to, low, high)
                VALUES (\(try codes.number(span.code, self)), \(dossier.id), \(maybe: dossier.person),
                        \(maybe: dossier.investigation ?? (dossier.reference.kind == .investigation ? dossier.id : nil)),
                        \(span.from.number), \(span.to.number), \(span.knownFrom.number), \(span.knownTo.number),
                        \(span.ranged), \(maybe: span.target), \(maybe: span.windowFrom?.number), \(maybe: span.windowTo?.number), \(maybe: span.low),
                        \(maybe: span.high))
                """)
        }
    }
}
