// The headline table: each figure on its day, in the release before and a year ago.

import DisclosureControl
import Figures
import Lifecycle

/// Writes the rows of the headline table.
struct HeadlineWriter {
    let draft: ReleaseDraft
    let protected: Statement
    let past: PastStatement

    private var input: ReleaseInput { draft.input }

    /// A row for each figure of the plan, in its order.
    var rows: [HeadlineRow] { draft.figures.map(row) }

    private func row(_ figure: Figure) -> HeadlineRow {
        let answer = draft.report[figure]
        let before = input.previous?.headlines.first { $0.id == figure.id }
        let previous = previous(figure, before)
        let yearAgo = yearAgo(figure)
        return HeadlineRow(
            id: figure.id, title: figure.title, unit: figure.unit.rawValue, definition: figure.definition,
            edition: figure.edition, group: figure.group.rawValue, isStock: figure.isStock, now: now(figure),
            previous: previous, yearAgo: yearAgo, isRevised: isRevised(figure, before, previous, yearAgo),
            parts: parts(figure, answer), trials: trials(answer), notes: notes(figure, answer, before))
    }

    private func now(_ figure: Figure) -> Shown {
        if let headline = protected.headlines.first(where: { $0.id == figure.id }) { return Shown(headline.cell) }
        // What is no headline of the ledger is a range or a number from elsewhere: nothing else is told past it.
        guard AgreedTotals.holds(figure) else { return .unavailable }
        return Shown(draft.report[figure]) ?? .unavailable
    }

    /// What it came to in the release before: an agreed total as it is known now, anything else as it was published.
    private func previous(_ figure: Figure, _ before: HeadlineRow?) -> Shown? {
        guard let release = input.previous else { return nil }
        guard before?.edition ?? figure.edition == figure.edition else { return .unavailable }
        guard AgreedTotals.holds(figure) else { return before?.now ?? .unavailable }
        return Day(release.asAt).flatMap { input.report(of: $0) }.flatMap { Shown($0[figure]) } ?? before?.now
            ?? .unavailable
    }

    private func yearAgo(_ figure: Figure) -> Shown? {
        guard AgreedTotals.holds(figure) else { return past[figure.id] }
        return input.report(of: ReleaseInput.yearAgo(input.asAt)).flatMap { Shown($0[figure]) } ?? .unavailable
    }

    /// Whether somebody who holds the earlier releases reads another number there.
    private func isRevised(_ figure: Figure, _ before: HeadlineRow?, _ previous: Shown?, _ yearAgo: Shown?) -> Bool {
        guard AgreedTotals.figures.contains(figure.id) else { return false }
        let then = input.earlier.last { $0.content.asAt == ReleaseInput.yearAgo(input.asAt).iso }?.content
            .headlines.first { $0.id == figure.id && $0.edition == figure.edition }
        return (before?.edition == figure.edition && before?.now != previous) || (then != nil && then?.now != yearAgo)
    }

    private func parts(_ figure: Figure, _ answer: Answer?) -> [HeadlineRow.Part] {
        guard figure.id == Figure.teamPosts.id, let counts = answer?.parts else { return [] }
        return zip(figure.parts, counts).map { .init($0.title, $1) }
    }

    private func trials(_ answer: Answer?) -> [HeadlineRow.Trial] {
        guard case .trials(let trials)? = answer?.value else { return [] }
        return trials.map { .init(starts: $0.starts.iso, weeks: $0.weeks, defendants: $0.defendants) }
    }

    private func notes(_ figure: Figure, _ answer: Answer?, _ before: HeadlineRow?) -> [String] {
        var days = [input.asAt]
        days += input.previous.flatMap { Day($0.asAt) }.map { [$0] } ?? []
        days.append(ReleaseInput.yearAgo(input.asAt))
        var notes: [String] = []
        for note in days.compactMap({ figure.note(asAt: $0) }) where !notes.contains(note) { notes.append(note) }
        if let before, before.edition != figure.edition {
            notes.append("It is defined otherwise than in the release before, and the two are not compared.")
        }
        if figure.isPlan { notes.append("A plan: it counts nothing that has happened, and is added to no count.") }
        return notes + sourced(figure, answer)
    }

    private func sourced(_ figure: Figure, _ answer: Answer?) -> [String] {
        guard case .sourced(let sourced)? = answer?.value else { return [] }
        guard let newest = sourced.headline else { return ["Nobody has given a number by this day."] }
        let period =
            newest.key.periodFrom.map { "for \($0.words) to \(newest.key.day.words)" } ?? "for \(newest.key.day.words)"
        var older: Aggregate?
        if case .sourced(let then)? = input.report(of: ReleaseInput.yearAgo(input.asAt))?[figure]?.value {
            older = then.headline
        }
        let still = older?.key == newest.key ? ["No newer number has been given since a year ago."] : []
        let about = newest.isApproximate ? ["The source says “about”."] : []
        return ["Counted by others, \(period). Source: \(newest.source), \(newest.sourceDate.words)."] + still + about
            + (newest.note.map { [$0] } ?? [])
    }
}

extension Figure {
    /// Whether it says what is planned, and counts nothing that has happened.
    fileprivate var isPlan: Bool {
        switch measure {
        case .range, .planned: true
        case .at, .ever, .stage, .allLinked, .trials, .sourced: false
        }
    }
}

extension Shown {
    /// An answer as it is, for what may be told as it is; nil where there is none.
    init?(_ answer: Answer?) {
        switch answer?.value {
        case .count(let count): self = .number(count)
        case .range(let low, let high): self = .range(low, high)
        case .trials(let trials): self = .number(trials.count)
        case .sourced(let sourced):
            guard let value = sourced.headline?.value else { return nil }
            self = .number(value)
        case nil: return nil
        }
    }
}
