// What a move must obey: what adds up goes on adding up, and what is never more stays so.

extension Moves {
    /// The rows of the programme, each once.
    struct Rows {
        let column: [Int?]
        let world: [Int32]
        private var found: [[Entry]: (low: Int, high: Int)] = [:]
        private var order: [[Entry]] = []
        /// Whether something that cannot move is not as it must be.
        private(set) var isImpossible = false

        /// A column with its factor.
        private struct Entry: Hashable { let column: Int, factor: Int }

        init(column: [Int?], world: [Int32]) { (self.column, self.world) = (column, world) }

        mutating func add(_ equation: [System.Term]) {
            insert(equation.compactMap { term in column[term.quantity].map { ($0, term.sign) } }, low: 0, high: 0)
        }

        /// An order between a cell that moves and one that stands still bounds the cell.
        mutating func add(_ order: System.Order, to columns: inout [Column]) {
            let room = Int(world[order.more]) - Int(world[order.less])
            switch (column[order.less], column[order.more]) {
            case (nil, nil): break
            case (let less?, nil): columns[less].high = min(columns[less].high, room)
            case (nil, let more?): columns[more].low = max(columns[more].low, -room)
            case (let less?, let more?):
                if less != more { insert([(less, 1), (more, -1)], low: -Moves.far, high: room) }
            }
        }

        mutating func add(_ sum: System.Known) {
            let now = sum.quantities.reduce(0) { $0 + Int(world[$1]) }
            insert(
                sum.quantities.compactMap { quantity in column[quantity].map { ($0, 1) } }, low: sum.least - now,
                high: min(sum.most - now, Moves.far))
        }

        private mutating func insert(_ terms: [(Int, Int)], low: Int, high: Int) {
            var factors: [Int: Int] = [:]
            for (column, factor) in terms { factors[column, default: 0] += factor }
            let key = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
                .map { Entry(column: $0.key, factor: $0.value) }
            if key.isEmpty {
                if low > 0 || high < 0 { isImpossible = true }
                return
            }
            if let known = found[key] {
                found[key] = (max(known.low, low), min(known.high, high))
            } else {
                found[key] = (low, high)
                order.append(key)
            }
        }

        /// All of them; a cell with a second column moves by the difference of the two.
        func all(_ twin: [Int: Int]) -> [Simplex.Row] {
            order.map { key in
                let bounds = found[key] ?? (0, 0)
                var terms: [(column: Int, factor: Double)] = []
                for entry in key {
                    terms.append((entry.column, Double(entry.factor)))
                    if let other = twin[entry.column] { terms.append((other, Double(-entry.factor))) }
                }
                return Simplex.Row(terms: terms, low: Double(bounds.low), high: Double(bounds.high))
            }
        }
    }
}
