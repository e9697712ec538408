// What was measured, held against its goal.

/// How long something took.
struct Times {
    /// By the clock on the wall.
    let wall: Double
    /// What the processor spent on it; less than `wall` where the program waited, or the machine did other work.
    let processor: Double
}

/// A table of medians and their ratios to the goals.
struct Goals {
    private(set) var areMet = true

    init() {
        print("| work | median | goal | ratio | ratio by processor time |")
        print("|-|-|-|-|-|")
    }

    /// Prints one line: times in seconds, to be at most `goal`.
    mutating func show(_ name: String, _ times: [Times], atMost goal: Double) {
        let (wall, processor) = medians(times)
        line(name, "\(rounded(wall * 1000)) ms", "at most \(rounded(goal * 1000)) ms", wall / goal, processor / goal)
    }

    /// Prints one line: so many things done in each of these times, to be at least `goal` a second.
    mutating func show(_ name: String, _ count: Int, in times: [Times], atLeast goal: Double) {
        let (wall, processor) = medians(times)
        let wanted = Double(count) / goal
        line(
            name, "\(rounded(Double(count) / wall)) a second", "at least \(rounded(goal)) a second", wall / wanted,
            processor / wanted)
    }

    /// A ratio above 1 misses the goal.
    private mutating func line(_ name: String, _ found: String, _ goal: String, _ ratio: Double, _ processor: Double) {
        let isMissed = ratio > 1
        if isMissed { areMet = false }
        print(
            "| \(name) | \(found) | \(goal) | \(rounded(ratio))\(isMissed ? " missed" : "") | \(rounded(processor)) |")
    }

    private func medians(_ times: [Times]) -> (wall: Double, processor: Double) {
        let middle = times.count / 2
        return (times.map(\.wall).sorted()[middle], times.map(\.processor).sorted()[middle])
    }

    private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
