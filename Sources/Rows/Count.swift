// Counting figures over the span table: what each measure means is said by Figures' Tally, which this must equal.
import CaseModel
package import Figures
package import Lifecycle
package import SQLite

/// The figures of some days, as known at a day, counted in one pass over the span table.
package struct Count {
    private let known: Day?
    private let reader: SpanReader
    private let sweep: Sweep
    private let numbers: [[Aggregate]]
    private let schedule: Schedule
    private let ended: [Linked]

    /// - Parameters:
    ///   - days: the days at whose ends the figures hold, each once.
    ///   - known: the day whose knowledge they rest on; nil for all that is known now.
    package init(_ connection: Connection, asAt days: [Day], knownAt known: Day?) throws {
        self.known = known
        reader = try SpanReader(connection, asAt: days, knownAt: known)
        let aggregates = try connection.aggregates(), believed = Day(number: reader.known)
        numbers = days.map { aggregates.standing(asAt: $0, knownAt: believed) }
        schedule = try Schedule(reader)
        let sweep = try Sweep(reader, watching: schedule.charges), reader = reader
        self.sweep = sweep
        ended = try Figure.all.compactMap { figure in
            guard case .allLinked(let link, let holders, _, let unit) = figure.measure else { return nil }
            return try Linked(link, to: holders, Head.Whose(unit), sweep, reader)
        }
    }

    /// The figures of each day with their sums, and the flows between the first day and each other.
    package func comparison() -> Comparison {
        let days = reader.days.indices.map { place in
            let report = report(place)
            return (place: place, report: report, counts: counts(place))
        }
        var sums = days.flatMap { Reconciliation.sums(of: $0.report, $0.counts) }
        for other in days.dropFirst() {
            guard let first = days.first else { continue }
            let (opening, closing) = first.report.asAt < other.report.asAt ? (first, other) : (other, first)
            sums += Reconciliation.flows(
                sweep.flow(from: opening.place, to: closing.place, reader.days),
                opening: (opening.report, opening.counts),
                closing: (closing.report, closing.counts))
        }
        return Comparison(reports: days.map(\.report), reconciliations: sums)
    }

    /// Every figure of one of the days, and where people stand.
    private func report(_ place: Int) -> Report {
        let tally = sweep.tallies[place]
        return Report(
            asAt: reader.days[place], knownAt: known, answers: Figure.all.map { answer($0, place) },
            standing: tally.standing(0, of: tally[.population]))
    }

    /// What one figure comes to.
    private func answer(_ figure: Figure, _ place: Int) -> Answer {
        let (value, ranged) = value(figure.measure, place)
        let parts = figure.parts.map { part in Answer(figure, self.value(part.measure, place).0).count ?? 0 }
        return Answer(figure, value, parts: parts, rangedEvents: ranged)
    }

    private func value(_ measure: Measure, _ place: Int) -> (Answer.Value, Int) {
        let tally = sweep.tallies[place], day = reader.days[place]
        switch measure {
        case .at, .ever:
            guard let head = Head(measure), let number = Head.places[head] else { return (.count(0), 0) }
            let count = head.whose == .arrest ? sweep.arrests(by: day).all : tally.heads[number].count
            return (.count(count), tally.ranged[number])
        case .stage(let codes, let ranked):
            let wanted = codes.compactMap { ranked.firstIndex(of: $0) }.map { UInt8($0) }
            let (people, ranged) = tally.count(on: Set(wanted), of: 0)
            return (.count(people), ranged)
        case .range(_, let months): return schedule.range(asAt: day, months: months)
        case .planned(_, let state, let months, let unit):
            let planned = schedule.planned(asAt: day, months: months)
            let stays = (sweep.kept[state] ?? []).filter {
                $0.stands(at: day.number) && planned.contains($0.record) && $0.unit(Head.Whose(unit)) >= 0
            }
            return (.count(Set(stays.map { $0.unit(Head.Whose(unit)) }).count), stays.count { $0.ranged })
        case .allLinked: return (.count(ended.first?.units[place].count ?? 0), ended.first?.ranged[place] ?? 0)
        case .trials(_, let state, let number, _, _):
            return schedule.trials(asAt: day, number: number, fixed: sweep.kept[state] ?? [], sweep.watched)
        case .sourced(let series): return (.sourced(Sourced(series, numbers[place])), 0)
        }
    }
}

extension Count {
    /// The counts behind the sums of one of the days.
    private func counts(_ place: Int) -> DayCounts {
        let tally = sweep.tallies[place], day = reader.days[place]
        let states = Ladder.investigations.ranked.map { ($0, tally[Head([$0], isEver: false, .investigation)].count) }
        let asked = tally[.asked]
        let charged = asked.intersection(tally[.chargedIn])
        let ended = asked.subtracting(charged).intersection(self.ended.first?.units[place] ?? Places(upTo: 0))
        let left = asked.subtracting(charged).subtracting(ended)
        let awaiting = left.intersection(tally[.awaiting])
        let arrests = sweep.arrests(by: day)
        return DayCounts(
            asAt: day,
            investigations: Standing(counts: Dictionary(uniqueKeysWithValues: states.filter { $0.1 > 0 })),
            recorded: tally[.recorded].count, arrested: tally[.arrested].count,
            interviewedOnly: tally[.population].subtracting(tally[.arrested]).count, furtherArrests: arrests.further,
            chargedWithAnotherOnly: tally[.ancillary].subtracting(tally[.primary]).count,
            submitted: DayCounts.Submitted(
                charged: charged.count, ended: ended.count, outstanding: awaiting.count,
                otherwise: left.count - awaiting.count), accounts: tally[.accounts].count,
            withoutAccount: tally.standing(1, of: tally[.victims].subtracting(tally[.accounts])),
            victims: tally.standing(1, of: tally[.victims]), support: tally.standing(2, of: tally[.support]),
            withSupport: tally[.support].count)
    }
}
