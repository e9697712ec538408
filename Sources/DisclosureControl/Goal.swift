// Something to prove: that a number, or a change, can be told no closer than the policy's width.

/// A number, or a change from one number to another, and the two worlds in which it is least and most so far.
struct Goal {
    /// The number itself, or the later one.
    let quantity: Int
    /// The earlier one of a change.
    let earlier: Int?
    /// How much two worlds must differ.
    let width: Int
    /// Where a person finds it.
    let target: Target
    /// The least and the most that any world gives it, and which worlds.
    private(set) var low = (value: Int.max, world: 0), high = (value: Int.min, world: 0)

    /// Something of which no world is known yet.
    init(_ quantity: Int, since earlier: Int? = nil, width: Int, target: Target) {
        (self.quantity, self.earlier, self.width, self.target) = (quantity, earlier, width, target)
    }

    /// Whether two worlds are known that differ enough.
    var isProven: Bool { low.value <= high.value && high.value - low.value >= width }

    /// What a world gives it.
    func value(in world: [Int32]) -> Int {
        Int(world[quantity]) - (earlier.map { Int(world[$0]) } ?? 0)
    }

    /// Takes a world into account; whether it is a new least or most.
    @discardableResult
    mutating func see(_ world: [Int32], number: Int) -> Bool {
        let value = value(in: world)
        var isNew = false
        if value < low.value { (low, isNew) = ((value, number), true) }
        if value > high.value { (high, isNew) = ((value, number), true) }
        return isNew
    }

    /// Forgets all worlds.
    mutating func forget() { (low, high) = ((Int.max, 0), (Int.min, 0)) }

    /// What to make most of for this to be most.
    var objective: [Int: Double] {
        guard let earlier else { return [quantity: 1] }
        return [quantity: 1, earlier: -1]
    }
}
