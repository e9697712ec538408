// What is due: read from the deadlines' spans, and never from a history.
import Access
package import CaseModel
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// What is due, as far as the account may open the records on which it is; one consultation of the subjects of what is
    /// shown.
    package func due(_ question: WorkQuestion) throws -> Worklist {
        try speaking {
            try authorise(.consult)
            let day = question.asAt ?? clock().today
            if let record = question.record { try authorise(opening: record.kind) }
            let desk = try desk(question.scope, on: day)
            let place = Workplace(
                try connection.allocations(asAt: day, knownAt: question.knownAt), roster)
            let rows = try connection.deadlines(
                DeadlineChoice(
                    asAt: day, knownAt: question.knownAt, kinds: kindsWithDeadlines,
                    until: question.within.map { day.adding(days: $0) }, record: question.record.map { try row($0).id })
            )
            var found: [(item: WorkItem, row: DeadlineRow?)] = try reviewsDue(question, on: day).map { ($0, nil) }
            var unallocated = 0
            var bygone = 0
            let goLive = try goLive().flatMap { $0 <= day && !question.isWhole ? $0 : nil }
            for row in rows {
                guard let clock = Lifecycle.Clock.named(String(row.code.dropFirst(4))) else { continue }
                let bearer = place.bearer(of: row, clock)
                if let desk, !place.waits(row, clock, bearer, for: desk) {
                    if bearer == .nobody { unallocated += 1 }
                    continue
                }
                // What a past that was brought in left undone by the team's own choice would drown the work of today.
                if let goLive, !clock.law, row.due < goLive {
                    bygone += 1
                    continue
                }
                found.append((place.item(row, clock, bearer, asAt: day), row))
            }
            found.sort { $0.item.precedes($1.item) }
            let counts = Dictionary(grouping: found, by: \.item.band).mapValues(\.count)
            if let limit = question.limit { found.removeLast(max(0, found.count - limit)) }
            let records = found.compactMap(\.row?.record)
            try consult(records, "due")
            let titles = try titles(of: records)
            return Worklist(
                whose: question.whose(account.name), asAt: day, knownAt: question.knownAt,
                items: try found.map { item, row in
                    guard let row else { return item }
                    var item = try told(item, row)
                    item.title = titles[row.record.id]
                    return item
                }, counts: counts,
                // To somebody who may allocate nothing they are no call to act.
                unallocated: question.scope == .mine && mayAllocate ? unallocated : 0,
                bygone: bygone > 0 ? goLive.map { Worklist.Bygone(count: bygone, goLive: $0) } : nil)
        }
    }

    /// What is due on one record today, the most pressing first; the look is the caller's to log.
    func deadlines(on record: RecordRow) throws -> [WorkItem] {
        guard kindsWithDeadlines.contains(record.reference.kind) || glass?.opens(record.reference) == true else {
            return []
        }
        let today = clock().today
        let place = Workplace(try connection.allocations(asAt: today, knownAt: nil), roster)
        let rows = try connection.deadlines(
            DeadlineChoice(asAt: today, kinds: [record.reference.kind], record: record.id, alone: true))
        return try rows.compactMap { row in
            guard let clock = Lifecycle.Clock.named(String(row.code.dropFirst(4))) else { return nil }
            return try told(place.item(row, clock, place.bearer(of: row, clock), asAt: today), row)
        }.sorted { $0.precedes($1) }
    }

    /// The kinds of record of which the account may know when something is due: when support is reviewed tells its course.
    private var kindsWithDeadlines: Set<RecordKind> {
        Set(RecordKind.allCases.filter { account.roles.mayOpen($0) && !isShut(Reference(kind: $0, number: 1)) })
    }

    private var mayAllocate: Bool {
        RecordShape.of(.allocation).recorders.contains(where: account.roles.contains)
    }

    /// Whose work is asked for, by what each was on that day; nil for everybody's.
    private func desk(_ scope: WorkQuestion.Scope, on day: Day) throws -> Workplace.Desk? {
        switch scope {
        case .team: return nil
        case .mine: return Workplace.Desk(account.id, in: roster, on: day)
        case .of(let name): return Workplace.Desk(try user(name).id, in: roster, on: day)
        }
    }

    /// The title of each record, or the name of whom it is about, as far as the account's compartments open it.
    private func titles(of records: [RecordRow]) throws -> [Int64: String] {
        var titles: [Int64: String] = [:]
        for record in records where titles[record.id] == nil { titles[record.id] = try title(of: record) }
        return titles
    }
}

extension WorkQuestion {
    /// Whose work it is, as a heading says it.
    fileprivate func whose(_ reader: String) -> String {
        switch scope {
        case .mine: "The work of \(reader)"
        case .team: "The work of everybody"
        case .of(let name): "The work of \(name)"
        }
    }
}
