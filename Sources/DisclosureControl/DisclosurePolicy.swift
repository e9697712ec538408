// What counts as safe to publish: the named parameters, as data.

/// The rules by which a release hides numbers.
package struct DisclosurePolicy: Hashable, Sendable, Codable {
    /// Which edition of the policy these are; it is printed on each release.
    package var edition = "2026.1"
    /// A count of people from 1 up to this, itself not included, is hidden in a breakdown.
    package var threshold = 10
    /// By how much two possible worlds must differ at a hidden cell or a protected change.
    package var minWidth = 5
    /// A change from 1 up to this, itself not included, of one cell of a breakdown must not be derivable.
    package var changeThreshold = 5
    /// The least that a reader may take a hidden cell to be.
    package var hiddenLower = 0
    /// More hidden cells in a table than this share, as a numerator and a denominator: it is to be designed anew.
    package var maxHiddenShare = Share(of: 1, in: 3)
    /// Percentages are given on published counts alone, and on none below this.
    package var percentageBase = 50
    /// At most so many characteristics are crossed.
    package var maxDimensions = 2

    /// The policy as it stands.
    package init() {}

    /// A part of a whole, in whole numbers.
    package struct Share: Hashable, Sendable, Codable {
        /// The numerator and the denominator.
        package let of: Int, `in`: Int

        /// So many of so many.
        package init(of: Int, in whole: Int) { (self.of, self.in) = (of, whole) }
    }
}
