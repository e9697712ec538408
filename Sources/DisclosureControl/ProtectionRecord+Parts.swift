// What stands in the protection record.

extension ProtectionRecord {
    /// A statement as its readers have it: null where a number is not published.
    package struct Told: Codable, Hashable, Sendable {
        let id: String, day: Int, corrects: String?
        let headlines: [Total]
        let tables: [Grid]
        let relations: [Relation]
    }

    /// A headline.
    package struct Total: Codable, Hashable, Sendable {
        let id: String, value: Int?, cumulative: Bool, exempt: Bool
    }

    /// A table.
    package struct Grid: Codable, Hashable, Sendable {
        let id: String, headline: String?, cumulative: Bool
        let rows: [String], cols: [String], rowParents: [String: [String]]
        let cells: [[Int?]], rowTotals: [Int?], colTotals: [Int?], total: Int?

        private enum CodingKeys: String, CodingKey {
            case id, headline, cumulative, rows, cols, cells, total
            case rowParents = "row_parents"
            case rowTotals = "row_totals"
            case colTotals = "col_totals"
        }
    }

    /// `{"within": [a, b]}` or `{"sum": [whole, parts…]}`.
    package struct Relation: Codable, Hashable, Sendable {
        let within: [String]?, sum: [String]?
    }

    /// `{"cell": PLACE, "worlds": [i, j]}` or `{"change": [PLACE, PLACE], "worlds": [i, j]}`.
    package struct Proven: Codable, Hashable, Sendable {
        let cell: Place?, change: [Place]?, worlds: [Int]
    }

    /// The record of a ledger whose last statement is the draft.
    package init(of ledger: Ledger, certificate: Certificate, under policy: DisclosurePolicy) {
        (version, self.policy, facts) = (1, policy, ledger.facts)
        statements = ledger.statements.map(Told.init)
        waived = Set(ledger.statements.flatMap(\.waived)).sorted()
        (unknowns, worlds, assumed) = (certificate.unknowns, certificate.worlds, certificate.unassumed)
        targets = certificate.proofs.map { proof in
            switch proof.target {
            case .cell(let place): Proven(cell: place, change: nil, worlds: proof.worlds)
            case .change(let earlier, let later): Proven(cell: nil, change: [earlier, later], worlds: proof.worlds)
            }
        }
    }
}

extension ProtectionRecord.Told {
    fileprivate init(_ statement: Statement) {
        self.init(
            id: statement.id, day: statement.day, corrects: statement.corrects,
            headlines: statement.headlines.map {
                .init(id: $0.id, value: $0.cell.known, cumulative: $0.isCumulative, exempt: $0.isExempt)
            },
            tables: statement.tables.map { table in
                .init(
                    id: table.id, headline: table.headline, cumulative: table.isCumulative, rows: table.rows,
                    cols: table.cols, rowParents: table.rowParents, cells: table.cells.map { $0.map(\.known) },
                    rowTotals: table.rowTotals.map(\.known), colTotals: table.colTotals.map(\.known),
                    total: table.total.known)
            },
            relations: statement.relations.map { relation in
                switch relation {
                case .within(let part, let whole): .init(within: [part, whole], sum: nil)
                case .sum(let whole, let parts): .init(within: nil, sum: [whole] + parts)
                }
            })
    }
}
