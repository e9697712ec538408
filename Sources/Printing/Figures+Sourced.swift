// Numbers from elsewhere in the table and the paragraph: always apart from what this store counts.

import Figures
import Lifecycle

extension Report {
    /// The numbers that others counted, with their sources and what must be said of them; empty if there are none.
    var sourcedTable: String {
        let all = sourced
        guard !all.isEmpty else { return "" }
        var body: [[String]] = []
        var below: [String] = []
        var sources: [String] = []
        for sourced in all {
            var heads: Set<Series> = []
            for one in sourced.newest {
                let source = "\(one.source), \(one.sourceDate.iso)"
                let place = sources.firstIndex(of: source) ?? sources.count
                if place == sources.count { sources.append(source) }
                let isWhole = one.key.area == nil && one.key.category == nil
                if heads.insert(one.key.series).inserted, !isWhole { body.append([one.key.series.title]) }
                body.append([
                    (isWhole ? "" : "  ") + one.title, one.when, one.amountAndShare,
                    sourced.movement(of: one)?.words ?? "", "[\(place + 1)]",
                ])
                below += remarks(on: one, in: sourced)
            }
        }
        let heading = "\(Figure.notOurs) As at \(asAt.iso), each of the day or period that stands beside it.\n"
        let head = ["Number", "Of", "Value", "Change", "Source"]
        let numbered = sources.enumerated().map { "[\($0 + 1)] \($1)" }
        return heading + columns([head] + body)
            + (unrepeated(below) + numbered).map { "\(visible($0, oneLine: true))\n" }.joined()
    }

    /// The shape of every figure that comes from elsewhere and has any number.
    private var sourced: [Sourced] {
        answers.compactMap { answer in
            if case .sourced(let sourced) = answer.value, !sourced.numbers.isEmpty { sourced } else { nil }
        }
    }

    /// What must be said of a number: its note, what its source printed, and how many are recorded.
    private func remarks(on one: Aggregate, in sourced: Sourced) -> [String] {
        let part = [one.key.area.map { "in \($0)" }, one.key.category.map { "by \($0.dimension.rawValue)" }]
        let head = ([one.key.series.title] + part.compactMap(\.self) + [one.when]).joined(separator: ", ")
        let name = one.key.category.map { "\($0.name) " } ?? ""
        // A change that is printed since a day of which a number stands is in the table already.
        let change = one.change?.since == nil || sourced.movement(of: one) == nil ? one.printedChange : nil
        let printed = [one.printedShare, change].compactMap(\.self).map { "\(head): \(name)\($0)." }
        var remarks = (one.note.map { ["\(head): \($0)"] } ?? []) + printed
        if let recorded = sourced.recorded(beside: one) {
            remarks.append("\(head): \([recorded.words, one.groups].compactMap(\.self).joined(separator: "; ")).")
        }
        return remarks
    }

    /// Notes in their order, each once.
    private func unrepeated(_ notes: [String]) -> [String] {
        var seen: Set<String> = []
        return notes.filter { seen.insert($0).inserted }
    }
}

extension Report {
    /// The newest whole numbers of others, in sentences that say that they are others'.
    var sourcedSentences: [String] {
        let sentences = sourced.compactMap { sourced in sourced.headline.map { sentence($0, sourced) } }
        return sentences.isEmpty
            ? [] : ["The rest is not from this store's records but as others published it."] + sentences
    }

    private func sentence(_ one: Aggregate, _ sourced: Sourced) -> String {
        let change = sourced.movement(of: one).map { ", \($0.words)" } ?? ""
        return "\(one.key.series.title), \(one.whenInWords): \(one.amount)\(parts(of: one, in: sourced))\(change)."
    }

    /// The parts that make the whole, where there are some of its own day that do.
    private func parts(of whole: Aggregate, in sourced: Sourced) -> String {
        for dimension in [Dimension.recency, .status] {
            let parts = sourced.numbers.filter {
                $0.key.series == whole.key.series && $0.key.day == whole.key.day && $0.key.area == nil
                    && $0.key.periodFrom == whole.key.periodFrom && $0.key.category?.dimension == dimension
            }
            let sum = parts.reduce(0) { $0 + ($1.value ?? 0) }
            guard parts.count > 1, sum == whole.value else { continue }
            return
                " (\(parts.map { "\($0.value ?? 0) \($0.key.category?.name ?? "")" }.joined(separator: " + ")) = \(sum))"
        }
        return ""
    }
}
