// The figures of a day as JSON: the form that other programs read.

package import Figures
import Lifecycle

extension Report {
    /// The report as one object: `{"version":1,"asAt":…,"knownAt":…,"figures":[…],"standing":[…]}`.
    package var json: JSON {
        .object([
            ("version", 1), ("asAt", .text(asAt.iso)), ("knownAt", JSON(knownAt?.iso)),
            ("figures", .list(answers.map { $0.json(asAt: asAt) })), ("standing", standing.json),
        ])
    }
}

extension Answer {
    /// One figure: `value`, or `low` and `high` for a planning range; a note where one must be shown.
    fileprivate func json(asAt day: Day) -> JSON {
        var members: [(String, JSON)] = [("id", .text(figure.id)), ("unit", .text(figure.unit.rawValue))]
        members += value.members
        if !figure.parts.isEmpty {
            let parts = zip(figure.parts, parts).map { part, count in
                JSON.object([("title", .text(part.title)), ("value", .number(count))])
            }
            members.append(("parts", .list(parts)))
        }
        members += [
            ("rangedEvents", .number(rangedEvents)), ("title", .text(figure.title)),
            ("group", .text(figure.group.rawValue)), ("stock", .flag(figure.isStock)),
            ("edition", .text(figure.edition)), ("definition", .text(figure.definition)),
        ]
        if let note = figure.note(asAt: day) { members.append(("note", .text(note))) }
        return .object(members)
    }
}

extension Answer.Value {
    /// The members of the shape: of trials, the first stands for all, and all follow where there are several.
    fileprivate var members: [(String, JSON)] {
        switch self {
        case .count(let count): [("value", .number(count))]
        case .range(let low, let high): [("low", .number(low)), ("high", .number(high))]
        case .trials(let trials):
            [("value", .number(trials.count))] + (trials.first.map(Self.members) ?? [])
                + (trials.count > 1 ? [("trials", .list(trials.map { .object(Self.members($0)) }))] : [])
        case .sourced(let sourced): sourced.members
        }
    }

    private static func members(_ trial: Answer.Trial) -> [(String, JSON)] {
        [
            ("defendants", .number(trial.defendants)), ("weeks", JSON(trial.weeks)),
            ("starts", .text(trial.starts.iso)),
        ]
    }
}

extension Standing {
    /// Every stage at which anyone stands, in the order in which they are told.
    fileprivate var json: JSON {
        let stages = Group.all.flatMap(\.codes).filter { counts[$0, default: 0] > 0 }
        return .list(
            stages.map { .object([("stage", .text($0.state)), ("value", .number(counts[$0, default: 0]))]) }
                + (unplaced > 0 ? [.object([("stage", nil), ("value", .number(unplaced))])] : []))
    }
}

extension Code {
    /// What follows the colon: a stage's own name.
    fileprivate var state: String {
        rawValue.split(separator: ":").last.map(String.init) ?? rawValue
    }
}
