// Why there can be no such release.

import Figures

/// A reason for which a release is refused, as the sentence that the user reads.
package struct ReleaseFault: Error, Hashable, Sendable {
    /// What kind of fault it is.
    package enum Kind: Hashable, Sendable {
        /// What was asked cannot be asked: to be put otherwise on the command line.
        case asked
        /// What was counted forbids it.
        case counted
        /// The stored bytes are no release.
        case damaged
    }

    /// What kind of fault it is.
    package let kind: Kind
    /// The sentence, what to do about it included.
    package let sentence: String

    init(_ kind: Kind, _ sentence: String) { (self.kind, self.sentence) = (kind, sentence) }
}

extension ReleaseFault {
    static func unknownFigure(_ id: String) -> Self {
        Self(.asked, "There is no figure \(id): `dalesway figures` lists them all.")
    }

    static func askedTwice(_ id: String) -> Self { Self(.asked, "\(id) is asked for twice: ask for it once.") }

    static func withoutHeadline(_ breakdown: Breakdown) -> Self {
        Self(
            .asked,
            "\(breakdown.id) breaks down a figure that the release does not give: its total would be told without a word."
        )
    }

    static func unbalanced(_ title: String, day: String) -> Self {
        Self(
            .counted,
            "\(title) (\(day)) does not come to its result: nothing is published that does not add up. "
                + "`dalesway check` says whether the file is at fault.")
    }

    static func missing(_ what: String) -> Self {
        Self(.counted, "\(what) was not counted: the release cannot be made.")
    }

    static func damaged(_ why: String) -> Self { Self(.damaged, "The stored release cannot be read: \(why).") }

    static func merge(_ text: String, _ why: String) -> Self { Self(.asked, "\(text) cannot be merged: \(why).") }

    static func departure(_ departure: Departure, _ why: String) -> Self {
        Self(.asked, "\(departure.text) is not allowed: \(why).")
    }
}
