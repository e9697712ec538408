// One span as Figures sees it: without identity.

package import Lifecycle

/// A line of the span table without identity: its numbers tell records apart and name nobody.
package struct Line: Hashable, Sendable {
    /// Which stay, mark, link or plan it is.
    package var code: Code
    /// The record it is of, and that record's person and investigation where it has them.
    package var record: Int, person: Int?, investigation: Int?
    /// The days for which it holds, the last one not included; an open end is a far day.
    package var days: Range<Day>
    /// The days on which it is known, the last one not included.
    package var known: Range<Day>
    /// Whether the event that opened it happened on a range of days.
    package var ranged = false
    /// The other record of a link.
    package var target: Int?
    /// The window and the numbers of a plan.
    package var from: Day?, to: Day?, low: Int?, high: Int?

    /// A line that is no link and no plan until it is told so.
    package init(
        _ code: Code, record: Int, person: Int? = nil, investigation: Int? = nil, days: Range<Day>, known: Range<Day>
    ) {
        (self.code, self.record, self.person, self.investigation) = (code, record, person, investigation)
        (self.days, self.known) = (days, known)
    }
}
