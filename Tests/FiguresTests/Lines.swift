// Lines for the tests to count.

import Lifecycle

@testable import Figures

/// A day by its place in a test's own small calendar.
func day(_ number: Int) -> Day { Day(number: 17_000 + number) }

/// A day that never comes.
let never = Day(number: .max)

extension Line {
    /// A line that holds from one day, to another or for good, and is known from a day, to another or for good.
    static func made(
        _ code: Code, _ record: Int, person: Int? = nil, investigation: Int? = nil, from: Int, to: Int? = nil,
        known: Int? = nil, struck: Int? = nil, target: Int? = nil, ranged: Bool = false
    ) -> Line {
        var line = Line(
            code, record: record, person: person, investigation: investigation,
            days: day(from)..<(to.map(day) ?? never), known: day(known ?? from)..<(struck.map(day) ?? never))
        line.target = target
        line.ranged = ranged
        return line
    }

    /// The same line as a plan.
    func planned(from: Day, to: Day? = nil, low: Int? = nil, high: Int? = nil) -> Line {
        var line = self
        (line.from, line.to, line.low, line.high) = (from, to, low, high)
        return line
    }
}

extension [Line] {
    /// What a figure comes to over these lines.
    func count(_ figure: Figure, at: Int, known: Int? = nil) -> Int? {
        Tally(self, asAt: day(at), knownAt: known.map(day) ?? Day(number: .max - 1)).answer(figure).count
    }
}
