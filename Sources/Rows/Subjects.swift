// Data subjects and their keys.
package import KeyRing
package import SQLite

extension Connection {
    /// A subject's log key.
    package func logKey(of subject: Int64) throws -> [UInt8]? {
        try first("SELECT log_key FROM subject WHERE id = \(subject)") { try $0.bytes(0) }
    }

    /// A subject's key of a compartment, wrapped.
    package func subjectKey(of subject: Int64, in compartment: String) throws -> WrappedSubjectKey? {
        try first(
            "SELECT epoch, wrapped FROM subject_key WHERE subject = \(subject) AND compartment = \(compartment)"
        ) { WrappedSubjectKey(epoch: try $0.int64(0), bytes: try $0.bytes(1)) }
    }

    /// The greatest numbers given so far: of subjects, and in the one order of recording of records, events and strikes.
    package func greatestNumbers() throws -> (subject: Int64, recorded: Int64) {
        try first(
            """
            SELECT (SELECT coalesce(max(id), 0) FROM subject),
                   max((SELECT coalesce(max(id), 0) FROM record), (SELECT coalesce(max(seq), 0) FROM event),
                       (SELECT coalesce(max(seq), 0) FROM strike))
            """
        ) { (try $0.int64(0), try $0.int64(1)) } ?? (0, 0)
    }
}

extension Transaction {
    /// Puts a new subject in.
    package borrowing func insertSubject(_ id: Int64, logKey: [UInt8]) throws {
        try run("INSERT INTO subject (id, log_key) VALUES (\(id), \(logKey))")
    }

    /// Keeps a subject's key of a compartment.
    package borrowing func insertKey(of subject: Int64, in compartment: String, _ key: WrappedSubjectKey) throws {
        try run(
            """
            INSERT INTO subject_key (subject, compartment, epoch, wrapped)
            VALUES (\(subject), \(compartment), \(key.epoch), \(key.bytes))
            """)
    }
}
