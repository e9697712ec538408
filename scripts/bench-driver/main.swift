// Measures the vault against plain SQLite through the same driver, one after the other in each round.
//
// Usage: bench [ROUNDS] [ROWS]. Prints the median time of each, and the median of the ratios of the rounds.
import Glibc

let words = CommandLine.arguments.dropFirst()
let rounds = words.first.flatMap { Int($0) } ?? 7
let rows = words.dropFirst().first.flatMap { Int($0) } ?? 200_000

var table = Table()
for round in 0..<rounds {
    // Whoever goes second finds a warmer machine, so they take turns.
    for rival in round % 2 == 0 ? Rival.allCases : Rival.allCases.reversed() {
        try Workload(rival: rival, rows: rows).run { name, seconds in table.add(name, rival, seconds) }
    }
}
exit(table.show() ? 0 : 1)
