// How closely a reader can tell a number.

extension Ledger {
    /// The least and the most that a number can be for a reader of everything told; exact; nil if there is no such place.
    package func interval(of place: Place, under policy: DisclosurePolicy) -> ClosedRange<Int>? {
        let system = System(self, hiddenLower: policy.hiddenLower)
        guard let quantity = system.places[place] else { return nil }
        return system.interval(of: [quantity: 1])
    }

    /// The least and the most that a change can be for a reader of everything told; exact; nil without such places.
    package func interval(of earlier: Place, to later: Place, under policy: DisclosurePolicy) -> ClosedRange<Int>? {
        let system = System(self, hiddenLower: policy.hiddenLower)
        guard let before = system.places[earlier], let after = system.places[later] else { return nil }
        return before == after ? 0...0 : system.interval(of: [after: 1, before: -1])
    }
}

extension System {
    /// The least and the most of a sum, over all worlds.
    func interval(of objective: [Int: Double]) -> ClosedRange<Int>? {
        var moves = Moves(of: self, from: truth, blocks: Array(0..<statements))
        func sum(_ world: [Int32]) -> Int { objective.reduce(0) { $0 + Int($1.value) * Int(world[$1.key]) } }
        let now = sum(truth)
        guard let most = moves.exactly(objective).map(sum),
            let least = moves.exactly(objective.mapValues { -$0 }).map(sum)
        else { return now...now }
        return min(least, now)...max(most, now)
    }
}
