// The work that is measured.
import SQLite

/// The same work for each rival, in the same order.
struct Workload {
    let rival: Rival
    let rows: Int

    /// Does the work, and tells the name and seconds of each part.
    func run(_ tell: (String, Double) -> Void) throws {
        let subject = try Subject(rival)
        let connection = subject.connection
        func time(_ name: String, _ body: () throws -> Void) rethrows {
            let clock = ContinuousClock()
            let taken = try clock.measure(body)
            tell(name, Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
        }
        let body = [UInt8](repeating: 0x41, count: 120)
        try connection.transaction { transaction in
            try transaction.run("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body BLOB) STRICT")
        }
        try time("bulk insert") {
            try connection.transaction { transaction in
                for id in 1...rows {
                    let name = "fictional name \(id &* 7919 % 1_000_003)"
                    try transaction.run("INSERT INTO thing VALUES (\(id), \(name), \(body))")
                }
            }
            try subject.checkpoint()
        }
        try time("single commits") {
            for id in 1...2_000 {
                try connection.transaction { try $0.run("INSERT INTO thing VALUES (\(rows + id), 'one', \(body))") }
            }
        }
        try subject.checkpoint()
        try time("update of a tenth") {
            try connection.transaction { transaction in
                for id in stride(from: 1, through: rows, by: 10) {
                    try transaction.run("UPDATE thing SET name = 'other' WHERE id = \(id)")
                }
            }
            try subject.checkpoint()
        }
        try time("random reads") {
            var (state, sum) = (UInt64(88_172_645_463_325_252), 0)
            for _ in 0..<100_000 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                let id = 1 + Int(state % UInt64(rows))
                sum +=
                    try connection.first("SELECT name FROM thing WHERE id = \(id)") { try $0.text(0).utf8.count } ?? 0
            }
            precondition(sum > 0)
        }
        try time("scan") {
            let sum = try connection.first("SELECT sum(length(name) + length(body)) FROM thing") { try $0.int(0) }
            precondition(sum ?? 0 > rows * 100)
        }
    }
}
