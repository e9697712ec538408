// The work that is measured.
import SQLite

/// One part of the work, done in slices so that the rivals can take turns many times within one round.
///
/// A disk has good and bad seconds; turns of a few milliseconds give both rivals the same ones.
struct Part {
    let name: String
    let slices: Int
    let run: (_ subject: Subject, _ slice: Int) throws -> Void
}

/// All parts, for a table of `rows` rows.
func parts(rows: Int) -> [Part] {
    let body = [UInt8](repeating: 0x41, count: 120)
    return [
        Part(name: "bulk insert", slices: 1) { subject, _ in
            try subject.connection.transaction { transaction in
                for id in 1...rows {
                    let name = "fictional name \(id &* 7919 % 1_000_003)"
                    try transaction.run("INSERT INTO thing VALUES (\(id), \(name), \(body))")
                }
            }
            try subject.checkpoint()
        },
        Part(name: "single commits", slices: 100) { subject, slice in
            for id in slice * 20..<slice * 20 + 20 {
                try subject.connection.transaction {
                    try $0.run("INSERT INTO thing VALUES (\(rows + 1 + id), 'one', \(body))")
                }
            }
        },
        Part(name: "update of a tenth", slices: 1) { subject, _ in
            try subject.connection.transaction { transaction in
                for id in stride(from: 1, through: rows, by: 10) {
                    try transaction.run("UPDATE thing SET name = 'other' WHERE id = \(id)")
                }
            }
            try subject.checkpoint()
        },
        Part(name: "random reads", slices: 20) { subject, slice in
            var (state, sum) = (UInt64(88_172_645_463_325_252) &+ UInt64(slice), 0)
            for _ in 0..<5_000 {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                let id = 1 + Int(state % UInt64(rows))
                sum +=
                    try subject.connection.first("SELECT name FROM thing WHERE id = \(id)") { row in
                        try row.text(0).utf8.count
                    } ?? 0
            }
            precondition(sum > 0)
        },
        Part(name: "scan", slices: 4) { subject, _ in
            let sum = try subject.connection.first("SELECT sum(length(name) + length(body)) FROM thing") {
                try $0.int(0)
            }
            precondition(sum ?? 0 > rows * 100)
        },
    ]
}
