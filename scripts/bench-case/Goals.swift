// What was measured, held against its goal.
import Foundation

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
    /// What was printed, to be kept.
    private var lines: [[String: String]] = []

    init() {
        print("| work | median | goal | ratio | ratio by processor time |")
        print("|-|-|-|-|-|")
    }

    /// Prints one line: times in seconds, to be at most `goal`.
    mutating func show(_ name: String, _ times: [Times], atMost goal: Double) {
        let (wall, processor) = medians(times)
        line(name, Self.length(wall), "at most \(Self.length(goal))", wall / goal, processor / goal)
    }

    /// Prints one line: so many things done in each of these times, to be at least `goal` a second.
    mutating func show(_ name: String, _ count: Int, in times: [Times], atLeast goal: Double) {
        let (wall, processor) = medians(times)
        let wanted = Double(count) / goal
        line(
            name, "\(rounded(Double(count) / wall)) a second", "at least \(rounded(goal)) a second", wall / wanted,
            processor / wanted)
    }

    /// Prints one line: how many times as long as `others`, measured beside them, these took; at most `goal`.
    mutating func show(_ name: String, _ times: [Times], over others: [Times], atMost goal: Double) {
        let (mine, theirs) = (medians(times), medians(others))
        let factor = mine.wall / theirs.wall
        line(
            name, "\(rounded(factor)) times (\(Self.length(mine.wall)) and \(Self.length(theirs.wall)))",
            "at most \(rounded(goal)) times", factor / goal, mine.processor / theirs.processor / goal)
    }

    /// Prints one line: an amount that is at most `goal`.
    mutating func show(_ name: String, _ amount: Double, _ unit: String, atMost goal: Double) {
        let ratio = amount / goal
        line(name, "\(rounded(amount)) \(unit)", "at most \(rounded(goal)) \(unit)", ratio, ratio)
    }

    /// Prints one line that is told and held against nothing.
    mutating func tell(_ name: String, _ times: [Times]) {
        let (wall, processor) = medians(times)
        tell(name, "\(Self.length(wall)) (\(Self.length(processor)) of processor time)")
    }

    /// Prints one line that is told and held against nothing.
    mutating func tell(_ name: String, _ found: String) {
        print("| \(name) | \(found) | | | |")
        lines.append(["work": name, "median": found])
    }

    /// Keeps everything as JSON.
    func keep(in file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(lines).write(to: URL(fileURLWithPath: file))
    }

    /// A ratio above 1 misses the goal.
    private mutating func line(_ name: String, _ found: String, _ goal: String, _ ratio: Double, _ processor: Double) {
        let isMissed = ratio > 1
        if isMissed { areMet = false }
        let mark = isMissed ? " missed" : ""
        print("| \(name) | \(found) | \(goal) | \(rounded(ratio))\(mark) | \(rounded(processor)) |")
        lines.append([
            "work": name, "median": found, "goal": goal, "ratio": "\(rounded(ratio))\(mark)",
            "ratio by processor time": rounded(processor),
        ])
    }

    private func medians(_ times: [Times]) -> (wall: Double, processor: Double) {
        let middle = times.count / 2
        return (times.map(\.wall).sorted()[middle], times.map(\.processor).sorted()[middle])
    }

    private static func length(_ seconds: Double) -> String {
        seconds < 0.001 ? "\((seconds * 1e7).rounded() / 10) µs" : "\((seconds * 1e5).rounded() / 100) ms"
    }

    private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
