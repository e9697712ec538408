// One line of the headline table.

/// A headline figure with what it was before.
package struct HeadlineRow: Hashable, Sendable, Codable {
    /// The figure's id, what it is called, the unit, the definition and its edition.
    package let id: String, title: String, unit: String, definition: String, edition: String
    /// Under which heading it stands: investigations, suspects, victims, court, team or hub.
    package let group: String
    /// Whether it says where things stand on the day, or how many there have ever been.
    package let isStock: Bool
    /// What it comes to on the day of the release, in the release before, and on the day a year ago as known now.
    package let now: Shown, previous: Shown?, yearAgo: Shown?
    /// What it was a year ago as that release said it, where it was otherwise: then the row carries `[r]`.
    package let isRevised: Bool
    /// What must be said with it: a source, a trial's start, a plan.
    package let notes: [String]

    /// A line of the headline table.
    package init(
        id: String, title: String, unit: String, definition: String, edition: String, group: String, isStock: Bool,
        now: Shown, previous: Shown? = nil, yearAgo: Shown? = nil, isRevised: Bool = false, notes: [String] = []
    ) {
        (self.id, self.title, self.unit, self.definition) = (id, title, unit, definition)
        (self.edition, self.group, self.isStock) = (edition, group, isStock)
        (self.now, self.previous, self.yearAgo) = (now, previous, yearAgo)
        (self.isRevised, self.notes) = (isRevised, notes)
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
