// How many rows each table has, and what is left of a subject when its keys are destroyed.
package import SQLite

extension Connection {
    /// How many rows each table has, by its name.
    package func rowCounts() throws -> [String: Int] {
        let questions: [(String, SQL)] = [
            ("approval", "SELECT count(*) FROM approval"),
            ("audit_checkpoint", "SELECT count(*) FROM audit_checkpoint"),
            ("audit_detail", "SELECT count(*) FROM audit_detail"),
            ("audit_leaf", "SELECT count(*) FROM audit_leaf"), ("audit_node", "SELECT count(*) FROM audit_node"),
            ("event", "SELECT count(*) FROM event"), ("link", "SELECT count(*) FROM link"),
            ("record", "SELECT count(*) FROM record"), ("record_box", "SELECT count(*) FROM record_box"),
            ("signed_row", "SELECT count(*) FROM signed_row"), ("span", "SELECT count(*) FROM span"),
            ("span_code", "SELECT count(*) FROM span_code"), ("store", "SELECT count(*) FROM store"),
            ("strike", "SELECT count(*) FROM strike"), ("subject", "SELECT count(*) FROM subject"),
            ("subject_key", "SELECT count(*) FROM subject_key"),
        ]
        var counts: [String: Int] = [:]
        for (name, question) in questions { counts[name] = try first(question) { try $0.int(0) } ?? 0 }
        return counts
    }
}

extension Transaction {
    /// Destroys a subject's keys, the details of the log about it, and what is boxed to a compartment as a whole; its log key is
    /// replaced, so that nothing leads from the log to it any more.
    ///
    /// The leaves stay as they are. A part that stands in a root of parts keeps its hash, without which no proof of the leaf
    /// would be possible.
    package borrowing func destroyKeys(of subject: Int64, newLogKey: [UInt8]) throws {
        try run("DELETE FROM subject_key WHERE subject = \(subject)")
        try run("DELETE FROM audit_detail WHERE subject = \(subject) AND part_hash IS NULL")
        try run("UPDATE audit_detail SET subject = NULL, salt = x'', box = x'' WHERE subject = \(subject)")
        try run("UPDATE subject SET log_key = \(newLogKey) WHERE id = \(subject)")
        try run(
            """
            DELETE FROM record_box
            WHERE manner = 1 AND record IN (SELECT id FROM record WHERE subject = \(subject))
            """)
        try run(
            """
            UPDATE event SET box = NULL, manner = NULL, compartment = NULL
            WHERE manner = 1 AND record IN (SELECT id FROM record WHERE subject = \(subject))
            """)
        try run(
            """
            UPDATE strike SET box = NULL, manner = NULL, compartment = NULL
            WHERE manner = 1 AND event IN (
                SELECT e.seq FROM event e JOIN record r ON r.id = e.record WHERE r.subject = \(subject))
            """)
    }
}
