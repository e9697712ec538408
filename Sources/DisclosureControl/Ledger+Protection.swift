// Making a draft safe: what is hidden, what is left out, and the proof.

extension Ledger {
    /// Hides as little of a draft as makes every target provable, of it and of everything told before.
    ///
    /// The same ledger and draft give the same answer.
    ///
    /// - Parameter progress: called often; what it throws ends the search and is thrown here.
    /// - Throws: ``DisclosureRefusal`` if no table's absence would make it safe.
    package func protect(
        _ draft: Statement, under policy: DisclosurePolicy, progress: (Progress) throws -> Void = { _ in }
    ) throws -> Protection {
        try progress(Progress(doing: "Reading the ledger", proven: 0, of: 0))
        if let contradiction = contradiction(adding: draft) { throw DisclosureRefusal.contradiction(contradiction) }
        var statement = draft
        var withheld = leaveOutAtOnce(from: &statement, under: policy)
        var warnings = draft.warnings + unheeded(draft)
        while true {
            let made = Draft(statement, in: self, under: policy)
            if let crowded = made.crowded(hidden: made.primary) {
                withheld.append(made.withhold(crowded, hidden: made.primary))
                statement.tables.removeAll { $0.id == crowded }
                continue
            }
            var hiding = try made.pattern(progress: progress)
            if let goal = hiding.unprotected {
                if let table = made.toLeaveOut(for: goal) {
                    withheld.append(made.withhold(table, failing: goal))
                    statement.tables.removeAll { $0.id == table }
                    continue
                }
                let open = hiding.choice.proving.goals.filter { !$0.isProven }.map(\.target)
                let lost = try lostAlready(open, under: policy, progress: progress)
                let waived = made.everywhere(lost + open.filter(made.isWaivable))
                let left = open.filter { !waived.contains($0) }
                if !left.isEmpty { throw DisclosureRefusal.unprotected(left.sorted()) }
                let before = Set(statement.waived)
                // Each turn lets something more stand, or there is no end to it.
                if before.isSuperset(of: waived) { throw DisclosureRefusal.unprotected(open.sorted()) }
                statement.waived += waived.filter { !before.contains($0) }
                for target in lost {
                    let places = target.places.map(\.description).joined(separator: " to ")
                    warnings.append("What was hidden at \(places) can be told from what is known without this release.")
                }
                continue
            }
            if let crowded = made.crowded(hidden: hiding.choice.hiddenInDraft) {
                // What was hidden last time is only kept hidden where there is room for it.
                try hiding.choice.doWithout(
                    made.spare(in: crowded, trials: size(of: draft) < 500 ? 200 : 40),
                    until: { made.crowded(hidden: $0.hiddenInDraft) != crowded }, progress: progress)
                if made.crowded(hidden: hiding.choice.hiddenInDraft) != nil {
                    withheld.append(made.withhold(crowded, hidden: hiding.choice.hiddenInDraft))
                    statement.tables.removeAll { $0.id == crowded }
                    continue
                }
            }
            return made.protection(hiding.choice, withheld: withheld, warnings: warnings)
        }
    }

    /// How many numbers are told, the draft's among them.
    private func size(of draft: Statement) -> Int {
        (statements + [draft]).reduce(0) { $0 + $1.tables.reduce(0) { $0 + $1.rows.count * $1.cols.count } }
    }

    /// Tables that cannot be published whatever is hidden of them.
    private func leaveOutAtOnce(from draft: inout Statement, under policy: DisclosurePolicy) -> [WithheldTable] {
        var withheld: [WithheldTable] = []
        for table in draft.tables {
            func number(_ parameter: PolicyOverride.Parameter) -> Int? {
                draft.overrides.last { $0.table == table.id && $0.parameter == parameter }?.number
            }
            if number(.certificate) == 0 { continue }
            let carrying = inOrder.filter { $0.tables.contains { $0.id == table.id } }
            let last = carrying.last?.id
            let threshold = number(.threshold) ?? policy.threshold
            if table.headline != nil, table.total.count < threshold {
                withheld.append(
                    WithheldTable(
                        table: table.id,
                        because:
                            "Its total is below \(threshold), and a total as small as that would tell each part of it.",
                        last: last))
                continue
            }
            let change = min(number(.change) ?? policy.changeThreshold, policy.minWidth)
            let close = carrying.last { told in
                guard let before = told.tables.first(where: { $0.id == table.id }), table.isCumulative,
                    before.total.showing == .number, table.headline != nil
                else { return false }
                return told.day != draft.day
                    && (1..<max(1, change)).contains(abs(table.total.count - before.total.count))
            }
            let whole = close == nil ? draft.whole(of: table, below: change) : nil
            if let whole {
                withheld.append(
                    WithheldTable(
                        table: table.id,
                        because:
                            "Its total differs by too few from that of \(whole), within which it lies: those who make "
                            + "the difference could be told apart.",
                        last: last))
            }
            if let close {
                withheld.append(
                    WithheldTable(
                        table: table.id,
                        because:
                            "Its total has moved by too few since \(close.id): each person added could be told apart. "
                            + "It can be published again when more have been added.",
                        last: close.id))
            }
        }
        let gone = Set(withheld.map(\.table))
        draft.tables.removeAll { gone.contains($0.id) }
        return withheld
    }

    /// What readers can already tell without the draft: no draft can keep it safe.
    private func lostAlready(
        _ targets: [Target], under policy: DisclosurePolicy, progress: (Progress) throws -> Void
    ) throws -> [Target] {
        let system = System(self, hiddenLower: policy.hiddenLower)
        var lost: [Target] = []
        for target in targets {
            let quantities = target.places.compactMap { system.places[$0] }
            guard quantities.count == target.places.count else { continue }
            var proving = Proving(system)
            proving.add(
                Goal(
                    quantities[quantities.count - 1], since: quantities.count > 1 ? quantities[0] : nil,
                    width: policy.minWidth, target: target))
            try proving.prove(progress: progress)
            if proving.open > 0 { lost.append(target) }
        }
        return lost
    }

    /// Facts from elsewhere that are not what the file counts: nothing can be built on them.
    private func unheeded(_ draft: Statement) -> [String] {
        facts.filter { fact in
            let system = System(Ledger([draft], facts: [fact]))
            let without = System(Ledger([draft]))
            return fact.day == draft.day && draft.quantities(of: fact, [:], without.places) != nil
                && system.sums.isEmpty
        }
        .map { "\($0.id) is not what the file counts on its day: what is hidden is not kept safe beside it." }
    }
}
