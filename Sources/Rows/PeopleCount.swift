// The people of figures, told apart by what is open of their records: what each characteristic means is said by Figures'
// Crowd, which this must equal.
import CaseModel
package import Figures
package import Lifecycle
package import SQLite

/// The people of the span table as at a day, as known at a day, by their characteristics.
///
/// Each figure's people are read once for all its breakdowns, from what stands open beside the spans and from no box.
package struct PeopleCount {
    let connection: Connection
    let codes: SpanCodes
    let day: Day
    let known: Int

    /// - Parameters:
    ///   - day: the day at whose end the counts hold.
    ///   - known: the day whose knowledge they rest on; nil for all that is known now.
    package init(_ connection: Connection, asAt day: Day, knownAt known: Day?) throws {
        (self.connection, self.day) = (connection, day)
        self.known = known?.number ?? Span.open.number - 1
        codes = try SpanCodes(connection)
    }

    /// The counts of each breakdown, in their order.
    package func counts(_ breakdowns: [Breakdown]) throws -> [BreakdownCounts] {
        var found: [String: BreakdownCounts] = [:]
        for population in [Population.suspects, .victims] {
            let all = breakdowns.filter { $0.population == population }
            guard !all.isEmpty else { continue }
            let backgrounds = try Backgrounds(self, of: population, Set(all.flatMap(\.by)))
            for (_, group) in Dictionary(grouping: all, by: \.figure.id) {
                for counts in try counts(ofOneFigure: group, backgrounds) { found[counts.id] = counts }
            }
        }
        return breakdowns.compactMap { found[$0.id] }
    }

    private func counts(ofOneFigure group: [Breakdown], _ backgrounds: Backgrounds) throws -> [BreakdownCounts] {
        guard let figure = group.first?.figure else { return [] }
        var counters = group.map { BreakdownCounter($0, asAt: day) }
        try people(of: figure, Set(group.flatMap(\.by))) { person, traits in
            let whole = backgrounds.added(to: traits, of: person)
            for place in counters.indices { counters[place].count(whole) }
        }
        return counters.map(\.counts)
    }
}

extension PeopleCount {
    /// Hands over each person of a figure once, with what is open of their own record.
    private func people(
        of figure: Figure, _ wanted: Set<Characteristic>, _ body: (Int64, Traits) -> Void
    ) throws {
        let (members, isMember) = try members(figure.measure)
        let isOfArea = wanted.contains(where: \.isArea)
        let isOfAge = wanted.contains(.ageBandNow) || wanted.contains(.ageBandThen)
        let isOfGroup = wanted.contains(.ethnicity)
        // In the order of the records' own numbers, so that their pages are read one after another.
        let question: SQL = """
            SELECT u.person,
                   CASE WHEN \(wanted.contains(.sex)) THEN substr(json_extract(p.facts, '$.sex'), 3) END,
                   CASE WHEN \(isOfGroup) THEN substr(json_extract(p.facts, '$.ethnicity'), 3) END,
                   CASE WHEN \(isOfGroup) THEN substr(json_extract(p.facts, '$.ethnicity_source'), 3) END,
                   CASE WHEN \(isOfArea) THEN substr(json_extract(p.facts, '$.ward'), 3) END,
                   CASE WHEN \(isOfAge) THEN substr(json_extract(p.facts, '$.birth_month'), 3) END
            FROM (SELECT s.person AS person FROM span s WHERE s.person IS NOT NULL
            """
        try connection.query(
            question + members
                + " GROUP BY s.person) u LEFT JOIN record p ON p.id = u.person AND p.known <= \(known)"
        ) { row in
            let person = try row.int64(0)
            guard isMember(person) else { return }
            var traits = Traits()
            traits.sex = try row.textOrNil(1)
            traits.ethnicity = try row.textOrNil(2)
            traits.ethnicitySource = try row.textOrNil(3)
            traits.ward = try row.textOrNil(4)
            traits.birthMonth = try row.textOrNil(5)
            body(person, traits)
        }
    }

    /// Which spans make somebody one of a figure's people, and who of those is one of them.
    private func members(_ measure: Measure) throws -> (SQL, (Int64) -> Bool) {
        switch measure {
        case .at(let codes, _): return (its(codes) + standing, { _ in true })
        case .ever(let codes, _): return (its(codes) + been, { _ in true })
        case .stage(let codes, let ranked):
            // Who also stands at an earlier stage of the ranking stands there.
            let last = ranked.lastIndex { codes.contains($0) } ?? -1
            let earlier = Array(ranked[0...max(0, last)])
            var ranks: [Int64: Int] = [:]
            for (rank, code) in earlier.enumerated() {
                if let number = self.codes[code.rawValue] { ranks[number] = rank }
            }
            var stages: [Int64: Int] = [:]
            try connection.query(
                "SELECT s.person, s.code FROM span s WHERE s.person IS NOT NULL" + its(earlier) + standing
            ) { row in
                guard let rank = ranks[try row.int64(1)] else { return }
                let person = try row.int64(0)
                stages[person] = min(rank, stages[person] ?? rank)
            }
            return (its(codes) + standing, { person in stages[person].map { codes.contains(ranked[$0]) } ?? false })
        case .range, .planned, .allLinked, .trials, .sourced: return (" AND 0", { _ in false })
        }
    }

    /// Spans of these codes.
    func its(_ codes: [Code]) -> SQL { " AND s.code IN \(list: codes.compactMap { self.codes[$0.rawValue] })" }

    /// Spans that stand on the day.
    var standing: SQL { been + " AND s.to_day > \(day.number)" }

    /// Spans that have been by the day.
    var been: SQL {
        " AND s.from_day <= \(day.number) AND s.known_from <= \(known) AND s.known_to > \(known)"
    }
}
