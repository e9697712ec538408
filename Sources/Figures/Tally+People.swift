// Who is counted, and when they first came to notice.

import Lifecycle

extension Tally {
    /// The people that a figure counts, each once.
    func people(of figure: Figure) -> Set<Int> { Set(value(figure.measure).1.compactMap(\.person)) }

    /// The first day on which each of a population came to notice.
    func firstNotices(_ population: Population) -> [Int: Day] {
        been.filter { population.firstNotice.contains($0.code) }.reduce(into: [:]) { first, line in
            guard let person = line.person else { return }
            first[person] = min(line.days.lowerBound, first[person] ?? line.days.lowerBound)
        }
    }
}
