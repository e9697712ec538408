// Records: what they are found by, their dossiers, their boxes.
package import CaseModel
package import Lifecycle
package import SQLite

/// A record as it is found by its reference.
package struct RecordRow: Sendable {
    package let id: Int64
    package let reference: Reference
    package let subject: Int64
    package let person: Int64?
    package let investigation: Int64?
    package let begun: Day
    package internal(set) var state: State?

    init(_ row: borrowing Row) throws {
        guard let kind = RecordKind(rawValue: try row.text(1)) else { throw RowsError("record", "its kind is unknown") }
        id = try row.int64(0)
        reference = Reference(kind: kind, number: try row.int(2))
        subject = try row.int64(3)
        person = try row.isNull(4) ? nil : row.int64(4)
        investigation = try row.isNull(5) ? nil : row.int64(5)
        begun = Day(number: try row.int(6))
        state = try row.textOrNil(7).map { State(rawValue: $0) }
    }
}

extension Connection {
    /// The record of a reference.
    package func record(_ reference: Reference) throws -> RecordRow? {
        try first(
            """
            SELECT id, kind, number, subject, person, investigation, begun, state FROM record
            WHERE kind = \(reference.kind.rawValue) AND number = \(reference.number)
            """
        ) { try RecordRow($0) }
    }

    /// The record of a number.
    package func record(id: Int64) throws -> RecordRow? {
        try first("SELECT id, kind, number, subject, person, investigation, begun, state FROM record WHERE id = \(id)")
        {
            try RecordRow($0)
        }
    }

    /// The records of a kind, in the order of their numbers.
    ///
    /// - Parameter root: only this record and those that name it as their investigation, their person or by a link of theirs;
    ///   nil for all.
    package func records(of kind: RecordKind, leaningOn root: Int64? = nil) throws -> [RecordRow] {
        var question: SQL = """
            SELECT r.id, r.kind, r.number, r.subject, r.person, r.investigation, r.begun, r.state FROM record r
            WHERE r.kind = \(kind.rawValue)
            """
        if let root {
            question += """
                 AND (r.id = \(root) OR r.investigation = \(root) OR r.person = \(root)
                      OR EXISTS (SELECT 1 FROM link l WHERE l.record = r.id AND l.target = \(root)))
                """
        }
        return try all(question + " ORDER BY r.number") { try RecordRow($0) }
    }

    /// Every record, in the order in which they were added.
    package func everyRecord() throws -> [RecordRow] {
        try all("SELECT id, kind, number, subject, person, investigation, begun, state FROM record ORDER BY id") {
            try RecordRow($0)
        }
    }

    /// The greatest number that a kind has given.
    package func greatestNumber(of kind: RecordKind) throws -> Int {
        try first("SELECT coalesce(max(number), 0) FROM record WHERE kind = \(kind.rawValue)") { try $0.int(0) } ?? 0
    }

    /// Which record an event belongs to.
    package func home(ofEvent id: String) throws -> RecordRow? {
        try first(
            """
            SELECT r.id, r.kind, r.number, r.subject, r.person, r.investigation, r.begun, r.state
            FROM event e JOIN record r ON r.id = e.record WHERE e.id = \(id)
            """
        ) { try RecordRow($0) }
    }

    /// The dossiers that are weighed together with a record: its investigation's, or its own.
    package func dossiers(with record: RecordRow) throws -> [Dossier] {
        let root = record.investigation ?? record.id
        return try dossiers("WHERE r.investigation = \(root) OR r.id = \(root)")
    }

    private func dossiers(_ choice: SQL) throws -> [Dossier] {
        var links: [Int64: [String: Int64]] = [:]
        try query("SELECT l.record, l.name, l.target FROM link l JOIN record r ON r.id = l.record " + choice) { row in
            links[try row.int64(0), default: [:]][try row.text(1)] = try row.int64(2)
        }
        var events: [Int64: [Event]] = [:]
        try query(Self.eventQuery + choice + " ORDER BY e.seq") { row in
            events[try row.int64(1), default: []].append(try Event(row))
        }
        return try all(
            "SELECT r.id, r.kind, r.number, r.person, r.investigation, r.begun, r.known, r.facts FROM record r "
                + choice
                + " ORDER BY r.id"
        ) { row in
            guard let kind = RecordKind(rawValue: try row.text(1)),
                let facts = Fields.decoded(Array(try row.text(7).utf8))
            else { throw RowsError("record", "its fields are not in their form") }
            let id = try row.int64(0)
            return Dossier(
                id: id, reference: Reference(kind: kind, number: try row.int(2)),
                person: try row.isNull(3) ? nil : row.int64(3), investigation: try row.isNull(4) ? nil : row.int64(4),
                begun: Day(number: try row.int(5)), known: Day(number: try row.int(6)), facts: facts,
                links: links[id] ?? [:], events: events[id] ?? [], isNew: false)
        }
    }

    /// The links that a record was added with.
    package func links(ofRecord id: Int64) throws -> [String: Reference] {
        var links: [String: Reference] = [:]
        try query(
            "SELECT l.name, r.kind, r.number FROM link l JOIN record r ON r.id = l.target WHERE l.record = \(id)"
        ) { row in
            guard let kind = RecordKind(rawValue: try row.text(1)) else {
                throw RowsError("record", "its kind is unknown")
            }
            links[try row.text(0)] = Reference(kind: kind, number: try row.int(2))
        }
        return links
    }

    /// What is sealed of a record, by compartment.
    package func boxes(ofRecord id: Int64) throws -> [SealedBox] {
        try all("SELECT compartment, manner, box FROM record_box WHERE record = \(id) ORDER BY compartment") { row in
            guard let manner = SealedBox.Manner(rawValue: try row.int64(1)) else {
                throw RowsError("record_box", "its manner is unknown")
            }
            return SealedBox(compartment: try row.text(0), manner: manner, bytes: try row.bytes(2))
        }
    }
}

extension Transaction {
    /// Puts a new record in, with its links.
    package borrowing func insert(_ dossier: Dossier, subject: Int64, recordedAt: Int64, recorder: String) throws {
        let facts = String(decoding: Fields.encoded(dossier.facts), as: UTF8.self)
        try run(
            """
            INSERT INTO record
                (id, kind, number, subject, person, investigation, begun, known, recorded_at, recorder, facts, state)
            VALUES (\(dossier.id), \(dossier.reference.kind.rawValue), \(dossier.reference.number), \(subject),
                    \(maybe: dossier.person), \(maybe: dossier.investigation), \(dossier.begun.number), \(dossier.known.number),
                    \(recordedAt), \(recorder), \(facts), \(maybe: dossier.state?.rawValue))
            """)
        for (name, target) in dossier.links {
            try run("INSERT INTO link (record, name, target) VALUES (\(dossier.id), \(name), \(target))")
        }
    }

    /// Keeps a box of a record, in place of the one its compartment had.
    package borrowing func put(_ box: SealedBox, ofRecord id: Int64) throws {
        try run(
            """
            INSERT OR REPLACE INTO record_box (record, compartment, manner, box)
            VALUES (\(id), \(box.compartment), \(box.manner.rawValue), \(box.bytes))
            """)
    }

    /// Writes where a record now stands.
    package borrowing func setState(_ state: State?, ofRecord id: Int64) throws {
        try run("UPDATE record SET state = \(maybe: state?.rawValue) WHERE id = \(id)")
    }
}
