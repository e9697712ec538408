// Figures of several days and their sums as JSON.

package import Figures
import Lifecycle

extension Comparison {
    /// The first day's report as by itself, with `compare` (the second), `comparisons` (all others), `reconciliations`
    /// and `remarks` beside it.
    package var json: JSON {
        guard case .object(var members)? = reports.first?.json else { return .null }
        let others = reports.dropFirst().map { report -> JSON in
            guard case .object(let members) = report.json else { return .null }
            return .object(members.filter { $0.0 != "version" })
        }
        if let second = others.first { members += [("compare", second), ("comparisons", .list(others))] }
        members.append(("reconciliations", .list(reconciliations.map(\.json))))
        members.append(("remarks", .list(remarks.map { .text($0) })))
        return .object(members)
    }
}

extension Reconciliation {
    /// One sum: its lines with their signs, and what they must come to.
    package var json: JSON {
        .object([
            ("id", .text(id)), ("title", .text(title)), ("group", .text(group.rawValue)),
            ("unit", .text(unit.rawValue)), ("from", JSON(from?.iso)), ("to", .text(to.iso)),
            ("terms", .list(terms.map { $0.json(sign: $0.isTaken ? "-" : "+") })), ("result", result.json(sign: "=")),
            ("balances", .flag(balances)),
        ])
    }
}

extension Reconciliation.Term {
    fileprivate func json(sign: String) -> JSON {
        .object([
            ("id", .text(id)), ("sign", .text(sign)), ("value", .number(count)), ("words", .text(words)),
            ("figure", JSON(figure?.id)),
        ])
    }
}
