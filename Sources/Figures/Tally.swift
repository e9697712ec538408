// What each measure means, said once in code: a count over lines in memory, which Rows' counting must equal.

package import Lifecycle

/// The lines known at a day, seen as at a day.
///
/// This is the meaning of ``Measure``: plain, whole and slow. The store counts the same in SQL and is tested against it.
package struct Tally {
    let day: Day
    let been: [Line]
    let standing: [Line]
    private let aggregates: [Aggregate]

    /// The lines and the numbers from elsewhere that are known at `known`, as at `day`.
    package init(_ lines: [Line], _ aggregates: [Aggregate] = [], asAt day: Day, knownAt known: Day) {
        self.day = day
        self.aggregates = aggregates.standing(asAt: day, knownAt: known)
        been = lines.filter { $0.known.contains(known) && $0.days.lowerBound <= day }
        standing = been.filter { $0.days.contains(day) }
    }

    /// Every figure, and where people stand.
    package func report(knownAt known: Day?) -> Report {
        Report(asAt: day, knownAt: known, answers: Figure.all.map(answer), standing: people)
    }

    /// What one figure comes to.
    package func answer(_ figure: Figure) -> Answer {
        let (value, lines) = value(figure.measure)
        let parts = figure.parts.map { part in
            Answer(figure, self.value(part.measure).0).count ?? 0
        }
        return Answer(figure, value, parts: parts, rangedEvents: lines.count { $0.ranged })
    }

    /// The records whose lines a figure counts, each once.
    package func records(of figure: Figure) -> Set<Int> { Set(value(figure.measure).1.map(\.record)) }

    /// Where each of the people arrested or interviewed stands.
    package var people: Standing {
        let population = Set(been.filter { Standing.population.contains($0.code) }.compactMap(\.person))
        let stages = stages(ranked: Standing.ranked).filter { population.contains($0.key) }
        let counts = stages.values.reduce(into: [Code: Int]()) { $0[$1, default: 0] += 1 }
        return Standing(counts: counts, unplaced: population.count - stages.count)
    }
}

extension Tally {
    /// A measure's value and the lines that it counted.
    func value(_ measure: Measure) -> (Answer.Value, [Line]) {
        switch measure {
        case .at(let codes, let unit):
            return count(standing.filter { codes.contains($0.code) }, unit)
        case .ever(let codes, let unit):
            return count(been.filter { codes.contains($0.code) }, unit)
        case .stage(let codes, let ranked):
            let stages = stages(ranked: ranked)
            let lines = standing.filter { line in
                codes.contains(line.code) && line.person.flatMap { stages[$0] } == line.code
            }
            return count(lines, .person)
        case .range(let code, let months):
            let end = day.adding(months: months)
            let plans = standing.filter { line in
                guard let from = line.from, let to = line.to else { return false }
                return line.code == code && day < from && to <= end
            }
            let low = plans.reduce(0) { $0 + ($1.low ?? 0) }
            return (.range(low: low, high: plans.reduce(0) { $0 + ($1.high ?? 0) }), plans)
        case .planned(let plan, let state, let months, let unit):
            let end = day.adding(months: months)
            let planned = Set(
                standing.filter { line in line.code == plan && line.from.map { day < $0 && $0 <= end } ?? false }
                    .map(\.record))
            return count(standing.filter { $0.code == state && planned.contains($0.record) }, unit)
        case .allLinked(let link, let holders, let outcomes, let unit):
            let settled = records(outcomes)
            let links = Dictionary(grouping: standing.filter { $0.code == link }, by: \.target)
            let lines = standing.filter { line in
                guard holders.contains(line.code), let linked = links[line.record] else { return false }
                return linked.allSatisfy { settled.contains($0.record) }
            }
            return count(lines, unit)
        case .trials(let plan, let state, let number, let link, let live):
            let fixed = records([state])
            let plans = standing.filter { line in
                line.code == plan && fixed.contains(line.record) && line.from.map { day < $0 } ?? false
                    && line.high ?? 1 >= number
            }
            let trials = plans.compactMap { line in
                line.from.map { start in
                    Answer.Trial(
                        starts: start, weeks: line.low, defendants: defendants(of: line.record, by: link, live: live))
                }
            }
            return (.trials(trials.sorted { $0.starts < $1.starts }), plans)
        case .sourced(let series):
            return (.sourced(Sourced(series, aggregates)), [])
        }
    }

    /// The distinct units of some lines.
    private func count(_ lines: [Line], _ unit: Unit) -> (Answer.Value, [Line]) {
        let counted = lines.filter { $0.key(unit) != nil }
        return (.count(Set(counted.compactMap { $0.key(unit) }).count), counted)
    }

    /// Each person's first code in `ranked`.
    func stages(ranked: [Code]) -> [Int: Code] {
        var stages: [Int: Code] = [:]
        for code in ranked.reversed() {
            for line in standing where line.code == code {
                if let person = line.person { stages[person] = code }
            }
        }
        return stages
    }

    private func records(_ codes: [Code]) -> Set<Int> {
        Set(standing.filter { codes.contains($0.code) }.map(\.record))
    }

    private func linked(to record: Int, by link: Code) -> Set<Int> {
        Set(standing.filter { $0.code == link && $0.target == record }.map(\.record))
    }

    private func defendants(of record: Int, by link: Code, live: [Code]) -> Int {
        let charges = linked(to: record, by: link)
        return Set(standing.filter { live.contains($0.code) && charges.contains($0.record) }.compactMap(\.person)).count
    }
}

extension Line {
    /// What tells one unit from another: nil where the line has no such unit.
    fileprivate func key(_ unit: Unit) -> [Int]? {
        switch unit {
        case .investigation: investigation.map { [$0] }
        case .person: person.map { [$0] }
        case .arrest: person.map { [$0, days.lowerBound.number] }
        case .trial, .post: [record]
        case .referral, .child, .crime, .suspect, .placement, .action, .month, .day, .pound: nil
        }
    }
}
