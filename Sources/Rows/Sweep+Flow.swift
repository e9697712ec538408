// What came and went between two of the days of a pass.
import Figures
import Lifecycle

extension Sweep {
    /// What came and went after one of the days and by another.
    func flow(from first: Int, to last: Int, _ days: [Day]) -> FlowCounts {
        FlowCounts(
            from: days[first], to: days[last], investigations: investigations(after: days[first], by: days[last]),
            people: people(0, .population, tallies[first], tallies[last]),
            victims: people(1, .victims, tallies[first], tallies[last]))
    }

    /// Beginnings and ends of being live, as it stood at the ends of days.
    private func investigations(after first: Day, by last: Day) -> FlowCounts.Flow {
        var stays: [(rung: Int, isLive: Bool, stay: Stay)] = []
        let ranked = Ladder.investigations.ranked
        let live = Set(Ladder.investigations.groups.filter(\.isOpen).flatMap(\.codes))
        for (rung, code) in ranked.enumerated() {
            stays += (kept[code] ?? []).filter { $0.from < $0.to && $0.from <= last.number }
                .map { (rung, live.contains(code), $0) }
        }
        stays.sort {
            ($0.stay.record, $0.stay.from, $0.stay.to, $0.rung) < ($1.stay.record, $1.stay.from, $1.stay.to, $1.rung)
        }
        var new = 0, reopened = 0, record = -1
        var isLive = false, wasLive = false
        var closed: [Code: Int] = [:]
        for (rung, isNow, stay) in stays {
            if stay.record != record { (record, isLive, wasLive) = (stay.record, false, false) }
            if stay.from > first.number, isNow != isLive {
                if !isNow { closed[ranked[rung], default: 0] += 1 } else if wasLive { reopened += 1 } else { new += 1 }
            }
            isLive = isNow
            wasLive = wasLive || isNow
        }
        return FlowCounts.Flow(new: new, reopened: reopened, closed: closed)
    }

    /// Who is new, whose matter is open again and whose is closed, each by standing on the two days.
    private func people(_ ladder: Int, _ head: Head, _ first: DayTally, _ last: DayTally) -> FlowCounts.Flow {
        let ranked = DayTally.ladders[ladder].ranked
        let open = Set(DayTally.ladders[ladder].groups.filter(\.isOpen).flatMap(\.codes))
        let isOpen = ranked.map(open.contains)
        let before = first[head]
        var new = 0, reopened = 0, lost = 0
        var closed = [Int](repeating: 0, count: ranked.count)
        last[head].forEach { person in
            let (then, now) = (first.rungs[ladder][person], last.rungs[ladder][person])
            let isNew = !before.contains(person)
            let wasOpen = !isNew && then != DayTally.noRung && isOpen[Int(then)]
            let isStill = now != DayTally.noRung && isOpen[Int(now)]
            if isNew { new += 1 } else if isStill, !wasOpen { reopened += 1 }
            guard !isStill, isNew || wasOpen else { return }
            if now == DayTally.noRung { lost += 1 } else { closed[Int(now)] += 1 }
        }
        let told = zip(ranked, closed).filter { $0.1 > 0 }
        return FlowCounts.Flow(
            new: new, reopened: reopened, closed: Dictionary(uniqueKeysWithValues: told), lost: lost)
    }
}
