// Why there can be no such release.

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

    static func notOfPeople(_ title: String) -> Self {
        Self(.asked, "\(title) counts no people of this store: only counts of people have characteristics.")
    }

    static func planBrokenDown(_ title: String) -> Self {
        Self(.asked, "\(title) is a plan: nobody stands in it who could have characteristics.")
    }

    static func noCharacteristic(_ id: String) -> Self {
        Self(.asked, "Say by what \(id) is to be broken down: \(id):sex, for one.")
    }

    static func tooManyCrossed(_ id: String, most: Int) -> Self {
        Self(.asked, "\(id) crosses too many characteristics: the policy allows \(most).")
    }

    static func crossedWithItself(_ id: String) -> Self {
        Self(.asked, "\(id) crosses a characteristic with itself: name two that differ, or one.")
    }

    static func forbiddenCrossing(_ by: [String]) -> Self {
        Self(
            .asked,
            "\(by.joined(separator: " by ")) is not published for victims: where somebody lives is never crossed with "
                + "anything else. Ask for each by itself.")
    }

    static func areasCrossed(_ by: [String]) -> Self {
        Self(.asked, "\(by.joined(separator: " by ")) crosses two areas: one lies within the other. Ask for one.")
    }

    static func belowThreshold(_ id: String, threshold: Int) -> Self {
        Self(
            .counted,
            "\(id) breaks down a headline below \(threshold) people: so few are told in no detail. Leave it out.")
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

    static func override(_ text: String, _ why: String) -> Self { Self(.asked, "\(text) is no override: \(why).") }
}
