// Where records stand on a day: read from their stays, which know what the passing of days has done.
import CaseModel
package import Lifecycle
package import SQLite

extension RecordRow {
    /// The same record standing where it stands on a day.
    package func standing(at state: State?) -> RecordRow {
        var row = self
        row.state = state ?? row.state
        return row
    }
}

extension Connection {
    /// Where the records of a kind stand at the end of a day, as far as is known now, by their numbers.
    ///
    /// - Parameter record: the one that is asked for; nil for all.
    package func standings(of kind: RecordKind, on day: Day, record: Int64? = nil) throws -> [Int64: State] {
        guard let machine = kind.machine?.rawValue else { return [:] }
        var states: [Int64: State] = [:]
        try query("SELECT id, code FROM span_code") { row in
            let code = try row.text(1)
            guard let colon = code.lastIndex(of: ":") else { return }
            let head = code[..<colon]
            if head == machine || head.hasPrefix(machine + "/") {
                states[try row.int64(0)] = State(rawValue: String(code[code.index(after: colon)...]))
            }
        }
        var question: SQL = """
            SELECT record, code FROM span WHERE code IN \(list: Array(states.keys)) AND from_day <= \(day.number)
                AND to_day > \(day.number) AND known_to = \(Span.open.number)
            """
        if let record { question += " AND record = \(record)" }
        var found: [Int64: State] = [:]
        try query(question) { row in found[try row.int64(0)] = states[try row.int64(1)] }
        return found
    }
}
