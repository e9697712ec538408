// The committee's paragraph: plain English, in which every sum is one sentence and adds up.

package import Publishing

extension ReleaseContent {
    /// The position in plain English, for people who have no table before them.
    ///
    /// It goes from investigations to suspects, victims and the court; each measure has a sentence, and so has each sum.
    package var paragraph: String { paragraphs.joined(separator: " ") }

    /// The same in as many paragraphs as there are subjects.
    var paragraphs: [String] {
        let opening = "These are the figures as at the end of \(inWords(asAt)), as known on \(inWords(knownAt))."
        var told: Set<String> = []
        var all: [[String]] = []
        for group in Self.groups + [nil] {
            let rows = grouped.filter { group == nil ? !Self.groups.contains($0.group) : $0.group == group }
            let sums = reconciliations.filter { sum in
                sum.verdict == .holds && !told.contains(sum.id) && (group == nil || sum.subject == group)
            }
            told.formUnion(sums.map(\.id))
            all.append(rows.map { sentence(on: $0) } + sums.map { sentence(on: $0) })
        }
        let elsewhere = headlines.filter(\.isFromOthers).map { "\($0.title): \(Entry($0.now).text)." }
        if !elsewhere.isEmpty {
            all.append(["The rest is not counted from these records but as others published it."] + elsewhere)
        }
        let subjects = all.filter { !$0.isEmpty }
        let first = [opening] + (subjects.first ?? [])
        return ([first] + subjects.dropFirst()).map { $0.joined(separator: " ") }
    }

    /// The groups in the order in which a report tells of them.
    static let groups = ["investigations", "suspects", "victims", "court", "team"]

    /// The headlines that are counted here, each group together.
    var grouped: [HeadlineRow] {
        let ours = headlines.filter { !$0.isFromOthers }
        return Self.groups.flatMap { group in ours.filter { $0.group == group } }
            + ours.filter { !Self.groups.contains($0.group) }
    }

    /// A sum in one sentence, with its arithmetic; a reader must be able to add it up.
    ///
    /// Of many lines of nought it says once that there are none.
    private func sentence(on sum: PublishedSum) -> String {
        let tell = { (line: PublishedSum.Line) in
            let count = line.count.count ?? 0
            return "\(count.orNone) \(agreeing(line.words, with: count))"
        }
        let lines = sum.lines.dropLast()
        let isFolded = lines.count { $0.count == .number(0) } > 2
        let told = lines.filter { !isFolded || $0.count != .number(0) }.map(tell)
        let when = sum.from.map { ", from \(inWords($0)) to \(inWords(sum.to))" } ?? ""
        let closing = "\(sum.from == nil ? "in all" : "so") \(sum.lines.last.map(tell) ?? "none")"
        let parts = told + (isFolded ? ["none otherwise"] : []) + [closing]
        return "\(sum.title)\(when): \(parts.joined(separator: "; ")) (\(sum.arithmetic))."
    }

    /// One measure in one sentence: the number, one and several, none for nought.
    func sentence(on row: HeadlineRow) -> String {
        let words = Self.sentences[row.id]
        switch row.now {
        case .number(let count):
            guard let words else { return "\(row.title): \(count.orNone)." }
            let amount = count == 0 ? "No" : "\(count)"
            let plain =
                "\(amount) \(count == 1 ? words.one : words.several)\(row.trialWords(inWords))\(hasSum(of: row) ? "" : row.partWords)."
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
        "victims-identified": (
            "potential victim has been identified in all", "potential victims have been identified in all"
        ),
        "victims-receiving-support": ("victim is receiving support", "victims are receiving support"),
        "victims-offered-support": (
            "victim has an offer of support that stands", "victims have an offer of support that stands"
        ),
        "victims-waiting-for-support": ("victim is waiting for support", "victims are waiting for support"),
        "victims-declining-support": (
            "victim has declined an offer of support, which can be made again",
            "victims have declined an offer of support, which can be made again"
        ),
        "victims-with-unmet-need": (
            "victim has a need that a provider declined to meet", "victims have a need that a provider declined to meet"
        ),
        "victims-supported-to-date": (
            "victim has received support at some time to date", "victims have received support at some time to date"
        ),
        "team-posts": ("post is in the team", "posts are in the team"),
    ]

    /// Whether the parts of a measure stand in a sum of their own.
    private func hasSum(of row: HeadlineRow) -> Bool {
        let parts = row.parts.map { Shown.number($0.count) }
        return reconciliations.contains { $0.verdict == .holds && $0.lines.dropLast().map(\.count) == parts }
    }
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

extension PublishedSum {
    /// What it is a sum of, by its id: the group of measures that it is told with.
    fileprivate var subject: String {
        if id.contains("victim") || id.contains("support-") { return "victims" }
        if id.contains("charged") || id.contains("trial") { return "court" }
        if id.contains("posts") { return "team" }
        return id.contains("investigations") ? "investigations" : "suspects"
    }
}
