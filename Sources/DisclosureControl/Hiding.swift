// The choice of what else to hide, so that what must be hidden cannot be reckoned back.

/// A draft whose small numbers are hidden, and the search for the cheapest others that protect them.
struct Hiding {
    /// What is proven so far.
    private(set) var proving: Proving
    /// What it costs to hide each number of the draft that may be hidden.
    let costs: [Int: Double]
    /// By how much two worlds must differ.
    let width: Int
    /// Which statement is the draft, by order.
    let draft: Int
    /// What was hidden to protect others, in that order.
    private(set) var secondary: [Int] = []
    /// What the places of numbers are called in goals.
    let places: [Int: Place]

    /// A draft whose small numbers are already hidden.
    init(_ proving: Proving, costs: [Int: Double], width: Int, draft: Int, places: [Int: Place]) {
        (self.proving, self.costs, self.width, self.draft, self.places) = (proving, costs, width, draft, places)
    }

    /// Hides until every goal is proven.
    ///
    /// - Returns: a goal that nothing in the draft protects; nil if all are proven.
    mutating func protect(progress: (Progress) throws -> Void) throws -> Goal? {
        try proving.prove(progress: progress)
        var turns = 0
        while let goal = proving.goals.first(where: { !$0.isProven }) {
            try progress(
                Progress(
                    doing: "Choosing what else to hide", proven: proving.goals.count - proving.open,
                    of: proving.goals.count))
            turns += 1
            guard turns < 20_000, let found = cheapest(for: goal) else { return goal }
            for quantity in found.hide.sorted() {
                proving.hide(quantity)
                secondary.append(quantity)
            }
            for world in found.worlds { proving.take(world) }
            for quantity in found.hide.sorted() {
                guard let place = places[quantity] else { continue }
                proving.add(Goal(quantity, width: width, target: .cell(place)))
            }
            if found.hide.isEmpty, let same = proving.goals.first(where: { !$0.isProven }), same.target == goal.target,
                same.high.value - same.low.value <= goal.high.value - goal.low.value
            {
                return goal
            }
        }
        return nil
    }

    /// Publishes again what need not be hidden, the last first.
    ///
    /// - Parameter trials: how many are tried at most.
    mutating func takeBack(trials: Int, progress: (Progress) throws -> Void) throws {
        var left = trials
        for quantity in secondary.reversed() where left > 0 {
            left -= 1
            try progress(
                Progress(
                    doing: "Taking needless ones back", proven: proving.goals.count - proving.open,
                    of: proving.goals.count))
            var trial = proving
            trial.publish(quantity)
            try trial.prove(tries: 1, effort: effort, progress: progress)
            if trial.open == 0 {
                proving = trial
                secondary.removeAll { $0 == quantity }
            }
        }
    }

    /// How many programmes are solved to see whether one number can be published after all.
    private var effort: Int { proving.system.quantities.count < 1_000 ? 400 : 24 }

    /// Tries to do without hiding what is given, until it is enough.
    mutating func doWithout(
        _ quantities: [Int], until isEnough: (Hiding) -> Bool, progress: (Progress) throws -> Void
    ) throws {
        let kept = secondary
        for quantity in quantities {
            secondary = [quantity]
            try takeBack(trials: 1, progress: progress)
            if isEnough(self) { break }
        }
        secondary = kept
    }

    /// What to hide so that a goal is proven, and the worlds that prove it.
    private func cheapest(for goal: Goal) -> (hide: Set<Int>, worlds: [[Int32]])? {
        let truth = goal.value(in: proving.worlds[0])
        let up = width - (truth - goal.low.value), down = width - (goal.high.value - truth)
        var best: (hide: Set<Int>, worlds: [[Int32]], cost: Double)?
        func consider(_ worlds: [[Int32]]) {
            var hide: Set<Int> = []
            for world in worlds {
                for quantity in costs.keys
                where world[quantity] != proving.worlds[0][quantity] && proving.system.quantities[quantity].isPublished
                {
                    hide.insert(quantity)
                }
            }
            let cost = hide.sorted().reduce(0) { $0 + (costs[$1] ?? 0) }
            if cost < (best?.cost ?? .infinity) { best = (hide, worlds, cost) }
        }
        for blocks in blocks(for: goal) {
            let reach = [goal.quantity, goal.earlier].compactMap { $0 }.map { ($0, max(up, down)) }
            var moves = Moves(
                of: proving.system, from: proving.worlds[0], blocks: blocks,
                costs: costs.mapValues { $0 / Double(width) }, reach: Dictionary(reach) { one, _ in one })
            if moves.count == 0 { continue }
            let most = moves.world(most: goal.objective.mapValues { $0 * 1e4 })
            let reached = most.map { goal.value(in: $0) - truth } ?? 0
            if let most, reached >= up { consider([most]) }
            let least = moves.world(most: goal.objective.mapValues { $0 * -1e4 })
            let sunk = least.map { truth - goal.value(in: $0) } ?? 0
            if let least, sunk >= down { consider([least]) }
            if let most, let least, best == nil, reached + sunk >= width { consider([most, least]) }
            if best?.cost == 0 || (best != nil && proving.system.quantities.count > 1_000) { break }
        }
        return best.map { ($0.hide, $0.worlds) }
    }

    /// The stretches of time in which a goal can move, the simplest first.
    private func blocks(for goal: Goal) -> [[Int]] {
        let days = 0..<proving.system.statements
        let later = proving.system.quantities[goal.quantity].first
        func from(_ start: Int) -> [Int] { days.map { $0 >= start ? 0 : -1 } }
        func until(_ end: Int) -> [Int] { days.map { $0 <= end ? 0 : -1 } }
        func split(_ start: Int) -> [Int] { days.map { $0 >= start ? 1 : 0 } }
        var all: [[Int]] = []
        if let earlier = goal.earlier.map({ proving.system.quantities[$0].first }) {
            all += [from(later), from(earlier + 1), until(earlier), split(later), split(earlier + 1)]
            all.append(days.map { $0 <= earlier ? 0 : ($0 < later ? 1 : 2) })
        } else {
            all += [days.map { $0 == later ? 0 : -1 }, days.map { _ in 0 }, from(later), until(later), split(later)]
            all.append(days.map { $0 < later ? 0 : ($0 == later ? 1 : 2) })
        }
        if proving.system.quantities.count < 400 { all.append(Array(days)) }
        var seen: Set<[Int]> = []
        return all.filter { seen.insert($0).inserted }
    }
}
