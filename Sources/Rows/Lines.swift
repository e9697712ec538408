// Spans as Figures sees them.
package import Figures
import Lifecycle
package import SQLite

extension Connection {
    /// The spans of some codes as lines without identity.
    package func lines(of wanted: [Code]) throws -> [Line] {
        let codes = try SpanCodes(self)
        let numbers = wanted.compactMap { codes[$0.rawValue] }
        return try all(
            """
            SELECT c.code, s.record, s.person, s.investigation, s.from_day, s.to_day, s.known_from, s.known_to, s.ranged,
                   s.target, s.window_from, s.window_to, s.low, s.high
            FROM span s JOIN span_code c ON c.id = s.code WHERE s.code IN \(list: numbers)
            """
        ) { row in
            var line = Line(
                Code(rawValue: try row.text(0)), record: try row.int(1), person: try row.intOrNil(2),
                investigation: try row.intOrNil(3), days: try row.days(4), known: try row.days(6))
            line.ranged = try row.bool(8)
            line.target = try row.intOrNil(9)
            (line.from, line.to) = (
                try row.intOrNil(10).map { Day(number: $0) }, try row.intOrNil(11).map { Day(number: $0) }
            )
            (line.low, line.high) = (try row.intOrNil(12), try row.intOrNil(13))
            return line
        }
    }
}

extension Row {
    /// The days from one column up to the next one's.
    fileprivate func days(_ index: Int) throws -> Range<Day> {
        let (from, to) = (try int(index), try int(index + 1))
        guard from <= to else { throw RowsError("span", "its days are not in order") }
        return Day(number: from)..<Day(number: to)
    }
}
