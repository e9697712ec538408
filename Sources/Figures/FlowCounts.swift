// What came and went between two days.

package import Lifecycle

/// What came and went after the end of one day and by the end of another, both as known on one day.
package struct FlowCounts: Hashable, Sendable {
    /// The day at whose end the opening holds, and the day at whose end the closing does.
    package let from: Day, to: Day
    /// Investigations: each beginning and each end of being live counts, as they stood at the ends of days.
    ///
    /// `closed` has a count for COMPLETED and one for every other state into which an investigation went.
    package let investigations: Flow
    /// People arrested or interviewed, each at most once in a line, as they stood on the two days.
    package let people: Flow
    /// People identified as potential victims, likewise.
    package let victims: Flow

    /// What came and went, as Rows or the tally counted it.
    package init(from: Day, to: Day, investigations: Flow, people: Flow, victims: Flow) {
        (self.from, self.to) = (from, to)
        (self.investigations, self.people, self.victims) = (investigations, people, victims)
    }
}

extension FlowCounts {
    /// What came to a stock and what left it.
    package struct Flow: Hashable, Sendable {
        /// There for the first time: an investigation live as never before; a person counted now and not on the first day,
        /// whether or not the person's matter is closed again by the second.
        package let new: Int
        /// Open again: an investigation that was live before; a person whose matter stood closed on the first day and
        /// stands open on the second.
        package let reopened: Int
        /// Where those went that were open on the first day, or new, and stand closed; by stage.
        package let closed: [Code: Int]
        /// Those of them for whom no stage could be found.
        package let lost: Int

        /// A flow as it was counted.
        package init(new: Int, reopened: Int, closed: [Code: Int], lost: Int = 0) {
            (self.new, self.reopened, self.closed, self.lost) = (new, reopened, closed, lost)
        }

        /// How many went to one of the stages of a group.
        package subscript(group: Standing.Group) -> Int { group.codes.reduce(0) { $0 + closed[$1, default: 0] } }
    }
}
