// What stands against opening a store for any work.

/// A reason for which a store opens only for some purposes.
package struct Impediment: Hashable, Sendable {
    /// The kind of failure with which every other purpose is refused.
    package let kind: StoreError.Kind
    /// What is wrong, where that is seen, and what to do; the sentence that the user reads.
    package let sentence: String
    /// What the store opens for all the same.
    package let admits: Set<Purpose>
    /// Whether nothing at all is written to the store while this stands.
    package let forbidsWriting: Bool

    package init(_ kind: StoreError.Kind, _ sentence: String, admits: Set<Purpose>, forbidsWriting: Bool) {
        (self.kind, self.sentence, self.admits, self.forbidsWriting) = (kind, sentence, admits, forbidsWriting)
    }

    /// The store is not the newest that is known of it: writing would make a second past.
    static func outdated(_ sentence: String) -> Impediment {
        Impediment(.outdated, sentence, admits: [.inspection, .restoring], forbidsWriting: true)
    }

    /// Something in the store is damaged that is needed to open it.
    static func damaged(_ sentence: String) -> Impediment {
        Impediment(.damaged, sentence, admits: [.inspection, .restoring], forbidsWriting: true)
    }

    /// The store was restored, and no second person has signed for it yet.
    static let waiting = Impediment(
        .notPermitted,
        "The store was restored and stays shut until a supervisor or the inspector has signed for that: "
            + "dalesway restore --countersign.",
        admits: [.inspection, .countersigning, .restoring], forbidsWriting: false)

    /// The store is a backup's copy, which is only looked at.
    static let copied = Impediment(
        .outdated, "This is a copy of a store.", admits: [.inspection, .restoring], forbidsWriting: true)

    /// The refusal of every purpose that is not admitted.
    var refusal: StoreError { StoreError(kind, sentence) }
}
