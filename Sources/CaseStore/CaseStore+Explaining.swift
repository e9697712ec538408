// Which records a figure counts, for those who may open them.
import Access
import CaseModel
package import Figures
package import Lifecycle
import Rows

extension CaseStore {
    /// The references of the records that a figure counts as at a day, in their order; a look at all of them.
    ///
    /// Throws ``StoreError`` for an account that may not open that kind of record, for a figure that is counted elsewhere,
    /// for a day of which there is nothing to count, and for where support stands, which is open to social care alone.
    package func records(
        of figure: Figure, asAt day: Day, knownAt known: Day? = nil
    ) throws -> [Reference] {
        try speaking {
            try authorise(.figures)
            guard let kind = figure.recordKind else {
                throw StoreError(
                    .badData,
                    "No record of this file is counted by \(figure.id): others counted it. `list aggregate` has their numbers."
                )
            }
            try authorise(opening: kind)
            if isShut(Reference(kind: kind, number: 1)), figure != .victimsReceivingSupport {
                throw try refusal(
                    of: "list support by state",
                    "Of support this account sees whether it is being received: explain victims-receiving-support alone."
                )
            }
            try refuse([day], knownAt: known)
            let lines = try connection.lines(of: figure.measure.codes)
            let tally = Tally(lines, asAt: day, knownAt: known ?? clock().today)
            let rows = try tally.records(of: figure).compactMap { try connection.record(id: Int64($0)) }
                .sorted {
                    ($0.reference.kind.prefix, $0.reference.number) < ($1.reference.kind.prefix, $1.reference.number)
                }
            try consult(rows, "explain \(figure.id)")
            return rows.map(\.reference)
        }
    }
}

extension Figure {
    /// The kind of the records that it counts; nil if it counts none.
    fileprivate var recordKind: RecordKind? {
        guard let code = measure.codes.first?.rawValue else { return nil }
        switch measure {
        case .range: return .phase
        case .trials: return .prosecution
        case .planned: return .submission
        case .allLinked: return .submission
        case .sourced: return nil
        case .at, .ever, .stage:
            if code.hasPrefix("POS:") { return .post }
            let machine = code.prefix { $0 != ":" && $0 != "@" && $0 != "/" }
            return RuleBook.current.machines.first { $0.id.rawValue == machine }?.record
        }
    }
}
