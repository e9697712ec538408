// Measures the vault against plain SQLite through the same driver, turn by turn.
//
// Usage: bench [ROUNDS] [ROWS]. Prints the median time of each, and the median of the ratios of the rounds.
import Glibc
import SQLite

let words = CommandLine.arguments.dropFirst()
let rounds = words.first.flatMap { Int($0) } ?? 9
let rows = words.dropFirst().first.flatMap { Int($0) } ?? 200_000
let clock = ContinuousClock()

var table = Table()
for round in 0..<rounds {
    let subjects = try Rival.allCases.map { try Subject($0) }
    for part in parts(rows: rows) {
        var seconds: [Rival: Double] = [:]
        for slice in 0..<part.slices {
            // Whoever goes second finds a warmer machine, so that changes too.
            for subject in (round + slice) % 2 == 0 ? subjects : subjects.reversed() {
                let taken = try clock.measure { try part.run(subject, slice) }
                seconds[subject.rival, default: 0] +=
                    Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
            }
        }
        for (rival, taken) in seconds { table.add(part.name, rival, taken) }
        for subject in subjects { try subject.checkpoint() }
    }
}
exit(table.show() ? 0 : 1)
