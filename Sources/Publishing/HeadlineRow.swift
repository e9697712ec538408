// One line of the headline table.

/// A headline figure with what it was before.
package struct HeadlineRow: Hashable, Sendable, Codable {
    /// The figure's id, what it is called, the unit, the definition and its edition.
    package let id: String, title: String, unit: String, definition: String, edition: String
    /// Under which heading it stands: investigations, suspects, victims, court, team or hub.
    package let group: String
    /// Whether it says where things stand on the day, or how many there have ever been.
    package let isStock: Bool
    /// What it comes to on the day of the release, on that of the release before, and a year ago.
    ///
    /// The earlier two are agreed totals as they are known now; what is no agreed total stands as it was published.
    package let now: Shown, previous: Shown?, yearAgo: Shown?
    /// Whether an earlier release gave one of the earlier two otherwise: then the row carries `[r]`.
    package let isRevised: Bool
    /// What it is made up of, where that is agreed too: the team's posts by role.
    package let parts: [Part]
    /// The trials, where it counts them.
    package let trials: [Trial]
    /// What must be said with it: a source, a trial's start, a plan.
    package let notes: [String]

    /// A line of the headline table.
    package init(
        id: String, title: String, unit: String, definition: String, edition: String, group: String, isStock: Bool,
        now: Shown, previous: Shown? = nil, yearAgo: Shown? = nil, isRevised: Bool = false,
        parts: [Part] = [], trials: [Trial] = [], notes: [String] = []
    ) {
        (self.id, self.title, self.unit, self.definition) = (id, title, unit, definition)
        (self.edition, self.group, self.isStock) = (edition, group, isStock)
        (self.now, self.previous, self.yearAgo) = (now, previous, yearAgo)
        (self.isRevised, self.parts, self.trials, self.notes) = (isRevised, parts, trials, notes)
    }

    /// By how much it has changed since `earlier`; a mark where either is one, nil where there is nothing to compare.
    package func change(since earlier: Shown?) -> Shown? {
        guard let earlier else { return nil }
        switch (earlier, now) {
        case (.number(let then), .number(let now)): return .number(now - then)
        case (.hidden, _), (_, .hidden): return .hidden
        case (.impossible, _), (_, .impossible): return .impossible
        case (.unavailable, _), (_, .unavailable), (.range, _), (_, .range): return .unavailable
        }
    }
}

extension HeadlineRow {
    /// A part of a headline figure.
    package struct Part: Hashable, Sendable, Codable {
        /// What it is called: `detective constable`.
        package let title: String
        /// How many.
        package let count: Int

        /// A part.
        package init(_ title: String, _ count: Int) { (self.title, self.count) = (title, count) }
    }

    /// A trial that is to come.
    package struct Trial: Hashable, Sendable, Codable {
        /// The day on which it starts.
        package let starts: String
        /// How many weeks it is expected to last, where the court said, and how many people it is of.
        package let weeks: Int?, defendants: Int

        /// A trial as it is listed.
        package init(starts: String, weeks: Int?, defendants: Int) {
            (self.starts, self.weeks, self.defendants) = (starts, weeks, defendants)
        }
    }
}
