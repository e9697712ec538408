// Checking a proof again by plain addition, with nothing of what found it.

extension Certificate {
    /// What is wrong with this proof for a ledger, whose last statement is the draft; empty if it holds.
    ///
    /// Every world is added up against every equation, inequality and fact, each target's two worlds are compared, and the
    /// list of targets is made again from the statements.
    package func faults(in ledger: Ledger, under policy: DisclosurePolicy) -> [String] {
        var faults: [String] = []
        let hidden = ledger.statements.flatMap(\.everything).filter { $0.1.showing == .hidden }.map(\.0)
        if Set(hidden) != Set(unknowns) || hidden.count != unknowns.count {
            return ["The unknowns are not the numbers that are hidden."]
        }
        if worlds.contains(where: { $0.count != unknowns.count }) {
            return ["A world does not have a value for each unknown."]
        }
        let addition = Addition(ledger, unknowns: unknowns, hiddenLower: policy.hiddenLower)
        for (number, world) in worlds.enumerated() {
            for sum in addition.sums {
                let value =
                    sum.plus.reduce(0) { $0 + $1.value(in: world) } - sum.minus.reduce(0) { $0 + $1.value(in: world) }
                if value < sum.least || value > sum.most { faults.append("World \(number): \(sum.name).") }
            }
        }
        faults += unproven(in: ledger, under: policy, addition)
        if let draft = ledger.statements.last { faults += tooSmall(in: draft, under: policy) }
        return faults
    }

    /// Targets without two worlds that differ enough.
    private func unproven(in ledger: Ledger, under policy: DisclosurePolicy, _ addition: Addition) -> [String] {
        var numbers: [Place: Addition.Number] = [:]
        for (place, cell) in ledger.statements.flatMap(\.everything) { numbers[place] = addition.number(place, cell) }
        let proofs = Dictionary(self.proofs.map { ($0.target, $0.worlds) }) { one, _ in one }
        let waived = Set(ledger.statements.flatMap(\.waived))
        return Self.targets(of: ledger, under: policy).filter { !waived.contains($0) }.compactMap { target in
            guard let pair = proofs[target], pair.count == 2, pair.allSatisfy(worlds.indices.contains) else {
                return "\(target.text) has no proof."
            }
            let values = pair.map { world in
                target.places.reversed().enumerated().reduce(0) { sum, place in
                    let value = numbers[place.element]?.value(in: worlds[world]) ?? 0
                    return sum + (place.offset == 0 ? value : -value)
                }
            }
            return abs(values[0] - values[1]) >= policy.minWidth ? nil : "\(target.text) can be told too closely."
        }
    }

    /// Everything that must be proven of a ledger: what is hidden, and each small change of a cell.
    static func targets(of ledger: Ledger, under policy: DisclosurePolicy) -> [Target] {
        var targets: [Target] = []
        for statement in ledger.statements {
            targets += statement.everything.filter { $0.1.showing == .hidden }.map { .cell($0.0) }
        }
        let ordered = ledger.statements.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        for (index, later) in ordered.enumerated() {
            for earlier in ordered.prefix(index) {
                for table in later.tables {
                    guard let before = earlier.tables.first(where: { $0.id == table.id }) else { continue }
                    let departures = (later.overrides + earlier.overrides)
                        .filter { $0.table == table.id && $0.parameter == .change }
                    let below = departures.first?.number ?? policy.changeThreshold
                    let cells = Dictionary(before.everything(of: earlier.id).map { ([$0.1, $0.2], ($0.0, $0.3)) }) {
                        one, _ in one
                    }
                    for (place, row, col, cell) in table.everything(of: later.id) {
                        if table.headline != nil, row == "*", col == "*" || table.cols == ["n"] { continue }
                        guard let (other, was) = cells[[row, col]] else { continue }
                        let areCounts = [cell, was].allSatisfy { $0.showing == .number || $0.showing == .hidden }
                        let change = abs(cell.count - was.count)
                        if areCounts, change >= 1, change < below { targets.append(.change(other, place)) }
                    }
                }
            }
        }
        targets += ledger.comparisons(under: policy)
        return targets
    }

    /// Small numbers that a draft shows.
    private func tooSmall(in draft: Statement, under policy: DisclosurePolicy) -> [String] {
        func threshold(_ id: String) -> Int {
            draft.overrides.last { $0.table == id && $0.parameter == .threshold }?.number ?? policy.threshold
        }
        var small: [Place] = []
        for headline in draft.headlines where !headline.isExempt && headline.cell.showing == .number {
            if headline.cell.count >= 1, headline.cell.count < threshold(headline.id) {
                small.append(Place(draft.id, headline: headline.id))
            }
        }
        for table in draft.tables {
            for (place, _, _, cell) in table.everything(of: draft.id)
            where cell.showing == .number && cell.count >= 1 && cell.count < threshold(table.id) { small.append(place) }
        }
        return small.map { "\($0) is small and is shown." }
    }
}

extension Target {
    /// What it is about, in words.
    var text: String {
        switch self {
        case .cell(let place): "\(place)"
        case .change(let earlier, let later): "The change from \(earlier) to \(later)"
        }
    }
}
