// What the answers from the audit log ask of the case file.
package import SQLite

extension Connection {
    /// The records of one data subject, in the order in which they were added.
    package func records(ofSubject subject: Int64) throws -> [RecordRow] {
        try all(
            """
            SELECT id, kind, number, subject, person, investigation, begun, state FROM record
            WHERE subject = \(subject) ORDER BY id
            """
        ) { try RecordRow($0) }
    }

    /// How many details still exist of each leaf of a range; a leaf without any is left out.
    package func detailCounts(_ range: Range<Int>) throws -> [Int: Int] {
        var counts: [Int: Int] = [:]
        try query(
            """
            SELECT seq, count(*) FROM audit_detail
            WHERE seq >= \(range.lowerBound) AND seq < \(range.upperBound) GROUP BY seq
            """
        ) { counts[try $0.int(0)] = try $0.int(1) }
        return counts
    }
}
