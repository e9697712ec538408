// The search for worlds: a pool of possible worlds that grows until every goal is proven.

/// What is to be proven, and the worlds found so far; the first is the file's own.
struct Proving {
    /// The numbers and what holds between them.
    var system: System
    /// What is to be proven.
    private(set) var goals: [Goal] = []
    /// Possible worlds.
    private(set) var worlds: [[Int32]] = []
    private var generator: Seeded
    /// How many programmes may still be solved.
    private var left = Int.max

    /// A search that has the file's own world to begin with.
    init(_ system: System) {
        self.system = system
        generator = Seeded(system.quantities.map(\.truth))
        worlds = [system.truth]
    }

    /// How many goals are not proven.
    var open: Int { goals.reduce(0) { $0 + ($1.isProven ? 0 : 1) } }

    /// Adds a goal and looks whether the pool proves it.
    mutating func add(_ goal: Goal) {
        var goal = goal
        for (number, world) in worlds.enumerated() where !goal.isProven { goal.see(world, number: number) }
        goals.append(goal)
    }

    /// Takes a world into the pool, if it is possible and of use.
    mutating func take(_ world: [Int32]?) {
        guard let world, system.allows(world) else { return }
        var isOfUse = false
        for index in goals.indices where !goals[index].isProven {
            if goals[index].see(world, number: worlds.count) { isOfUse = true }
        }
        if isOfUse { worlds.append(world) }
    }

    /// A number is hidden from now on; every world found stays possible.
    mutating func hide(_ quantity: Int) { system.quantities[quantity].isPublished = false }

    /// A number is published after all: worlds in which it is another are gone, and so is the goal to hide it.
    mutating func publish(_ quantity: Int) {
        system.quantities[quantity].isPublished = true
        let truth = Int32(clamping: system.quantities[quantity].truth)
        worlds.removeAll { $0[quantity] != truth }
        goals.removeAll { $0.quantity == quantity && $0.earlier == nil }
        for index in goals.indices {
            goals[index].forget()
            for (number, world) in worlds.enumerated() where !goals[index].isProven {
                goals[index].see(world, number: number)
            }
        }
    }

    /// Looks for worlds until every goal is proven, or no stretch of time that is tried gives another.
    ///
    /// - Parameters:
    ///   - tries: how many random directions are tried in each stretch before goals are tried one by one.
    ///   - effort: how many programmes are solved at most.
    mutating func prove(tries: Int = 4, effort: Int = .max, progress: (Progress) throws -> Void) throws {
        let last = system.statements - 1
        if last < 0 { return }
        left = effort
        for stretch in stretches(last) {
            if open == 0 || left <= 0 { return }
            try progress(Progress(doing: "Looking for worlds", proven: goals.count - open, of: goals.count))
            try search(stretch, tries: tries, progress: progress)
        }
    }

    /// Every statement together; each ending; each alone; each beginning; before and after each day.
    private func stretches(_ last: Int) -> [[Int]] {
        let days = 0...last
        var all = [days.map { _ in 0 }]
        if last == 0 { return all }
        all += days.dropFirst().map { start in days.map { $0 >= start ? 0 : -1 } }
        all += days.map { only in days.map { $0 == only ? 0 : -1 } }
        all += days.dropFirst().map { end in days.map { $0 < end ? 0 : -1 } }
        all += days.dropFirst().map { start in days.map { $0 >= start ? 1 : 0 } }
        return all
    }

    private mutating func search(_ blocks: [Int], tries: Int, progress: (Progress) throws -> Void) throws {
        let wanted = goals.indices.filter { !goals[$0].isProven }
        var moves = Moves(of: system, from: worlds[0], blocks: blocks)
        guard moves.count > 0, wanted.contains(where: { isMoved(goals[$0], by: moves) }) else { return }
        for _ in 0..<tries {
            take(moves.world((0..<moves.count).map { _ in Double.random(in: -1...1, using: &generator) }))
        }
        left -= tries
        for (count, index) in wanted.enumerated() where !goals[index].isProven && isMoved(goals[index], by: moves) {
            if left <= 0 { return }
            left -= 2
            if count % 64 == 63 {
                try progress(Progress(doing: "Looking for worlds", proven: goals.count - open, of: goals.count))
            }
            take(moves.world(most: goals[index].objective))
            if goals[index].isProven { continue }
            take(moves.world(most: goals[index].objective.mapValues { -$0 }))
        }
    }

    private func isMoved(_ goal: Goal, by moves: Moves) -> Bool {
        let column = moves.column(of: goal.quantity)
        guard let earlier = goal.earlier else { return column != nil }
        return column != moves.column(of: earlier)
    }
}
