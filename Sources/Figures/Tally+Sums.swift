// What the counts behind the sums mean, said once in code: Rows' counting must equal this.

package import Lifecycle

extension Tally {
    /// The counts behind the sums of the day.
    package var counts: DayCounts {
        let arrests = been.filter { ["B1@arrest", "B1@rearrest"].contains($0.code) }
        let arrested = persons(["B1@arrest", "B1@rearrest"])
        let days = Set(arrests.compactMap { line in line.person.map { [$0, line.days.lowerBound.number] } })
        let accounts = persons(.marks("C1", "first_account", "abe_interview"))
        return DayCounts(
            asAt: day, investigations: states, recorded: investigations(Ladder.investigations.ranked).count,
            arrested: arrested.count, interviewedOnly: persons(Standing.population).subtracting(arrested).count,
            furtherArrests: days.count - arrested.count,
            chargedWithAnotherOnly: persons(.stays("B3", role: "ANCILLARY", "CHARGED")).subtracting(
                persons(.stays("B3", role: "PRIMARY", "CHARGED"))
            ).count, submitted: submitted, accounts: accounts.count,
            withoutAccount: stand(Ladder.victims, without: accounts), victims: stand(Ladder.victims),
            support: stand(Ladder.support), withSupport: persons(Ladder.support.population).count)
    }

    /// Where everyone of a ladder's population stands.
    private func stand(_ ladder: Ladder, without others: Set<Int> = []) -> Standing {
        let stages = stages(ranked: ladder.ranked)
        var counts: [Code: Int] = [:]
        var unplaced = 0
        for person in persons(ladder.population).subtracting(others) {
            if let stage = stages[person] { counts[stage, default: 0] += 1 } else { unplaced += 1 }
        }
        return Standing(counts: counts, unplaced: unplaced)
    }

    /// How many investigations stand in each state.
    private var states: Standing {
        Standing(
            counts: Dictionary(
                uniqueKeysWithValues: Ladder.investigations.ranked.map { code in
                    (code, Set(standing.filter { $0.code == code }.compactMap(\.investigation)).count)
                }
            ).filter { $0.value > 0 })
    }

    private var submitted: DayCounts.Submitted {
        var left = investigations([Code].stays("D1", "REQUESTED") + .stays("D2", "SUBMITTED"))
        func take(_ some: Set<Int>) -> Int {
            let taken = left.intersection(some)
            left.subtract(taken)
            return taken.count
        }
        let charged = take(investigations(.stays("B3", role: "PRIMARY", "CHARGED")))
        let ended = take(Set(value(Figure.investigationsCPSNFA.measure).1.compactMap(\.investigation)))
        let awaiting = DayCounts.Submitted.awaiting
        let outstanding = take(Set(standing.filter { awaiting.contains($0.code) }.compactMap(\.investigation)))
        return DayCounts.Submitted(charged: charged, ended: ended, outstanding: outstanding, otherwise: left.count)
    }

    /// The persons of the spans of some codes that have been by the day.
    func persons(_ codes: [Code]) -> Set<Int> {
        Set(been.filter { codes.contains($0.code) }.compactMap(\.person))
    }

    private func investigations(_ codes: [Code]) -> Set<Int> {
        Set(been.filter { codes.contains($0.code) }.compactMap(\.investigation))
    }
}

extension Tally {
    /// What came and went since an earlier tally of the same lines, as known on the same day.
    package func flow(since earlier: Tally) -> FlowCounts {
        FlowCounts(
            from: earlier.day, to: day, investigations: investigations(since: earlier.day),
            people: people(since: earlier, Ladder.suspects), victims: people(since: earlier, Ladder.victims))
    }

    /// Beginnings and ends of being live, as it stood at the ends of days.
    private func investigations(since first: Day) -> FlowCounts.Flow {
        let live = Ladder.investigations.groups.filter(\.isOpen).flatMap(\.codes)
        let stays = been.filter { Ladder.investigations.ranked.contains($0.code) && !$0.days.isEmpty }
        var new = 0, reopened = 0
        var closed: [Code: Int] = [:]
        for (_, stays) in Dictionary(grouping: stays, by: \.record) {
            var wasLive = false, isLive = false
            let order = stays.map { stay in
                (stay, Ladder.investigations.ranked.firstIndex(of: stay.code) ?? 0)
            }.sorted {
                ($0.0.days.lowerBound, $0.0.days.upperBound, $0.1) < ($1.0.days.lowerBound, $1.0.days.upperBound, $1.1)
            }
            for (stay, _) in order {
                let isNow = live.contains(stay.code)
                let counts = stay.days.lowerBound > first
                switch (isLive, isNow) {
                case (false, true) where counts && wasLive: reopened += 1
                case (false, true) where counts: new += 1
                case (true, false) where counts: closed[stay.code, default: 0] += 1
                case (_, _): break
                }
                isLive = isNow
                wasLive = wasLive || isNow
            }
        }
        return FlowCounts.Flow(new: new, reopened: reopened, closed: closed)
    }

    /// Who is new, whose matter is open again, and whose is closed, each by standing on the two days.
    private func people(since earlier: Tally, _ ladder: Ladder) -> FlowCounts.Flow {
        let open = Set(ladder.groups.filter(\.isOpen).flatMap(\.codes))
        let (then, now) = (earlier.stages(ranked: ladder.ranked), stages(ranked: ladder.ranked))
        let before = earlier.persons(ladder.population)
        var new = 0, reopened = 0, lost = 0
        var closed: [Code: Int] = [:]
        for person in persons(ladder.population) {
            let isNew = !before.contains(person)
            let wasOpen = !isNew && then[person].map(open.contains) ?? false
            let isOpen = now[person].map(open.contains) ?? false
            if isNew { new += 1 }
            if isOpen, !isNew, !wasOpen { reopened += 1 }
            guard !isOpen, isNew || wasOpen else { continue }
            if let stage = now[person] { closed[stage, default: 0] += 1 } else { lost += 1 }
        }
        return FlowCounts.Flow(new: new, reopened: reopened, closed: closed, lost: lost)
    }

    /// The figures of some days, the sums of each and the flows between the first and each other.
    package static func comparison(_ tallies: [Tally], knownAt known: Day?) -> Comparison {
        let days = tallies.map { (tally: $0, report: $0.report(knownAt: known), counts: $0.counts) }
        var sums = days.flatMap { Reconciliation.sums(of: $0.report, $0.counts) }
        for other in days.dropFirst() {
            guard let first = days.first, first.tally.day != other.tally.day else { continue }
            let (opening, closing) = first.tally.day < other.tally.day ? (first, other) : (other, first)
            sums += Reconciliation.flows(
                closing.tally.flow(since: opening.tally), opening: (opening.report, opening.counts),
                closing: (closing.report, closing.counts))
        }
        return Comparison(reports: days.map(\.report), reconciliations: sums)
    }
}
