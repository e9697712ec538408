// All the figures of one day.

package import Lifecycle

/// The figures as at a day, as known at a day.
package struct Report: Hashable, Sendable {
    /// The day at whose end the figures hold.
    package let asAt: Day
    /// The day whose knowledge they rest on; nil for all that is known now.
    package let knownAt: Day?
    /// One answer a figure, in the order of ``Figure/all``.
    package let answers: [Answer]
    /// Where each of the people arrested or interviewed stands.
    package let standing: Standing

    /// A report of what was counted.
    package init(asAt: Day, knownAt: Day?, answers: [Answer], standing: Standing) {
        (self.asAt, self.knownAt, self.answers, self.standing) = (asAt, knownAt, answers, standing)
    }

    /// The answer to one figure, if it was asked.
    package subscript(figure: Figure) -> Answer? { answers.first { $0.figure.id == figure.id } }

    /// What a figure comes to; nought where it was not asked or has no count.
    func count(_ figure: Figure) -> Int { self[figure]?.count ?? 0 }
}
