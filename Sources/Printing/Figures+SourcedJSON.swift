// Numbers from elsewhere as JSON.

import Figures
import Lifecycle

extension Sourced {
    /// The members of a figure from elsewhere: the value, of when it is, and every number that stands.
    var members: [(String, JSON)] {
        var members: [(String, JSON)] = [("value", JSON(headline?.value)), ("fromThisStore", false)]
        if let headline {
            members += [
                ("approximate", .flag(headline.isApproximate)), ("on", .text(headline.key.day.iso)),
                ("periodFrom", JSON(headline.key.periodFrom?.iso)), ("source", .text(headline.source)),
                ("sourceDate", .text(headline.sourceDate.iso)),
            ]
        }
        return members + [("numbers", .list(numbers.map { json($0) }))]
    }

    private func json(_ one: Aggregate) -> JSON {
        var members: [(String, JSON)] = [
            ("series", .text(one.key.series.rawValue)), ("title", .text(one.key.series.title)),
            ("unit", .text(one.key.series.unit.rawValue)), ("on", .text(one.key.day.iso)),
            ("periodFrom", JSON(one.key.periodFrom?.iso)), ("area", JSON(one.key.area)),
            ("dimension", JSON(one.key.category?.dimension.rawValue)), ("category", JSON(one.key.category?.name)),
            ("value", JSON(one.value)), ("of", JSON(one.of)), ("approximate", .flag(one.isApproximate)),
        ]
        if let tenths = one.shareTenths { members.append(("shareTenths", .number(tenths))) }
        if let tenths = one.printedTenths { members.append(("printedShareTenths", .number(tenths))) }
        if one.of != nil || one.printedTenths != nil { members.append(("share", .text(one.amountAndShare))) }
        if let rank = one.rank { members.append(("rank", .number(rank))) }
        if let movement = movement(of: one) { members.append(("change", movement.json)) }
        if let change = one.change {
            members.append(
                (
                    "printedChange",
                    [
                        "tenths": .number(change.tenths), "in": .text(change.unit), "since": JSON(change.since?.iso),
                    ]
                ))
        }
        if let scheme = one.scheme {
            members += [("scheme", .text(scheme)), ("saidBy", JSON(one.saidBy))]
        }
        if let recorded = recorded(beside: one) {
            members.append(
                (
                    "recorded",
                    ["least": .number(recorded.least), "most": .number(recorded.most), "of": .number(recorded.of)]
                ))
        }
        members += [
            ("known", .text(one.known.iso)), ("source", .text(one.source)), ("sourceDate", .text(one.sourceDate.iso)),
        ]
        if let note = one.note { members.append(("note", .text(note))) }
        return .object(members)
    }
}

extension Sourced.Movement {
    fileprivate var json: JSON {
        [
            "tenths": .number(tenths), "in": .text(inPoints ? "percentage points" : "per cent"),
            "since": .text(base.key.day.iso), "from": JSON(base.value), "of": JSON(base.of), "words": .text(words),
        ]
    }
}
