// A list of work, in print.

package import CaseModel
import Lifecycle

extension Worklist {
    /// The list in lines, under headings: for each deadline its day, how far off it is, the record and what is due, and
    /// beneath it who owes it, the rule and where that comes from.
    package func text(by grouping: Grouping) -> String {
        let known = knownAt.map { ", as known on \($0.iso)" } ?? ""
        let opening = "\(whose), as at \(asAt.iso)\(known): \(tally)\n"
        let groups = groups(by: grouping)
        // Set as one table, so that the columns stand under each other from heading to heading.
        let items = groups.flatMap(\.items)
        var heads = columns(items.map { ["  " + $0.due.iso, $0.countdown, $0.reference.text, $0.title ?? "", "|"] })
            .split(separator: "\n").map { String($0.dropLast()) }[...]
        var text = opening
        for group in groups {
            text += "\n" + visible(group.name, oneLine: true) + "\n"
            for item in group.items {
                guard let head = heads.popFirst() else { break }
                text += item.lines(after: head)
            }
        }
        return text + rest
    }

    /// How many lines there are in each band.
    private var tally: String {
        let parts = Band.allCases.compactMap { band in counts[band].map { "\($0) \(band.short)" } }
        return parts.isEmpty ? "nothing is due" : parts.joined(separator: ", ")
    }

    /// What is not shown, and how to see it.
    private var rest: String {
        var text = ""
        if hidden > 0 {
            text +=
                "\n\(hidden) more, less pressing, \(hidden == 1 ? "is" : "are") not shown: --all shows every line.\n"
        }
        if unallocated > 0 {
            let are = unallocated == 1 ? "1 deadline is" : "\(unallocated) deadlines are"
            text += "\n\(are) on records that are allocated to nobody: dalesway due --team\n"
        }
        if let bygone {
            let were = bygone.count == 1 ? "1 review or offer was" : "\(bygone.count) reviews and offers were"
            text +=
                "\n\(were) due before this case file went live on \(bygone.goLive.iso), by choice of the team and not by "
                + "law,\nand are not counted here: --all shows every line.\n"
        }
        return text
    }

    /// The list as an object: how many lines there are in each band, and the groups of those that are shown.
    package func json(by grouping: Grouping) -> JSON {
        [
            "whose": .text(whose), "asAt": .text(asAt.iso), "knownAt": JSON(knownAt?.iso),
            "by": .text(grouping.rawValue),
            "counts": .object(Band.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) }),
            "shown": .number(items.count), "more": .number(hidden), "unallocated": .number(unallocated),
            "beforeGoLive": .number(bygone?.count ?? 0),
            "groups": JSON(
                groups(by: grouping).map { group in
                    let name = grouping == .band ? group.items.first?.band.rawValue ?? group.name : group.name
                    return ["name": .text(name), "items": JSON(group.items.map(\.json))]
                }),
        ]
    }
}

extension Band {
    /// The band as it is counted.
    fileprivate var short: String {
        switch self {
        case .critical: "critically overdue"
        case .overdue: "overdue"
        case .dueSoon: "due soon"
        case .later: "later"
        }
    }
}
