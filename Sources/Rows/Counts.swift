// How many rows each table has.
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
