// Parts that come to more than their whole: what no set of numbers can be.

extension [Aggregate] {
    /// What is wrong with adding a number to these, if anything: parts that would come to more than their whole.
    ///
    /// What counts is what would stand with the new number in place, a corrected one gone.
    package func fault(adding new: Aggregate) -> AggregateFault? {
        guard new.key.series.adds, !new.isWithdrawal else { return nil }
        let beside = (self + [new]).latest.filter { $0.key.stands(beside: new.key) }
        let whole = beside.first { $0.key.category == nil }?.value
        let parts = Dictionary(grouping: beside.filter { $0.key.category != nil }) { $0.key.category?.dimension }
        for (dimension, parts) in parts {
            guard new.key.category == nil || new.key.category?.dimension == dimension else { continue }
            let sum = parts.reduce(0) { $0 + ($1.value ?? 0) }
            for total in parts.compactMap(\.of) + (whole.map { [$0] } ?? []) where sum > total {
                let by = dimension?.rawValue ?? ""
                return AggregateFault(
                    "value", "makes the parts by \(by) come to \(sum), more than the whole of \(total)")
            }
            for of in parts.compactMap(\.of) {
                if let whole, of > whole { return AggregateFault("of", "is more than the whole, which is \(whole)") }
            }
        }
        return nil
    }

    /// Of each key the latest known, and of several known on one day the last recorded.
    var latest: [Aggregate] {
        var latest: [Aggregate.Key: Aggregate] = [:]
        for one in self {
            if let other = latest[one.key], (other.known, other.order) > (one.known, one.order) { continue }
            latest[one.key] = one
        }
        return Array(latest.values)
    }
}

extension Aggregate.Key {
    /// Whether both are of one series, day, period and area, so that one may be a part of the other.
    fileprivate func stands(beside other: Self) -> Bool {
        (series, day, periodFrom, area) == (other.series, other.day, other.periodFrom, other.area)
    }
}
