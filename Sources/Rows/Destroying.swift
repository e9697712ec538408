// What goes and what stays when a subject's keys are destroyed.
package import SQLite

/// What was destroyed of one subject: how much of each class, and nothing of what it was.
package struct Destroyed: Hashable, Sendable {
    /// The subject's keys in compartments.
    package let keys: Int
    /// Sealed values of its records, events and strikes.
    package let boxes: Int
    /// Details of the audit log about it.
    package let details: Int
    /// Reasons in the words of whoever gave them, in entries about it and about nobody else.
    package let reasons: Int
    /// Reasons in entries that are about others too; they stay, and somebody must look whether they speak of it.
    package let reasonsLeft: Int
    /// Its records, by kind.
    package let records: [String: Int]
}

extension Transaction {
    /// Destroys a subject's keys, what is sealed of it, and the details of the log about it; its log key is replaced, so that
    /// nothing leads from the log to it any more.
    ///
    /// The leaves stay as they are. A part that stands in a root of parts keeps its hash, without which no proof of the leaf
    /// would be possible.
    package borrowing func destroyKeys(of subject: Int64, newLogKey: [UInt8]) throws -> Destroyed {
        let reasons = try destroyReasons(about: subject)
        let keys = try run("DELETE FROM subject_key WHERE subject = \(subject)")
        let listed = try run("DELETE FROM audit_detail WHERE subject = \(subject) AND part_hash IS NULL")
        let others = try run(
            "UPDATE audit_detail SET subject = NULL, salt = x'', box = x'' WHERE subject = \(subject)")
        try run("UPDATE subject SET log_key = \(newLogKey) WHERE id = \(subject)")
        var boxes = try run(
            "DELETE FROM record_box WHERE record IN (SELECT id FROM record WHERE subject = \(subject))")
        boxes += try run(
            """
            UPDATE event SET box = NULL, manner = NULL, compartment = NULL
            WHERE box IS NOT NULL AND record IN (SELECT id FROM record WHERE subject = \(subject))
            """)
        boxes += try run(
            """
            UPDATE strike SET box = NULL, manner = NULL, compartment = NULL
            WHERE box IS NOT NULL AND event IN (
                SELECT e.seq FROM event e JOIN record r ON r.id = e.record WHERE r.subject = \(subject))
            """)
        let kinds = try all("SELECT kind, count(*) FROM record WHERE subject = \(subject) GROUP BY kind") {
            (try $0.text(0), try $0.int(1))
        }
        return Destroyed(
            keys: keys, boxes: boxes, details: listed + others, reasons: reasons.destroyed, reasonsLeft: reasons.left,
            records: Dictionary(uniqueKeysWithValues: kinds))
    }

    /// Destroys the reasons in words that stand in entries about this subject alone.
    ///
    /// A reason is boxed to data protection as a part of nobody; whom it speaks of is told by the parts beside it. It must
    /// be asked before those are gone.
    private borrowing func destroyReasons(about subject: Int64) throws -> (destroyed: Int, left: Int) {
        let found = try all(
            """
            SELECT r.seq, r.part, r.part_hash IS NULL, EXISTS (
                SELECT 1 FROM audit_detail o WHERE o.seq = r.seq AND o.subject > 1 AND o.subject <> \(subject))
            FROM audit_detail r
            WHERE r.manner = 1 AND r.seq IN (SELECT seq FROM audit_detail WHERE subject = \(subject))
            """
        ) { (seq: try $0.int(0), part: try $0.int(1), isListed: try $0.int(2) == 1, isShared: try $0.int(3) == 1) }
        let own = found.filter { !$0.isShared }
        for reason in own {
            if reason.isListed {
                try run("DELETE FROM audit_detail WHERE seq = \(reason.seq) AND part = \(reason.part)")
            } else {
                try run(
                    """
                    UPDATE audit_detail SET manner = 0, salt = x'', box = x''
                    WHERE seq = \(reason.seq) AND part = \(reason.part)
                    """)
            }
        }
        return (own.count, found.count - own.count)
    }
}
