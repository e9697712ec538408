// The committee's paragraph: plain English, in which every sum is one sentence and adds up.

package import Publishing

extension ReleaseContent {
    /// The position in plain English, for people who have no table before them.
    ///
    /// A measure that is part of a sum is told in the sentence of that sum; the others follow, each by itself. A plan
    /// stands in a sentence of its own, since it is never added to a count.
    package var paragraph: String {
        let opening = "These are the figures as at the end of \(inWords(asAt)), as known on \(inWords(knownAt))."
        let ours = headlines.filter { !$0.isFromOthers }
        let sums = reconciliations.filter { $0.verdict == .holds }.map { sentence(on: $0) }
        let others = headlines.filter(\.isFromOthers).map { "\($0.title): \(Entry($0.now).text)." }
        let elsewhere =
            others.isEmpty ? [] : ["The rest is not counted from these records but as others published it."] + others
        return ([opening] + ours.map { sentence(on: $0) } + sums + elsewhere).joined(separator: " ")
    }

    /// A sum in one sentence, with its arithmetic; a reader must be able to add it up.
    private func sentence(on sum: PublishedSum) -> String {
        let told = sum.lines.map { line in
            let count = line.count.count ?? 0
            return "\(count.orNone) \(agreeing(line.words, with: count))"
        }
        let when = sum.from.map { ", from \(inWords($0)) to \(inWords(sum.to))" } ?? ""
        let closing = "\(sum.from == nil ? "in all" : "so") \(told.last ?? "none")"
        return "\(sum.title)\(when): \(told.dropLast().joined(separator: "; ")); \(closing) (\(sum.arithmetic))."
    }

    /// One measure in one sentence: the number, one and several, none for nought.
    func sentence(on row: HeadlineRow) -> String {
        let words = Self.sentences[row.id]
        switch row.now {
        case .number(let count):
            guard let words else { return "\(row.title): \(count.orNone)." }
            let amount = count == 0 ? "No" : "\(count)"
            let plain = "\(amount) \(count == 1 ? words.one : words.several)\(row.trialWords(inWords))\(row.partWords)."
            return plain
        case .range(let low, let high):
            let range = low == high ? "\(low)" : "between \(low) and \(high)"
            return words.map { "\(range.capitalisedFirst) \($0.several), which is a plan and part of no count here." }
                ?? "\(row.title): \(range)."
        case .hidden: return "\(row.title): the number is hidden, so that nobody can be singled out."
        case .impossible: return "\(row.title): cannot apply."
        case .unavailable: return "\(row.title): no number is available."
        }
    }

    /// How each measure is said of one and of several.
    private static let sentences: [String: (one: String, several: String)] = [
        "live-investigations": ("investigation is live", "investigations are live"),
        "completed-investigations": ("investigation has been completed", "investigations have been completed"),
        "arrests": (
            "arrest has been made, which counts arrests and not people",
            "arrests have been made, which counts arrests and not people"
        ),
        "people-on-bail": ("person is on bail before charge", "people are on bail before charge"),
        "people-arrested-or-interviewed": (
            "person has been arrested or interviewed under caution to date",
            "people have been arrested or interviewed under caution to date"
        ),
        "people-charged": (
            "person has been charged with a primary offence", "people have been charged with a primary offence"
        ),
        "people-charged-with-any-offence": (
            "person has been charged with any offence, those just told among them",
            "people have been charged with any offence, those just told among them"
        ),
        "people-under-police-investigation": (
            "person is under police investigation", "people are under police investigation"
        ),
        "people-scheduled-for-arrest": (
            "arrest is planned within 12 months", "arrests are planned within 12 months"
        ),
        "investigations-submitted-to-cps": (
            "investigation has been submitted to the Crown Prosecution Service (CPS) for advice or a decision",
            "investigations have been submitted to the Crown Prosecution Service (CPS) for advice or a decision"
        ),
        "investigations-to-be-submitted": (
            "further investigation is planned to be submitted within 12 months",
            "further investigations are planned to be submitted within 12 months"
        ),
        "investigations-cps-nfa": (
            "investigation has ended without further action by decision of the CPS",
            "investigations have ended without further action by decision of the CPS"
        ),
        "people-convicted-primary": (
            "person stands convicted of a primary offence", "people stand convicted of a primary offence"
        ),
        "people-convicted-ancillary": (
            "person stands convicted of another offence found along the way",
            "people stand convicted of another offence found along the way"
        ),
        "retrials-due": ("retrial is due", "retrials are due"),
        "victims-identified-and-interviewed": (
            "potential victim has been identified and interviewed",
            "potential victims have been identified and interviewed"
        ),
        "victims-receiving-support": ("victim is receiving support", "victims are receiving support"),
        "team-posts": ("post is in the team", "posts are in the team"),
    ]
}

extension HeadlineRow {
    /// What a sentence tells of trials beside their number.
    fileprivate func trialWords(_ inWords: (String) -> String) -> String {
        guard !trials.isEmpty else { return "" }
        let told = trials.map { trial in
            let people = "\(trial.defendants) \(trial.defendants == 1 ? "defendant" : "defendants")"
            let weeks = trial.weeks.map { ", for \($0) \($0 == 1 ? "week" : "weeks")" } ?? ""
            return "of \(people), to start on \(inWords(trial.starts))\(weeks)"
        }
        return trials.count == 1 ? ": \(told[0])" : ": one \(told.joined(separator: "; one "))"
    }

    /// What a sentence tells of the parts that make up a number, where they do.
    fileprivate var partWords: String {
        let some = parts.filter { $0.count != 0 }
        guard some.count > 1, some.reduce(0, { $0 + $1.count }) == now.count else { return "" }
        return ": " + some.map { "\($0.title) \($0.count)" }.joined(separator: " + ") + " = \(Entry(now).text)"
    }
}
