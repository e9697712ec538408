// Ways from one possible world to another: the same change of a cell in all statements of a stretch of time.

/// The moves from a world in which statements are taken together in blocks, and each kind of cell moves alike in a block.
///
/// A statement outside every block stands still. With every statement a block of its own these are all the moves there are.
struct Moves {
    /// Which kind, in which block, each column moves, and in which direction; a cell that would have to be hidden has two.
    private(set) var columns: [Column] = []
    /// The programme, which keeps where it got to from one objective to the next.
    private var programme: Simplex
    /// Which column each quantity moves with.
    private var column: [Int?]
    /// The second column of a cell that would have to be hidden.
    private var twin: [Int: Int] = [:]
    /// Where the moves start.
    private let world: [Int32]
    /// Whether something that cannot move is not as it must be.
    private let isImpossible: Bool

    /// One kind of cell in one block.
    struct Column {
        var quantities: [Int] = []
        var low = -Moves.far, high = Moves.far
        /// What it costs to move it by one, if it is still published.
        var cost = 0.0
    }

    /// Further than any count goes.
    static let far = 100_000_000

    /// How many columns there are.
    var count: Int { columns.count }

    /// Moves from a world.
    ///
    /// - Parameters:
    ///   - blocks: the block of each statement, in order; a negative one stands still.
    ///   - costs: what moving a published quantity costs, if hiding it is thought of.
    ///   - reach: how far a quantity is to move at most.
    init(
        of system: System, from world: [Int32], blocks: [Int], costs: [Int: Double] = [:], reach: [Int: Int] = [:]
    ) {
        self.world = world
        var found: [Int: Int] = [:]
        var columns: [Column] = []
        var column = [Int?](repeating: nil, count: system.quantities.count)
        var fixed: Set<Int> = []
        let kinds = system.kinds.count + 1
        func block(_ quantity: System.Quantity) -> Int {
            let first = blocks[quantity.first]
            return quantity.first == quantity.last || blocks[quantity.first...quantity.last].allSatisfy { $0 == first }
                ? first : -1
        }
        for (number, quantity) in system.quantities.enumerated() {
            let block = block(quantity)
            if block < 0 { continue }
            let key = block * kinds + quantity.kind
            let index = found[key] ?? columns.count
            if index == columns.count {
                columns.append(Column())
                found[key] = index
            }
            column[number] = index
            columns[index].quantities.append(number)
            columns[index].low = max(columns[index].low, quantity.floor - Int(world[number]))
            if quantity.isPublished {
                if let cost = costs[number] {
                    columns[index].cost = max(columns[index].cost, cost)
                } else {
                    fixed.insert(index)
                }
            }
        }
        // Kinds that cannot move are no columns.
        var renumbered: [Int: Int] = [:]
        for index in columns.indices where !fixed.contains(index) { renumbered[index] = renumbered.count }
        columns = columns.enumerated().filter { !fixed.contains($0.offset) }.map(\.element)
        column = column.map { $0.flatMap { renumbered[$0] } }
        for (quantity, far) in reach {
            guard let index = column[quantity] else { continue }
            columns[index].low = max(columns[index].low, -far)
            columns[index].high = min(columns[index].high, far)
        }
        var rows = Rows(column: column, world: world)
        for equation in system.equations { rows.add(equation) }
        for order in system.orders { rows.add(order, to: &columns) }
        for sum in system.sums { rows.add(sum) }
        var twin: [Int: Int] = [:]
        for index in columns.indices where columns[index].cost > 0 {
            twin[index] = columns.count
            var other = columns[index]
            (other.low, other.high) = (0, -columns[index].low)
            columns[index].low = 0
            columns.append(other)
        }
        (self.columns, self.column, self.twin, isImpossible) = (columns, column, twin, rows.isImpossible)
        programme = Simplex(
            low: columns.map { Double($0.low) }, high: columns.map { Double($0.high) }, rows: rows.all(twin))
    }

    /// The column with which a quantity moves; nil if it stands still.
    func column(of quantity: Int) -> Int? { column[quantity] }

    /// The world in which a sum of moves is greatest, by quantity; nil if no whole-number one was found.
    ///
    /// What moving costs is taken off.
    mutating func world(most objective: [Int: Double]) -> [Int32]? {
        var weights = columns.map { -$0.cost }
        for (quantity, weight) in objective {
            guard let index = column[quantity] else { continue }
            weights[index] += weight
            if let other = twin[index] { weights[other] -= weight }
        }
        return world(weights)
    }

    /// The world in which a sum of columns is greatest.
    mutating func world(_ weights: [Double]) -> [Int32]? {
        if columns.isEmpty || !programme.maximise(weights) { return nil }
        var whole = programme
        for _ in 0..<30 {
            guard let broken = (0..<count).first(where: { !whole.value[$0].isWhole })
            else { return moved(by: whole.value) }
            let value = whole.value[broken]
            let (low, high) = (whole.low[broken], whole.high[broken])
            whole.bound(
                broken, low: value < 0 ? -(-value).floored : low, high: value > 0 ? value.floored : high)
            guard whole.repair(), whole.maximise(weights) else { return nil }
        }
        return nil
    }

    /// The world in which a sum of quantities is greatest of all whole-number worlds.
    mutating func exactly(_ objective: [Int: Double]) -> [Int32]? {
        var weights = Array(repeating: 0.0, count: count)
        for (quantity, weight) in objective {
            if let index = column[quantity] { weights[index] += weight }
        }
        if columns.isEmpty || !programme.maximise(weights) { return nil }
        var best: (value: Double, point: [Double])?
        var left = 20_000
        Self.branch(programme, weights, &best, &left)
        return best.map { moved(by: $0.point) }
    }

    /// Whether any move leads to where everything is as it must be; asked where the start is not.
    mutating func leadsAnywhere() -> Bool { !isImpossible && programme.repair() }

    private static func branch(
        _ programme: Simplex, _ weights: [Double], _ best: inout (value: Double, point: [Double])?, _ left: inout Int
    ) {
        left -= 1
        let value = zip(weights, programme.value).reduce(0) { $0 + $1.0 * $1.1 }
        if left < 0 || value < (best?.value ?? -.infinity) + 0.5 { return }
        guard
            let broken = weights.indices.first(where: {
                !programme.value[$0].isWhole
            })
        else {
            best = (value, programme.value)
            return
        }
        let point = programme.value[broken]
        for bounds in [
            (programme.low[broken], point.floored), (-(-point).floored, programme.high[broken]),
        ] {
            var part = programme
            part.bound(broken, low: bounds.0, high: bounds.1)
            if part.repair(), part.maximise(weights) { branch(part, weights, &best, &left) }
        }
    }

    private func moved(by value: [Double]) -> [Int32] {
        var result = world
        for (index, column) in columns.enumerated() {
            guard abs(value[index]) < 1e8 else { continue }
            let step = Int32((value[index] + 0.5).floored)
            if step == 0 { continue }
            let isTwin = index >= count - twin.count
            for quantity in column.quantities { result[quantity] += isTwin ? -step : step }
        }
        return result
    }
}

extension Double {
    /// The whole number below it, for numbers no further off than cells of tables are.
    fileprivate var floored: Double {
        let near = Double(Int(Swift.min(Swift.max(self, -1e15), 1e15)))
        return near > self ? near - 1 : near
    }

    /// Whether it is a whole number, but for what reckoning in floating point leaves.
    fileprivate var isWhole: Bool { abs(self - (self + 0.5).floored) < 1e-6 }
}
