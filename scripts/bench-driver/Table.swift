// What was measured, as medians and ratios.

/// Times by work and rival.
struct Table {
    private var times: [String: [Rival: [Double]]] = [:]
    private var order: [String] = []

    /// The most that the vault may take, as a multiple of plain SQLite's time.
    private static let goals = ["bulk insert": 1.6, "single commits": 1.2, "random reads": 1.6, "scan": 2.2]

    /// Adds the time of one part of one round.
    mutating func add(_ name: String, _ rival: Rival, _ seconds: Double) {
        if times[name] == nil { order.append(name) }
        times[name, default: [:]][rival, default: []].append(seconds)
    }

    /// Prints the table; answers whether every goal is met.
    func show() -> Bool {
        var allMet = true
        print("| work | plain ms | vault ms | ratio | least-most | goal |")
        print("|-|-|-|-|-|-|")
        for name in order {
            guard let plain = times[name]?[.plain], let vault = times[name]?[.vault] else { continue }
            let ratios = zip(vault, plain).map { $0 / $1 }.sorted()
            let ratio = median(ratios)
            let goal = Self.goals[name]
            if let goal, ratio > goal { allMet = false }
            print(
                "| \(name) | \(milliseconds(plain)) | \(milliseconds(vault)) | \(hundredths(ratio))"
                    + " | \(hundredths(ratios[0]))-\(hundredths(ratios[ratios.count - 1]))"
                    + " | \(goal.map { "\($0)\(ratio > $0 ? " missed" : "")" } ?? "") |")
        }
        return allMet
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private func milliseconds(_ values: [Double]) -> String { hundredths(median(values) * 1000) }

    private func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
