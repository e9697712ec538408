// Sums in text: what came and went as a column, the parts of a day as a sentence.

package import Figures
import Lifecycle

extension Reconciliation {
    /// The sum for a reader: a column of its lines for a flow, one sentence for the parts of a day.
    ///
    /// Lines of nought are left out, but for the opening and what came; a sum that does not balance says so.
    package var text: String { from == nil ? sentence : column }

    private var sentence: String {
        let told = terms.filter { $0.count > 0 }
        let parts = told.isEmpty ? "0" : told.map { "\($0.count) \($0.said)" }.joined(separator: " + ")
        let end = balances ? "= \(result.count) \(result.said)" : "= \(sum), but \(result.count) \(result.said)"
        return wrapped("\(title): \(parts) \(end).", after: "  ", indent: 4)
    }

    private var column: String {
        let first = from.map { " at the end of \($0.iso)" } ?? ""
        let told = terms.enumerated().filter { place, term in place < 3 || term.count > 0 }
        var rows = told.map { place, term in
            [place == 0 ? " " : term.isTaken ? "-" : "+", "\(term.count)", term.said + (place == 0 ? first : "")]
        }
        rows.append(["=", "\(result.count)", "\(result.said) at the end of \(to.iso)"])
        let width = rows.map { $0[1].count }.max() ?? 0
        let lines = rows.map { row in
            "  \(row[0]) \(String(repeating: " ", count: width - row[1].count))\(row[1])  \(row[2])\n"
        }
        return title + "\n" + lines.joined() + (balances ? "" : "  The lines come to \(sum): this does not balance.\n")
    }
}

extension Comparison {
    /// The flows between the days, then the sums of each day, then what must be said of comparing.
    package var sums: String {
        let flows = reconciliations.filter { $0.from != nil }.map { $0.text + "\n" }.joined()
        let days = reports.map { report in
            let own = reconciliations.filter { $0.from == nil && $0.to == report.asAt }
            return "Sums of \(report.asAt.iso)\n" + own.map(\.text).joined() + "\n"
        }
        return flows + days.joined() + remarks.map { wrapped($0) }.joined()
    }
}
