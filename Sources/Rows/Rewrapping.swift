// What is wrapped or boxed under a compartment's keys, to be wrapped anew under newer ones.
package import AuditLog
package import KeyRing
package import SQLite

/// A value that was closed to a compartment's public key, and where it stands.
package struct StandingBox: Sendable {
    /// The table that it stands in; the raw values are those tables' names, as seals are bound to them.
    package enum Table: String, CaseIterable, Sendable {
        case record, event, strike
    }

    package let table: Table
    /// The record's number, or the event's.
    package let row: Int64
    /// The subject of whom it speaks.
    package let subject: Int64
    package let bytes: [UInt8]
}

extension Connection {
    /// Subjects' keys of a compartment that are wrapped under keys before an epoch, at most `most`.
    package func subjectKeys(in compartment: String, before epoch: Int64, most: Int) throws -> [(
        subject: Int64, key: WrappedSubjectKey
    )] {
        try all(
            """
            SELECT subject, epoch, wrapped FROM subject_key
            WHERE compartment = \(compartment) AND epoch < \(epoch) ORDER BY subject LIMIT \(most)
            """
        ) { (try $0.int64(0), WrappedSubjectKey(epoch: try $0.int64(1), bytes: try $0.bytes(2))) }
    }

    /// Values of one table that were closed to a compartment's public key, whichever of its keys that was, at most `most`.
    package func boxes(closedTo compartment: String, in table: StandingBox.Table, most: Int) throws -> [StandingBox] {
        let query: SQL =
            switch table {
            case .record:
                """
                SELECT b.record, r.subject, b.box FROM record_box b JOIN record r ON r.id = b.record
                WHERE b.compartment = \(compartment) AND b.manner = 1 ORDER BY b.record LIMIT \(most)
                """
            case .event:
                """
                SELECT e.seq, r.subject, e.box FROM event e JOIN record r ON r.id = e.record
                WHERE e.compartment = \(compartment) AND e.manner = 1 ORDER BY e.seq LIMIT \(most)
                """
            case .strike:
                """
                SELECT s.event, r.subject, s.box FROM strike s JOIN event e ON e.seq = s.event
                       JOIN record r ON r.id = e.record
                WHERE s.compartment = \(compartment) AND s.manner = 1 ORDER BY s.event LIMIT \(most)
                """
            }
        return try all(query) {
            StandingBox(table: table, row: try $0.int64(0), subject: try $0.int64(1), bytes: try $0.bytes(2))
        }
    }

    /// Details of the log that were closed to a compartment's public key, from a place on, at most `most`.
    package func boxedDetails(after place: (seq: Int, part: Int), most: Int) throws -> [(
        seq: Int, detail: SealedDetail
    )] {
        try all(
            """
            SELECT seq, part, salt, box FROM audit_detail
            WHERE manner = 1 AND (seq, part) > (\(place.seq), \(place.part)) ORDER BY seq, part LIMIT \(most)
            """
        ) {
            (
                try $0.int(0),
                SealedDetail(
                    part: try $0.int(1), subject: nil, salt: try $0.bytes(2), manner: .boxed, box: try $0.bytes(3))
            )
        }
    }
}

extension Transaction {
    /// Keeps a subject's key, wrapped anew, in place of the old one.
    package borrowing func replaceKey(of subject: Int64, in compartment: String, _ key: WrappedSubjectKey) throws {
        try run(
            """
            UPDATE subject_key SET epoch = \(key.epoch), wrapped = \(key.bytes)
            WHERE subject = \(subject) AND compartment = \(compartment)
            """)
    }

    /// Keeps a value, sealed anew, in place of the old one.
    package borrowing func replace(_ old: StandingBox, with box: SealedBox) throws {
        switch old.table {
        case .record:
            try run(
                """
                UPDATE record_box SET manner = \(box.manner.rawValue), box = \(box.bytes)
                WHERE record = \(old.row) AND compartment = \(box.compartment)
                """)
        case .event:
            try run("UPDATE event SET manner = \(box.manner.rawValue), box = \(box.bytes) WHERE seq = \(old.row)")
        case .strike:
            try run("UPDATE strike SET manner = \(box.manner.rawValue), box = \(box.bytes) WHERE event = \(old.row)")
        }
    }

    /// Keeps the detail of a leaf, closed anew; what the leaf commits to is its content.
    package borrowing func replaceDetail(of leaf: Int, _ detail: SealedDetail) throws {
        try run("UPDATE audit_detail SET box = \(detail.box) WHERE seq = \(leaf) AND part = \(detail.part)")
    }
}
