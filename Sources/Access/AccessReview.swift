// The analysis of who looked at how much, when: values in, findings out.
package import Lifecycle

/// A review of what accounts did in a period, held against their own habit and that of their peers.
///
/// Each pattern is counted for each London day of each account. A count is a finding if it reaches the pattern's least
/// and is more than the habit allows; where no habit is known the least alone decides.
package struct AccessReview: Sendable {
    /// What it goes by.
    package let thresholds: AccessThresholds
    /// The days of each account on which it did anything, with the count of each pattern and the entries counted.
    private var days: [String: [Day: [AccessPattern: Tally]]] = [:]

    private struct Tally {
        var times = 0
        var records: Set<Int> = []
        var entries: [Int] = []

        var count: Int { max(times, records.count) }
    }

    package init(thresholds: AccessThresholds = .standard) { self.thresholds = thresholds }

    /// Takes an act in; the order does not matter.
    package mutating func take(_ act: AccessAct) {
        let day = LondonTime(at: act.at).day
        var tallies = days[act.account]?[day] ?? [:]
        for pattern in AccessPattern.allCases {
            switch pattern.weighs(act, thresholds) {
            case .none: continue
            case .once: tallies[pattern, default: Tally()].times += 1
            case .records(let records): tallies[pattern, default: Tally()].records.formUnion(records)
            }
            tallies[pattern, default: Tally()].entries.append(act.entry)
        }
        days[act.account, default: [:]][day] = tallies
    }

    /// The days to look into, by day, then by account and pattern.
    ///
    /// - Parameters:
    ///   - period: the days that are asked about; those before it tell the habit.
    ///   - roles: the roles of each account: who shares one is a peer.
    package func findings(in period: ClosedRange<Day>, roles: [String: Set<Role>]) -> [AccessFinding] {
        let span = period.lowerBound.adding(days: -thresholds.habitDays)...period.upperBound
        let known = days.mapValues { $0.filter { span.contains($0.key) } }
        var findings: [AccessFinding] = []
        for (account, own) in known {
            let peers = known.filter { other, _ in
                other != account && !(roles[other] ?? []).isDisjoint(with: roles[account] ?? [])
            }
            for (pattern, threshold) in thresholds.of {
                let due = own.filter { day, tallies in
                    period.contains(day) && (tallies[pattern]?.count ?? 0) >= max(1, threshold.least)
                }
                guard !due.isEmpty else { continue }
                let counts = own.mapValues { $0[pattern]?.count ?? 0 }
                let theirs = habit(peers.values.flatMap { $0.values.map { $0[pattern]?.count ?? 0 } })
                for (day, tallies) in due {
                    guard let tally = tallies[pattern] else { continue }
                    let mine = habit(counts.filter { $0.key != day }.map(\.value))
                    guard isReported(tally.count, threshold, own: mine, peers: theirs) else { continue }
                    findings.append(
                        AccessFinding(
                            pattern: pattern, account: account, day: day, count: tally.count, own: mine, peers: theirs,
                            entries: tally.entries.sorted()))
                }
            }
        }
        return findings.sorted { ($0.day, $0.account, $0.pattern) < ($1.day, $1.account, $1.pattern) }
    }

    /// Whether a count that reaches the least is more than the habits that measure it allow.
    private func isReported(
        _ count: Int, _ threshold: AccessThresholds.Threshold, own: AccessFinding.Habit?, peers: AccessFinding.Habit?
    ) -> Bool {
        let measures = [
            threshold.timesOwn.flatMap { times in own.map { $0.twice * times } },
            threshold.timesPeers.flatMap { times in peers.map { $0.twice * times } },
        ].compactMap(\.self)
        return measures.isEmpty || measures.contains { 2 * count > $0 }
    }

    /// The median of so many days' counts; nil where they are too few to tell a habit.
    private func habit(_ counts: [Int]) -> AccessFinding.Habit? {
        guard counts.count >= thresholds.leastHabit, !counts.isEmpty else { return nil }
        let sorted = counts.sorted()
        let middle = sorted.count / 2
        let twice = sorted.count % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle]
        return AccessFinding.Habit(twice: twice, days: counts.count)
    }
}
