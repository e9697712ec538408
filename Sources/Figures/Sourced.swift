// The numbers from elsewhere that one figure shows on one day.

package import Lifecycle

/// Numbers of one figure's series that stand on a day, as known on a day.
package struct Sourced: Hashable, Sendable {
    /// Every one: series by series, the newest day first, then by area, dimension and category.
    package let numbers: [Aggregate]
    private let series: [Series]

    /// The numbers of these series among those that stand.
    package init(_ series: [Series], _ standing: [Aggregate]) {
        self.series = series
        numbers = standing.filter { series.contains($0.key.series) }.sorted { $0.place(series) < $1.place(series) }
    }

    /// The figure's own value: the newest number of its first series that is of the whole.
    package var headline: Aggregate? {
        numbers.first { $0.key.series == series.first && $0.key.area == nil && $0.key.category == nil }
    }

    /// Of each series, area and dimension the numbers of the newest day: what a table shows.
    package var newest: [Aggregate] {
        var days: [Aggregate.Line: Day] = [:]
        for one in numbers { days[one.line] = max(days[one.line] ?? one.key.day, one.key.day) }
        return numbers.filter { days[$0.line] == $0.key.day }
    }
}

extension Sourced {
    /// How a number differs from an earlier one of the same kind.
    package struct Movement: Hashable, Sendable {
        /// The earlier number.
        package let base: Aggregate
        /// By how much, in tenths.
        package let tenths: Int
        /// Whether in percentage points of a share; if not, in per cent of the earlier number.
        package let inPoints: Bool
    }

    /// How a number differs from the one since which its source says it changed, or else from the one before it.
    ///
    /// Shares are compared in percentage points, other numbers in per cent; nil where there is nothing to compare, and
    /// where the earlier number is too small for a share of it to be worked out.
    package func movement(of one: Aggregate) -> Movement? {
        let alike = numbers.filter {
            $0.line == one.line && $0.key.category == one.key.category && $0.isAsLong(as: one)
        }
        let base = alike.filter { other in
            if let since = one.change?.since { other.key.day == since } else { other.key.day < one.key.day }
        }.max { $0.key.day < $1.key.day }
        guard let base, let now = one.value, let before = base.value else { return nil }
        if let share = one.shareTenths, let earlier = base.shareTenths {
            return Movement(base: base, tenths: share - earlier, inPoints: true)
        }
        guard one.of == nil, base.of == nil, before >= Aggregate.least else { return nil }
        return Movement(base: base, tenths: Aggregate.tenths(now - before, of: before), inPoints: false)
    }
}

extension Sourced {
    /// Of how many it is known to which group they belong.
    package struct Recorded: Hashable, Sendable {
        /// At least so many, at most so many, of so many.
        package let least: Int, most: Int, of: Int
    }

    /// Of how many of those counted by ethnicity beside this number the group is recorded; nil for any other number.
    ///
    /// Where a source throws "other" and "unknown" together, all that can be said is at least and at most.
    package func recorded(beside one: Aggregate) -> Recorded? {
        guard one.key.category?.dimension == .ethnicity else { return nil }
        let beside = numbers.filter {
            $0.line == one.line && ($0.key.day, $0.key.periodFrom) == (one.key.day, one.key.periodFrom)
        }
        let of = beside.compactMap(\.of).max() ?? beside.reduce(0) { $0 + ($1.value ?? 0) }
        let sum = { (names: (String) -> Bool) in
            beside.filter { names($0.key.category?.name ?? "") }.reduce(0) { $0 + ($1.value ?? 0) }
        }
        guard of > 0 else { return nil }
        let named = sum { !Dimension.unknown.contains($0) && !Dimension.mixed.contains($0) }
        return Recorded(least: min(named, of), most: max(named, of - sum(Dimension.unknown.contains)), of: of)
    }
}

extension [Aggregate] {
    /// The numbers that hold on a day or before it, as known on a day: each corrected one gone, each withdrawn one too.
    package func standing(asAt day: Day, knownAt known: Day) -> [Aggregate] {
        filter { $0.known <= known && $0.key.day <= day }.latest.filter { !$0.isWithdrawal }
    }
}

extension Aggregate {
    /// What numbers of several days and categories have in common.
    fileprivate struct Line: Hashable {
        let series: Series
        let area: String?
        let dimension: Dimension?
    }

    fileprivate var line: Line { Line(series: key.series, area: key.area, dimension: key.category?.dimension) }

    /// Whether both are of a day, or of periods equally long but for the days that months and leap years make.
    fileprivate func isAsLong(as other: Aggregate) -> Bool {
        switch (key.periodFrom, other.key.periodFrom) {
        case (nil, nil): true
        case (let first?, let second?):
            abs((key.day.number - first.number) - (other.key.day.number - second.number)) <= 3
        case (nil, _?), (_?, nil): false
        }
    }

    /// Where it stands among others, in words that sort.
    fileprivate func place(_ series: [Series]) -> [Place] {
        let dimension = key.category?.dimension
        let name = key.category?.name ?? ""
        let categories = dimension?.categories ?? []
        return [
            .number(series.firstIndex(of: key.series) ?? series.count), .number(-key.day.number),
            .number(-(key.periodFrom?.number ?? 0)), .text(key.area ?? ""),
            .number(dimension.flatMap { Dimension.allCases.firstIndex(of: $0) } ?? -1),
            .number(rank ?? .max), .number(categories.firstIndex(of: name) ?? -(value ?? 0)), .text(name),
        ]
    }

    /// One thing to sort by.
    fileprivate enum Place: Comparable {
        case number(Int)
        case text(String)
    }
}

extension [Aggregate.Place] {
    fileprivate static func < (one: Self, other: Self) -> Bool { one.lexicographicallyPrecedes(other) }
}
