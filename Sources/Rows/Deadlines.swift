// Deadlines: the spans that say what is due, and the allocations that say whose they are.
package import CaseModel
package import Lifecycle
package import SQLite

/// A deadline that ran on the day asked for, with what is needed to say whose it is.
package struct DeadlineRow: Sendable {
    /// The code of its span: `due/B2.abp`.
    package let code: String
    /// The day from which it ran.
    package let from: Day
    /// The last day in time.
    package let due: Day
    /// The record that it is due on.
    package let record: RecordRow
    /// The records that the record's links of these names point to.
    package let suspect: Int64?, victim: Int64?
    /// The reference of the investigation that the record belongs to.
    package let investigation: Reference?
    /// The event from which it runs, where there is one.
    package let event: Origin?

    /// The event from which a deadline runs.
    package struct Origin: Hashable, Sendable {
        /// Its place in the order of recording.
        package let seq: Int64
        /// What people write down.
        package let id: String
        /// The rule under which it was recorded.
        package let rule: String
        /// The handle of the account that recorded it.
        package let recorder: String
    }
}

/// Which deadlines are asked for.
package struct DeadlineChoice: Sendable {
    /// The day at whose end they ran.
    package var asAt: Day
    /// The day whose knowledge they rest on; nil for all that is known now.
    package var knownAt: Day?
    /// The kinds of record on which they may be due.
    package var kinds: Set<RecordKind>
    /// Only those whose last day is not after this one; nil: all.
    package var until: Day?
    /// Only those of this record and of what leans on it; nil: all.
    package var record: Int64?
    /// Whether only the record's own are asked for, and not those of what leans on it.
    package var isAlone = false

    package init(
        asAt: Day, knownAt: Day? = nil, kinds: Set<RecordKind> = Set(RecordKind.allCases), until: Day? = nil,
        record: Int64? = nil, alone isAlone: Bool = false
    ) {
        (self.asAt, self.knownAt, self.kinds) = (asAt, knownAt, kinds)
        (self.until, self.record, self.isAlone) = (until, record, isAlone)
    }

    fileprivate var known: Int { knownAt?.number ?? Span.open.number - 1 }
}

extension Connection {
    /// Every deadline that is asked for, the earliest first.
    package func deadlines(_ choice: DeadlineChoice) throws -> [DeadlineRow] {
        let codes = try codes { $0.hasPrefix("due/") }
        let day = choice.asAt.number, known = choice.known
        var question: SQL = """
            SELECT r.id, r.kind, r.number, r.subject, r.person, r.investigation, r.begun, r.state, s.code, s.from_day,
                   s.window_to, ls.target, lv.target, i.number, s.target, e.id, e.rule, e.recorder
            FROM span s JOIN record r ON r.id = s.record
                 LEFT JOIN link ls ON ls.record = s.record AND ls.name = 'suspect'
                 LEFT JOIN link lv ON lv.record = s.record AND lv.name = 'victim'
                 LEFT JOIN record i ON i.id = r.investigation LEFT JOIN event e ON e.seq = s.target
            WHERE s.code IN \(list: Array(codes.keys)) AND s.from_day <= \(day) AND s.to_day > \(day)
                  AND s.known_from <= \(known) AND s.known_to > \(known) AND s.window_to IS NOT NULL
                  AND r.kind IN \(list: choice.kinds.map(\.rawValue).sorted())
            """
        if let until = choice.until { question += " AND s.window_to <= \(until.number)" }
        if let record = choice.record, choice.isAlone {
            question += " AND s.record = \(record)"
        } else if let record = choice.record {
            question += """
                 AND (s.record = \(record) OR r.investigation = \(record) OR r.person = \(record)
                      OR ls.target = \(record) OR lv.target = \(record))
                """
        }
        question += " ORDER BY s.window_to, r.kind, r.number, s.code, s.target"
        return try all(question) { row in
            DeadlineRow(
                code: codes[try row.int64(8)] ?? "", from: Day(number: try row.int(9)),
                due: Day(number: try row.int(10)), record: try RecordRow(row),
                suspect: try row.isNull(11) ? nil : row.int64(11), victim: try row.isNull(12) ? nil : row.int64(12),
                investigation: try row.intOrNil(13).map { Reference(kind: .investigation, number: $0) },
                event: try row.textOrNil(15).map {
                    .init(seq: try row.int64(14), id: $0, rule: try row.text(16), recorder: try row.text(17))
                })
        }
    }

    /// The names of the fields that were given with an event, or supplied since and stand.
    package func fieldsGiven(toEvent seq: Int64) throws -> Set<String> {
        var names: Set<String> = []
        try query(
            """
            SELECT e.facts FROM event e LEFT JOIN strike s ON s.event = e.seq
            WHERE e.record = (SELECT record FROM event WHERE seq = \(seq))
                  AND (e.seq = \(seq) OR (e.cause = \(seq) AND (e.flags & 8) != 0 AND s.event IS NULL))
            """
        ) { row in
            guard let facts = Fields.decoded(Array(try row.text(0).utf8)) else {
                throw RowsError("event", "its fields are not in their form")
            }
            names.formUnion(facts.keys)
        }
        return names
    }

    /// The open fields of a record.
    package func openFields(ofRecord id: Int64) throws -> [String: FieldValue] {
        guard let text = try first("SELECT facts FROM record WHERE id = \(id)", { try $0.text(0) }),
            let facts = Fields.decoded(Array(text.utf8))
        else { throw RowsError("record", "its fields are not in their form") }
        return facts
    }

    /// Which records are allocated to which accounts, as at a day and as known at a day; nil for all that is known now.
    package func allocations(asAt day: Day, knownAt: Day?) throws -> Allocations {
        let codes = try codes { $0 == Allocations.code }
        let known = knownAt?.number ?? Span.open.number - 1
        var allocations = Allocations()
        try query(
            """
            SELECT l.target, a.facts FROM span s JOIN record a ON a.id = s.record JOIN link l ON l.record = s.record
            WHERE s.code IN \(list: Array(codes.keys)) AND s.from_day <= \(day.number) AND s.to_day > \(day.number)
                  AND s.known_from <= \(known) AND s.known_to > \(known)
            """
        ) { row in
            guard let facts = Fields.decoded(Array(try row.text(1).utf8)) else {
                throw RowsError("record", "its fields are not in their form")
            }
            guard case .text(let account) = facts["to"] else { return }
            allocations.allocate(try row.int64(0), to: account)
        }
        return allocations
    }

    /// The codes of spans that are wanted, by their numbers.
    private func codes(_ isWanted: (String) -> Bool) throws -> [Int64: String] {
        var codes: [Int64: String] = [:]
        try query("SELECT id, code FROM span_code") { row in
            let code = try row.text(1)
            if isWanted(code) { codes[try row.int64(0)] = code }
        }
        return codes
    }
}
