// Whether something can still be true beside everything told.

extension Ledger {
    /// What a new fact cannot stand beside; nil if it can.
    package func contradiction(adding fact: KnownFact) -> Contradiction? {
        if fact.least > fact.most || fact.most < 0 { return Contradiction(between: [fact.id]) }
        for other in facts
        where other.of == fact.of && other.day == fact.day && Set(other.cells) == Set(fact.cells)
            && (other.least > fact.most || fact.least > other.most)
        {
            return Contradiction(between: [other.id, fact.id])
        }
        if Ledger(statements, facts: facts + [fact]).isPossible { return nil }
        for statement in inOrder where !Ledger([statement], facts: [fact]).isPossible {
            return Contradiction(between: [statement.id, fact.id])
        }
        let silent = statements.map(\.hiddenWhole)
        for other in facts where !Ledger(silent, facts: [other, fact]).isPossible {
            return Contradiction(between: [other.id, fact.id])
        }
        return Contradiction(between: least(with: fact))
    }

    /// What a new statement cannot stand beside, as its cells show it; nil if it can.
    package func contradiction(adding statement: Statement) -> Contradiction? {
        if !Ledger([statement]).addsUp { return Contradiction(between: [statement.id]) }
        let corrected = Set((statements + [statement]).compactMap(\.corrects))
        for earlier in inOrder where earlier.day == statement.day && !corrected.contains(earlier.id) {
            let told = Dictionary(earlier.everything.map { ($0.0.elsewhere, $0.1) }) { one, _ in one }
            for (place, cell) in statement.everything {
                guard let other = told[place.elsewhere], other.showing == .number, cell.showing == .number,
                    other.count != cell.count
                else { continue }
                return Contradiction(between: [earlier.id, statement.id])
            }
        }
        for fact in facts where fact.day == statement.day && !Ledger([statement], facts: [fact]).isPossible {
            return Contradiction(between: [fact.id, statement.id])
        }
        return nil
    }

    /// Whether the sums of every statement come out as its counts have them.
    private var addsUp: Bool {
        let system = System(self)
        return system.equations.allSatisfy { equation in
            equation.reduce(0) { $0 + $1.sign * system.quantities[$1.quantity].truth } == 0
        }
    }

    /// Whether any numbers agree with everything published and known.
    private var isPossible: Bool {
        let system = System(self, believing: true)
        var moves = Moves(of: system, from: system.truth, blocks: Array(0..<system.statements))
        return moves.leadsAnywhere()
    }

    /// The fewest of what was told that a fact cannot stand beside, found by leaving one out after the other.
    private func least(with fact: KnownFact) -> [String] {
        var kept = Ledger(statements, facts: facts)
        for statement in statements {
            var fewer = kept
            fewer.statements.removeAll { $0.id == statement.id }
            if !Ledger(fewer.statements, facts: fewer.facts + [fact]).isPossible { kept = fewer }
        }
        for other in facts {
            var fewer = kept
            fewer.facts.removeAll { $0.id == other.id }
            if !Ledger(fewer.statements, facts: fewer.facts + [fact]).isPossible { kept = fewer }
        }
        return kept.inOrder.map(\.id) + kept.facts.map(\.id) + [fact.id]
    }
}

extension Place {
    /// The place without its statement.
    fileprivate var elsewhere: [String?] { [of, row, col] }
}

extension Statement {
    /// The statement as if nothing of it were shown.
    var hiddenWhole: Statement {
        var silent = self
        for index in silent.headlines.indices { silent.headlines[index].cell.showing = .hidden }
        for index in silent.tables.indices {
            func hide(_ cell: inout Cell) { if cell.showing == .number { cell.showing = .hidden } }
            for row in silent.tables[index].rows.indices {
                for col in silent.tables[index].cols.indices { hide(&silent.tables[index].cells[row][col]) }
                hide(&silent.tables[index].rowTotals[row])
            }
            for col in silent.tables[index].cols.indices { hide(&silent.tables[index].colTotals[col]) }
            hide(&silent.tables[index].total)
        }
        return silent
    }
}
