// Figures that were given elsewhere: noted, so that what is published beside them still hides what it hides.
import Access
import AuditLog
import Cryptography
package import DisclosureControl
import Figures
import KeyRing
package import Lifecycle
import Publishing
import Rows
import SQLite

extension CaseStore {
    /// Notes a figure that was given elsewhere: in court, in a newspaper, in an answer to a question.
    ///
    /// Throws ``StoreError``: a figure that cannot be true beside what was told before is refused, and both are named.
    ///
    /// - Parameters:
    ///   - of: a figure's id, or a table's where cells are named.
    ///   - cells: the cells whose sum it tells; empty for the figure itself.
    ///   - bounds: at least and at most so many.
    ///   - source: where it was given, in one line.
    package func noteFact(
        of id: String, cells: [KnownFact.Place], on day: Day, bounds: ClosedRange<Int>, source: String
    ) throws -> NotedFact {
        try speaking {
            try authorise(.noteFact)
            try Self.oneLine(source, "source")
            guard day <= clock().today else {
                throw StoreError(.badData, "--as-at \(day.iso) is still to come: nobody can have been told of it.")
            }
            guard bounds.lowerBound >= 0 else {
                throw StoreError(.badData, "A figure is a count: it cannot be below nought.")
            }
            let all = try storedReleases()
            var noted = try NotedFact.all(in: connection, roster)
            let fact = KnownFact(
                NotedFact.reference(noted.count + 1), day: day.number, of: id, cells: cells, least: bounds.lowerBound,
                most: bounds.upperBound)
            let told = try ledger(published(all), facts: noted.map(\.fact))
            try name(fact, in: told)
            if let contradiction = told.contradiction(adding: fact) {
                throw StoreError(
                    .badData,
                    "\(contradiction) Find out which is wrong: a release is put right by one that corrects it; of a figure "
                        + "given elsewhere note what was really said.")
            }
            var mine = NotedFact(fact, source: source, by: keys.user, at: clock().milliseconds)
            noted.append((mine, try keys.sign(NotedFact.act, mine.value).bytes))
            let detail = CanonicalValue.object([
                "act": .text("release note-fact"), "fact": .text(fact.id), "of": .text(id),
            ])
            let entry = try entry(.collection, [Part(detail, for: storeSubject())])
            _ = try change { transaction in
                try transaction.setStoreFact(StoreFact.knownFacts, NotedFact.encoded(noted))
                return Logged((), entry)
            }
            mine.by = account.name
            return mine
        }
    }

    /// The figures that were given elsewhere, in the order in which they were noted; the look is logged.
    package func knownFacts() throws -> [NotedFact] {
        try speaking {
            try authorise(.readReleases)
            let noted = try NotedFact.all(in: connection, roster).map(\.fact)
            try noteLook(["act": .text("release facts")])
            return noted.map { fact in
                var fact = fact
                fact.by = roster.users[fact.by]?.name ?? fact.by
                return fact
            }
        }
    }

    /// Refuses a fact of what there is not: neither a figure nor a table of one, or a category that the table has not.
    private func name(_ fact: KnownFact, in ledger: Ledger) throws {
        let figure = fact.of.split(separator: "/").first.map(String.init) ?? ""
        guard Figure.all.contains(where: { $0.id == figure }) else {
            throw StoreError(
                .badData,
                "There is no figure that --of names: ‘figures’ lists them, and a table is called FIGURE/CHARACTERISTIC."
            )
        }
        guard fact.of.contains("/") == !fact.cells.isEmpty else {
            throw StoreError(
                .badData,
                fact.cells.isEmpty
                    ? "Say which cells of the table it tells of: --cell ROW, or --cell ROW,COLUMN."
                    : "A figure has no cells: say --of FIGURE/CHARACTERISTIC for those of a table.")
        }
        guard let table = ledger.statements.lazy.flatMap(\.tables).first(where: { $0.id == fact.of }) else { return }
        for cell in fact.cells {
            if let row = cell.row, !table.rows.contains(row) {
                throw StoreError(
                    .badData,
                    "There is no row ‘\(row)’ in \(fact.of): its rows are \(table.rows.joined(separator: ", ")).")
            }
            if let col = cell.col, !table.cols.contains(col) {
                throw StoreError(
                    .badData,
                    "There is no column ‘\(col)’ in \(fact.of): its columns are \(table.cols.joined(separator: ", ")).")
            }
        }
    }
}
