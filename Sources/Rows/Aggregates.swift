// Numbers from elsewhere, as the store has them.
package import Figures
import Lifecycle
package import SQLite

extension Connection {
    /// Every number from elsewhere, corrected ones too, in the order of recording.
    package func aggregates() throws -> [Aggregate] {
        try all("SELECT id, begun, known, facts FROM record WHERE kind = \(RecordKind.aggregate.rawValue) ORDER BY id")
        {
            row in
            guard let fields = Fields.decoded(Array(try row.text(3).utf8)) else {
                throw RowsError("record", "its fields are not in their form")
            }
            do {
                return try Aggregate(
                    fields, on: Day(number: try row.int(1)), known: Day(number: try row.int(2)), order: try row.int(0))
            } catch is AggregateFault {
                throw RowsError("record", "it is a number from elsewhere that cannot be")
            }
        }
    }
}
