// One pass over the span table for every figure of every day.
import CaseModel
import Figures
import Lifecycle
import SQLite

/// What one pass has read: a tally a day, and the few stays that are looked at again.
struct Sweep {
    /// The tally of each day, in the order in which the days were given.
    private(set) var tallies: [DayTally]
    /// The stays of the codes that are kept.
    private(set) var kept: [Code: [Stay]] = [:]
    /// Each arrest once: a person's number and a day, in order.
    private(set) var arrests: [Arrest] = []
    /// The persons of the watched records, with the days of their stay.
    private(set) var watched: [Stay] = []
    private let reader: SpanReader

    /// A person's arrest on a day.
    struct Arrest: Hashable {
        let person: Int, day: Int
    }

    /// - Parameter records: the records that are watched: the charges of the trials to come.
    init(_ reader: SpanReader, watching records: Set<Int>) throws {
        self.reader = reader
        let greatest = try reader.connection.first("SELECT coalesce(max(id), 0) FROM record") { try $0.int(0) } ?? 0
        tallies = reader.days.map { DayTally($0, upTo: greatest) }
        // In one order, whatever the table of aims: the numbers of the codes.
        let codes = Aim.all.keys.compactMap { code in reader.codes[code.rawValue].map { (code, $0) } }
        for (code, number) in codes.sorted(by: { $0.1 < $1.1 }) {
            guard let aim = Aim.all[code] else { continue }
            try reader.stays(number, for: aim) { stays in
                for place in tallies.indices { tallies[place].take(stays, aim) }
                if aim.keeps { kept[code, default: []] += stays }
                if aim.watches, !records.isEmpty { watched += stays.filter { records.contains($0.record) } }
                if aim.heads.contains(where: { Head.all[$0].whose == .arrest }) {
                    arrests += stays.filter { $0.person >= 0 }.map { Arrest(person: $0.person, day: $0.from) }
                }
            }
        }
        arrests.sort { ($0.person, $0.day) < ($1.person, $1.day) }
    }

    /// How many arrests there had been by a day, and how many of them were not the first of their person.
    func arrests(by day: Day) -> (all: Int, further: Int) {
        var all = 0, further = 0
        var last: Arrest?
        for arrest in arrests where arrest.day <= day.number && arrest != last {
            all += 1
            if arrest.person == last?.person { further += 1 }
            last = arrest
        }
        return (all, further)
    }
}
