// What a number from elsewhere may be broken down by.

/// One way of breaking a number down; a number stands in one category of one of these at most, so that nobody is singled
/// out by a cross of several.
package enum Dimension: String, CaseIterable, Hashable, Sendable {
    case ageBand = "age band"
    case sex
    case ethnicity
    /// A new or emerging community.
    case community
    case ward
    case constituency
    /// The hub's risk grade.
    case grade
    /// Recent, or committed more than twelve months before it was reported.
    case recency
    case referralSource = "referral source"
    /// Whether the child has been missing.
    case missing
    /// Residential or secure.
    case placement
    /// Where an action stands.
    case status

    /// The categories it has; nil where any words will do.
    package var categories: [String]? {
        switch self {
        case .sex: ["female", "male", "other", "not recorded"]
        case .ethnicity:
            [
                "white british", "white other", "mixed", "asian", "black", "other", "other or unknown", "not asked",
                "declined", "not recorded",
            ]
        case .grade: ["high", "medium", "low", "ungraded"]
        case .recency: ["recent", "non-recent"]
        case .missing: ["missing", "not missing", "not recorded"]
        case .placement: ["residential", "secure"]
        case .status: ["red", "amber", "green", "blue"]
        case .ageBand, .community, .ward, .constituency, .referralSource: nil
        }
    }

    /// The categories of those of whom it is not known.
    static let unknown: Set<String> = ["not asked", "declined", "not recorded"]
    /// The categories in which what is known and what is not are thrown together.
    static let mixed: Set<String> = ["other or unknown"]
}
