// Releases of a made-up operation, month by month, as disclosure control lets them out: for Tests/Outside/test-releases.
//
//     release-series SEED [MONTHS]
//
// One line of JSON for each month: what is published, the truth behind it, the protection record of the last month, and
// what the proof's own check says of it and of spoilt copies. Same seed, same lines.

import DisclosureControl
import Foundation

/// One month.
struct Month: Encodable {
    let seed: UInt64, month: Int
    /// What readers are given, and the counts; none where the release was refused.
    let published: Told?, truth: Told?, refused: String?
    let withheld: [String], warnings: [String]
    /// What was told elsewhere afterwards.
    let facts: [KnownFact]
    /// What the certificate's own check finds: in it, and of spoilt ones those that it lets pass.
    let faults: [String], spoilt: Int, unnoticed: [String]
    let record: ProtectionRecord?
    let seconds: Double
}

let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
guard (1...2).contains(arguments.count), let seed = arguments.first ?? nil, !arguments.contains(nil) else {
    FileHandle.standardError.write(Data("usage: release-series SEED [MONTHS]\n".utf8))
    exit(64)
}
let months = arguments.count > 1 ? Int(arguments[1] ?? 0) : 24
let policy = DisclosurePolicy()
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

var operation = Operation(seed: seed)
var chance = SeededGenerator(seed: seed &+ 1)
var ledger = Ledger()
for month in 1...max(1, months) {
    operation.month()
    let draft = operation.statement("REL-\(String(repeating: "0", count: month < 10 ? 3 : 2))\(month)")
    let clock = ContinuousClock.now
    let line: Month
    do {
        let made = try ledger.protect(draft, under: policy)
        let took = clock.duration(to: .now)
        ledger.statements.append(made.statement)
        var (spoilt, unnoticed): (Int, [String]) = (0, [])
        for way in Spoilt.allCases {
            guard let wrong = way.done(to: made.certificate, using: &chance) else { continue }
            spoilt += 1
            if wrong.faults(in: ledger, under: policy).isEmpty { unnoticed.append(way.rawValue) }
        }
        let faults = made.certificate.faults(in: ledger, under: policy)
        let record =
            month == months ? ProtectionRecord(of: ledger, certificate: made.certificate, under: policy) : nil
        var facts: [KnownFact] = []
        if operation.isTalkedOf, chance.happens(25), let fact = made.statement.hearsay(month, using: &chance) {
            facts.append(fact)
            ledger.facts.append(fact)
        }
        line = Month(
            seed: seed, month: month, published: Told(made.statement), truth: Told(made.statement, isTruth: true),
            refused: nil, withheld: made.withheld.map(\.table), warnings: made.warnings, facts: facts,
            faults: faults, spoilt: spoilt, unnoticed: unnoticed, record: record,
            seconds: took / .seconds(1))
    } catch let refusal as DisclosureRefusal {
        line = Month(
            seed: seed, month: month, published: nil, truth: nil, refused: refusal.description, withheld: [],
            warnings: [], facts: [], faults: [], spoilt: 0, unnoticed: [], record: nil,
            seconds: clock.duration(to: .now) / .seconds(1))
    }
    FileHandle.standardOutput.write(try encoder.encode(line) + Data("\n".utf8))
}
