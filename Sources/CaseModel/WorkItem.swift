// One thing that is due.
package import Lifecycle

/// A deadline of a record, as one reader sees it on one day.
package struct WorkItem: Sendable {
    /// The clock that runs: `B2.abp`.
    package var clock: String
    /// What is due, in plain words.
    package var words: String
    /// The day from which the clock ran.
    package var from: Day
    /// The last day in time.
    package var due: Day
    /// The days from the day asked for to the last day in time; negative once it has passed.
    package var left: Int
    /// How pressing that is.
    package var band: Band
    /// The record that it is due on.
    package var reference: Reference
    /// The record's title or name, where the reader may see one.
    package var title: String?
    /// The investigation that the record belongs to.
    package var investigation: Reference?
    /// Who bears it.
    package var bearer: Bearer
    /// The event from which the deadline runs, where there is one.
    package var event: String?
    /// The rule of the event from which it runs, or the one that holds once it has run out; nil if there is neither.
    package var rule: String?
    /// Where the time limit comes from.
    package var source: String
    /// Whether the law sets it, rather than the team's own choice.
    package var isLaw: Bool
    /// What a user types to do it, where one command does.
    package var command: String?

    package init(
        clock: String, words: String, from: Day, due: Day, asAt day: Day, criticalAt threshold: Int?,
        reference: Reference, title: String? = nil, investigation: Reference? = nil, bearer: Bearer,
        event: String? = nil, rule: String? = nil, source: String, isLaw: Bool, command: String? = nil
    ) {
        (self.clock, self.words, self.from, self.due) = (clock, words, from, due)
        left = due.number - day.number
        band = .of(left: left, criticalAt: threshold)
        (self.reference, self.title, self.investigation) = (reference, title, investigation)
        (self.bearer, self.event, self.command) = (bearer, event, command)
        (self.rule, self.source, self.isLaw) = (rule, source, isLaw)
    }

    /// Whether it comes before another in a list: by band, then by day, then by record.
    package func precedes(_ other: WorkItem) -> Bool {
        (band, due, reference, clock, event ?? "") < (
            other.band, other.due, other.reference, other.clock, other.event ?? ""
        )
    }
}
