// Events, approvals and strikes to and from rows.
package import CaseModel
package import Lifecycle
package import SQLite

extension Connection {
    static let eventQuery: SQL = """
        SELECT e.seq, e.record, e.id, e.rule, e.first_day, e.last_day, e.after, e.known, e.recorded_at, e.recorder,
               e.flags, e.cause, e.facts, a.day, a.approver, s.known
        FROM event e JOIN record r ON r.id = e.record
             LEFT JOIN approval a ON a.event = e.seq LEFT JOIN strike s ON s.event = e.seq\u{20}
        """

    /// Whether there is an event of that id.
    package func hasEvent(_ id: String) throws -> Bool {
        try first("SELECT 1 FROM event WHERE id = \(id)") { _ in true } ?? false
    }

    /// What is sealed of an event: its own box, and that of its strike.
    package func boxes(ofEvent seq: Int64) throws -> (event: SealedBox?, strike: SealedBox?) {
        let own =
            try first("SELECT compartment, manner, box FROM event WHERE seq = \(seq)") { try SealedBox($0) } ?? nil
        let strike = try first("SELECT compartment, manner, box FROM strike WHERE event = \(seq)") { try SealedBox($0) }
        return (own, strike ?? nil)
    }

    /// The subject of the record to which an event happened.
    package func subject(ofEvent seq: Int64) throws -> Int64? {
        try first("SELECT r.subject FROM event e JOIN record r ON r.id = e.record WHERE e.seq = \(seq)") {
            try $0.int64(0)
        }
    }

    /// The place of an event's strike in the order of recording.
    package func strikeNumber(of seq: Int64) throws -> Int64? {
        try first("SELECT seq FROM strike WHERE event = \(seq)") { try $0.int64(0) }
    }

    /// What is sealed of every event of a record, by the order of recording.
    package func eventBoxes(ofRecord id: Int64) throws -> [Int64: SealedBox] {
        var boxes: [Int64: SealedBox] = [:]
        try query("SELECT compartment, manner, box, seq FROM event WHERE record = \(id) AND box IS NOT NULL") { row in
            boxes[try row.int64(3)] = try SealedBox(row)
        }
        return boxes
    }

    /// What is sealed of every strike of a record's events, by the event's place in the order of recording.
    package func strikeBoxes(ofRecord id: Int64) throws -> [Int64: SealedBox] {
        var boxes: [Int64: SealedBox] = [:]
        try query(
            """
            SELECT s.compartment, s.manner, s.box, s.event FROM strike s JOIN event e ON e.seq = s.event
            WHERE e.record = \(id) AND s.box IS NOT NULL
            """
        ) { boxes[try $0.int64(3)] = try SealedBox($0) }
        return boxes
    }

    /// What an approver signed of an event.
    package func approvals() throws -> [(event: String, approver: String, day: Day, signature: [UInt8])] {
        try all("SELECT e.id, a.approver, a.day, a.signature FROM approval a JOIN event e ON e.seq = a.event") {
            (try $0.text(0), try $0.text(1), Day(number: try $0.int(2)), try $0.bytes(3))
        }
    }
}

extension Transaction {
    /// Puts a new event in.
    package borrowing func insert(_ event: Event, ofRecord id: Int64, box: SealedBox?) throws {
        var facts = event.given
        facts["@rank"] = event.decider?.rank.map { .text($0.rawValue) }
        facts["@organisation"] = event.decider?.organisation.map { .text($0.rawValue) }
        let flags =
            (event.asHappened ? 1 : 0) | (event.derived ? 2 : 0) | (event.needsApproval ? 4 : 0)
            | (event.supplements != nil ? 8 : 0)
        try run(
            """
            INSERT INTO event (seq, id, record, rule, first_day, last_day, after, known, recorded_at, recorder, flags,
                               cause, facts, compartment, manner, box)
            VALUES (\(event.seq), \(event.id), \(id), \(event.rule), \(event.when.first.number),
                    \(event.when.last.number), \(maybe: event.after), \(event.known.number), \(event.recordedAt),
                    \(event.recorder), \(flags), \(maybe: event.supplements ?? event.cause),
                    \(String(decoding: Fields.encoded(facts), as: UTF8.self)), \(maybe: box?.compartment),
                    \(maybe: box?.manner.rawValue), \(maybe: box?.bytes))
            """)
    }

    /// Strikes an event.
    package borrowing func strike(
        _ event: Event, seq: Int64, known: Day, at moment: Int64, recorder: String, cause: Int64?, box: SealedBox?
    ) throws {
        try run(
            """
            INSERT INTO strike (event, seq, known, recorded_at, recorder, cause, compartment, manner, box)
            VALUES (\(event.seq), \(seq), \(known.number), \(moment), \(recorder), \(maybe: cause), \(maybe: box?.compartment),
                    \(maybe: box?.manner.rawValue), \(maybe: box?.bytes))
            """)
    }

    /// Keeps a second person's approval.
    package borrowing func approve(
        _ event: Event, by approver: String, on day: Day, at moment: Int64, signature: [UInt8]
    ) throws {
        try run(
            """
            INSERT INTO approval (event, approver, recorded_at, day, signature)
            VALUES (\(event.seq), \(approver), \(moment), \(day.number), \(signature))
            """)
    }
}

extension SealedBox {
    init?(_ row: borrowing Row) throws {
        guard let compartment = try row.textOrNil(0) else { return nil }
        guard let manner = SealedBox.Manner(rawValue: try row.int64(1)) else {
            throw RowsError("event", "its manner of sealing is unknown")
        }
        self.init(compartment: compartment, manner: manner, bytes: try row.bytes(2))
    }
}

extension Event {
    private static let names = Dictionary(
        uniqueKeysWithValues: RuleBook.current.machines.flatMap(\.rules).map { ($0.id, $0.event) })

    init(_ row: borrowing Row) throws {
        let rule = try row.text(3)
        guard let name = Self.names[rule] else { throw RowsError("event", "its rule is not in the rule book") }
        let days = Interval(first: Day(number: try row.int(4)), last: Day(number: try row.int(5)))
        guard let days, var fields = Fields.decoded(Array(try row.text(12).utf8)) else {
            throw RowsError("event", "its fields are not in their form")
        }
        let flags = try row.int(10)
        let target = try row.isNull(11) ? nil : row.int64(11)
        let isSupplement = flags & 8 != 0
        var decider: DecisionMaker?
        let rank = fields.removeValue(forKey: "@rank"), organisation = fields.removeValue(forKey: "@organisation")
        if rank != nil || organisation != nil {
            decider = DecisionMaker(
                name: Event.mask, rank: rank?.words.map { Rank(rawValue: $0) },
                organisation: organisation?.words.flatMap { Organisation(rawValue: $0) })
        }
        self.init(
            seq: try row.int64(0), id: try row.text(2), rule: rule, name: name, when: days, after: try row.textOrNil(6),
            known: Day(number: try row.int(7)), recordedAt: try row.int64(8), recorder: try row.text(9), fields: fields,
            decider: decider, asHappened: flags & 1 != 0, derived: flags & 2 != 0, needsApproval: flags & 4 != 0,
            approved: try row.intOrNil(13).map { Day(number: $0) }, approver: try row.textOrNil(14),
            cause: isSupplement ? nil : target, struck: try row.intOrNil(15).map { Day(number: $0) },
            supplements: isSupplement ? target : nil)
        if isSupplement, target == nil { throw RowsError("event", "it supplies fields of no event") }
    }
}

extension FieldValue {
    /// The text of a text field.
    fileprivate var words: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
