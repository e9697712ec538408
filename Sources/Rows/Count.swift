// Counting figures in SQL: what each measure means is said by Figures' Tally, which this must equal.
import CaseModel
package import Figures
package import Lifecycle
package import SQLite

/// The span table as at a day, as known at a day.
package struct Count {
    private let connection: Connection
    private let codes: SpanCodes
    private let day: Day
    private let known: Int
    private let aggregates: [Aggregate]
    private let stages: [Int64: (rank: Int, ranged: Int)]

    /// - Parameters:
    ///   - day: the day at whose end the figures hold.
    ///   - known: the day whose knowledge they rest on; nil for all that is known now.
    package init(_ connection: Connection, asAt day: Day, knownAt known: Day?) throws {
        self.connection = connection
        self.day = day
        self.known = known?.number ?? Span.open.number - 1
        codes = try SpanCodes(connection)
        aggregates = try connection.aggregates().standing(asAt: day, knownAt: Day(number: self.known))
        stages = try Self.stages(connection, codes, day, self.known)
    }

    /// Every figure, and where people stand.
    package func report(knownAt: Day?) throws -> Report {
        Report(asAt: day, knownAt: knownAt, answers: try Figure.all.map { try answer($0) }, standing: try standing())
    }

    /// What one figure comes to.
    package func answer(_ figure: Figure) throws -> Answer {
        let (value, ranged) = try value(figure.measure)
        let parts = try figure.parts.map { part in Answer(figure, try self.value(part.measure).0).count ?? 0 }
        return Answer(figure, value, parts: parts, rangedEvents: ranged)
    }

    private func value(_ measure: Measure) throws -> (Answer.Value, Int) {
        switch measure {
        case .at(let codes, let unit): return try count(" WHERE " + its(codes) + standing("s"), unit)
        case .ever(let codes, let unit): return try count(" WHERE " + its(codes) + been("s"), unit)
        case .stage(let codes, _):
            let wanted = Set(codes.compactMap { Standing.ranked.firstIndex(of: $0) })
            let found = stages.values.filter { wanted.contains($0.rank) }
            return (.count(found.count), found.reduce(0) { $0 + $1.ranged })
        case .range(let code, let months):
            return try range(code, end: day.adding(months: months))
        case .planned(let plan, let state, let months, let unit):
            let window: SQL =
                " AND p.window_from > \(day.number) AND p.window_from <= \(day.adding(months: months).number)"
            return try count(
                " JOIN span p ON p.record = s.record WHERE " + its([state]) + standing("s") + " AND p.code = "
                    + number(plan) + standing("p") + window, unit)
        case .allLinked(let link, let holders, let outcomes, let unit):
            // Whole sets, made once: to look for the links of each holder would be a search of all links for each.
            let links: SQL = " (SELECT l.target FROM span l WHERE l.code = " + number(link) + standing("l")
            let settled: SQL =
                "(SELECT o.record FROM span o WHERE o.code IN " + list(outcomes) + standing("o") + ")"
            return try count(
                " WHERE " + its(holders) + standing("s") + " AND s.record IN" + links + ") AND s.record NOT IN" + links
                    + " AND l.target IS NOT NULL AND l.record NOT IN " + settled + ")", unit)
        case .trials(let plan, let state, let number, let link, let live):
            return try trials(plan, state, number, link, live)
        case .sourced(let series): return (.sourced(Sourced(series, aggregates)), 0)
        }
    }

    private func count(_ rest: SQL, _ unit: Figures.Unit) throws -> (Answer.Value, Int) {
        let units: SQL =
            switch unit {
            case .investigation: "SELECT s.investigation AS unit, s.ranged AS ranged FROM span s"
            case .person: "SELECT s.person AS unit, s.ranged AS ranged FROM span s"
            case .arrest: "SELECT s.person * 4194304 + s.from_day AS unit, s.ranged AS ranged FROM span s"
            case .trial, .post, .referral, .child, .crime, .suspect, .placement, .action, .month, .day, .pound:
                "SELECT s.record AS unit, s.ranged AS ranged FROM span s"
            }
        let found = try connection.first(
            "SELECT count(DISTINCT unit), coalesce(sum(ranged) FILTER (WHERE unit IS NOT NULL), 0) FROM (" + units
                + rest
                + ")"
        ) { (try $0.int(0), try $0.int(1)) }
        return (.count(found?.0 ?? 0), found?.1 ?? 0)
    }

    private func range(_ code: Code, end: Day) throws -> (Answer.Value, Int) {
        let window: SQL = " AND s.window_from > \(day.number) AND s.window_to <= \(end.number)"
        let found = try connection.first(
            "SELECT coalesce(sum(s.low), 0), coalesce(sum(s.high), 0), coalesce(sum(s.ranged), 0) FROM span s WHERE "
                + its([code]) + standing("s") + window
        ) { (try $0.int(0), try $0.int(1), try $0.int(2)) }
        return (.range(low: found?.0 ?? 0, high: found?.1 ?? 0), found?.2 ?? 0)
    }

    private func trials(
        _ plan: Code, _ state: Code, _ least: Int, _ link: Code, _ live: [Code]
    ) throws -> (Answer.Value, Int) {
        let defendants: SQL =
            "(SELECT count(DISTINCT c.person) FROM span l JOIN span c ON c.record = l.record WHERE l.target = s.record"
            + " AND l.code = " + number(link) + standing("l") + " AND c.code IN " + list(live) + standing("c") + ")"
        let fixed: SQL =
            " AND EXISTS (SELECT 1 FROM span f WHERE f.record = s.record AND f.code = " + number(state) + standing("f")
            + ")"
        let limits: SQL = " AND s.window_from > \(day.number) AND coalesce(s.high, 1) >= \(least)"
        let found = try connection.all(
            "SELECT s.window_from, s.low, s.ranged, " + defendants + " FROM span s WHERE " + its([plan]) + standing("s")
                + limits + fixed + " ORDER BY s.window_from, s.record"
        ) { row in
            (
                Answer.Trial(
                    starts: Day(number: try row.int(0)), weeks: try row.intOrNil(1), defendants: try row.int(3)),
                try row.bool(2)
            )
        }
        return (.trials(found.map(\.0)), found.count { $0.1 })
    }

    /// Where each of the people arrested or interviewed stands.
    private func standing() throws -> Standing {
        var counts: [Code: Int] = [:]
        var unplaced = 0
        try connection.query(
            "SELECT DISTINCT s.person FROM span s WHERE s.person IS NOT NULL AND " + its(Standing.population)
                + been("s")
        ) { row in
            if let stage = stages[try row.int64(0)] {
                counts[Standing.ranked[stage.rank], default: 0] += 1
            } else {
                unplaced += 1
            }
        }
        return Standing(counts: counts, unplaced: unplaced)
    }

    /// Each person's furthest stage, by its place in the ranking, and how many of its stays began on a range of days.
    private static func stages(
        _ connection: Connection, _ codes: SpanCodes, _ day: Day, _ known: Int
    ) throws -> [Int64: (rank: Int, ranged: Int)] {
        var ranks: [Int64: Int] = [:]
        for (rank, code) in Standing.ranked.enumerated() {
            if let number = codes[code.rawValue] { ranks[number] = rank }
        }
        var stages: [Int64: (rank: Int, ranged: Int)] = [:]
        try connection.query(
            """
            SELECT person, code, ranged FROM span
            WHERE code IN \(list: Array(ranks.keys).sorted()) AND person IS NOT NULL AND from_day <= \(day.number)
                  AND to_day > \(day.number) AND known_from <= \(known) AND known_to > \(known)
            """
        ) { row in
            let person = try row.int64(0)
            guard let rank = ranks[try row.int64(1)], rank <= stages[person]?.rank ?? .max else { return }
            let before = stages[person].map { $0.rank == rank ? $0.ranged : 0 } ?? 0
            stages[person] = (rank, before + (try row.bool(2) ? 1 : 0))
        }
        return stages
    }

    private func its(_ codes: [Code]) -> SQL { "s.code IN " + list(codes) }

    private func list(_ codes: [Code]) -> SQL {
        let numbers = codes.compactMap { self.codes[$0.rawValue] }
        return "\(list: numbers)"
    }

    private func number(_ code: Code) -> SQL { "\(self.codes[code.rawValue] ?? -1)" }

    private func standing(_ name: SQL) -> SQL {
        let begun: SQL = ".from_day <= \(day.number) AND ", lasting: SQL = ".to_day > \(day.number)"
        return " AND " + name + begun + name + lasting + believed(name)
    }

    private func been(_ name: SQL) -> SQL {
        let begun: SQL = ".from_day <= \(day.number)"
        return " AND " + name + begun + believed(name)
    }

    private func believed(_ name: SQL) -> SQL {
        let since: SQL = ".known_from <= \(known) AND ", still: SQL = ".known_to > \(known)"
        return " AND " + name + since + name + still
    }
}
