// A release as JSON: the form that other programs read and attack.

package import Publishing

extension ReleaseContent {
    /// The release as one object: what is published, how far it has come, and nothing behind the marks.
    package func json(under imprint: Imprint) -> JSON {
        .object([
            ("version", 1), ("id", .text(reference)), ("title", .text(title)),
            ("status", .text(imprint.state.rawValue)), ("watermark", JSON(imprint.watermark)),
            ("asAt", .text(asAt)), ("knownAt", .text(knownAt)), ("previous", JSON(previous)),
            ("previousAsAt", JSON(previousAsAt)), ("yearAgo", .text(yearAgo)), ("corrects", JSON(corrects)),
            ("because", JSON(because)), ("correctedBy", JSON(imprint.correctedBy)), ("rules", .text(rules)),
            ("policy", .text(policy)), ("paragraph", .text(paragraph)), ("figures", .list(headlines.map(\.json))),
            ("sums", .list(reconciliations.map(\.json))), ("tables", .list(tables.map(\.json))),
            ("withheld", .list(withheld.map(\.json))), ("forecasts", .list(forecasts.map(\.json))),
            ("revisions", .list(revisions.map(\.json))), ("quality", JSON(quality)), ("next", JSON(next)),
            ("contact", JSON(contact)),
            ("exceptions", JSON(imprint.exceptions)), ("hash", .text(imprint.hash)),
            (
                "signatures",
                .list(
                    imprint.signatures.map { ["act": .text($0.act), "role": .text($0.role), "on": .text($0.on)] })
            ), ("checkpoint", JSON(imprint.checkpoint)),
        ])
    }
}

extension Shown {
    /// A number, `[low,high]`, or the mark.
    fileprivate var json: JSON {
        switch self {
        case .number(let count): .number(count)
        case .range(let low, let high): .list([JSON.number(low), .number(high)])
        case .hidden, .impossible, .unavailable: .text(mark ?? "")
        }
    }
}

extension HeadlineRow {
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [("id", .text(id)), ("unit", .text(unit))]
        if case .range(let low, let high) = now {
            members += [("low", .number(low)), ("high", .number(high))]
        } else {
            members.append(("value", now.json))
        }
        return .object(
            members + [
                ("title", .text(title)), ("definition", .text(definition)), ("edition", .text(edition)),
                ("group", .text(group)), ("stock", .flag(isStock)), ("previous", previous?.json ?? .null),
                ("changeOnPrevious", change(since: previous)?.json ?? .null), ("yearAgo", yearAgo?.json ?? .null),
                ("changeOnYearAgo", change(since: yearAgo)?.json ?? .null), ("revised", .flag(isRevised)),
                ("notes", JSON(notes)),
            ] + beside)
    }

    /// What it is made up of, and the trials that it counts: the first stands for all, as `figures` gives them.
    private var beside: [(String, JSON)] {
        var members: [(String, JSON)] = []
        if !parts.isEmpty {
            members.append(("parts", .list(parts.map { ["title": .text($0.title), "value": .number($0.count)] })))
        }
        if let first = trials.first {
            members += first.members
            members.append(("trials", .list(trials.map { .object($0.members) })))
        }
        return members
    }
}

extension HeadlineRow.Trial {
    fileprivate var members: [(String, JSON)] {
        [("defendants", .number(defendants)), ("weeks", JSON(weeks)), ("starts", .text(starts))]
    }
}

extension PublishedSum {
    fileprivate var json: JSON {
        [
            "id": .text(id), "title": .text(title), "from": JSON(from), "to": .text(to),
            "balances": .flag(verdict != .fails),
            "lines": .list(
                lines.map { ["words": .text($0.words), "sign": .text($0.sign), "count": $0.count.json] }),
        ]
    }
}

extension PublishedTable {
    fileprivate var json: JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("title", .text(title)), ("headline", JSON(headline)), ("by", JSON(by)),
            ("cumulative", .flag(isCumulative)), ("rows", JSON(rows)), ("cols", JSON(cols)),
            ("cells", .list(cells.map { row in JSON(row.map(\.json)) })), ("row_totals", JSON(rowTotals.map(\.json))),
            ("col_totals", JSON(colTotals.map(\.json))), ("total", total.json),
        ]
        if !rowParents.isEmpty {
            // In the order of the rows, so that the same table has the same bytes.
            let parents = rows.compactMap { row in rowParents[row].map { (row, JSON($0)) } }
            members.append(("row_parents", .object(parents)))
        }
        return .object(members + [("notes", JSON(notes))])
    }
}

extension Withheld {
    fileprivate var json: JSON {
        ["id": .text(id), "title": .text(title), "because": .text(because), "merge": JSON(merge), "last": JSON(last)]
    }
}

extension Forecast {
    fileprivate var json: JSON {
        [
            "title": .text(title), "said": .text(said), "release": JSON(release), "until": .text(until),
            "low": .number(low), "high": .number(high), "outcome": outcome.json,
        ]
    }
}

extension Revision {
    fileprivate var json: JSON {
        [
            "id": .text(id), "title": .text(title), "asAt": .text(asAt), "release": .text(release), "was": was.json,
            "now": now.json,
        ]
    }
}
