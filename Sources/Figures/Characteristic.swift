// What the people of a figure may be told apart by when they are counted.

/// One way of breaking a figure down.
///
/// Those up to ``sex`` the store counts from what is open of a person's record; the rest stand in numbers from elsewhere
/// alone. Their order is the order of a table: of two that are crossed, the first gives the rows.
package enum Characteristic: String, CaseIterable, Hashable, Sendable {
    /// The electoral ward of the home, under its constituency.
    case ward
    case constituency
    /// The council's area committee: one for each constituency, with the same wards.
    case areaCommittee = "area committee"
    case ethnicity
    /// The age at the first arrest or interview; of a victim, on the day of the first report.
    case ageBandThen = "age band at the time"
    /// The age on the day of which the figures are.
    case ageBandNow = "age band now"
    /// From whom the person first came to notice, of victims alone.
    case referralSource = "referral source"
    /// Whether any crime that the person stands beside was recorded within twelve months of being committed.
    case recency
    case sex

    /// The hub's risk grade.
    case grade
    /// A new or emerging community.
    case community
    /// Whether the child has been missing.
    case missing
    /// Residential or secure.
    case placement
    /// Where an action stands.
    case status
    /// Days from a low grade to the first offer of support.
    case daysToFirstOffer = "days to first offer"

    /// The characteristic of that name, however it is spaced and capitalised: `Age-band now`.
    package init?(named name: String) {
        let plain = Self.plain(name)
        guard let found = Self.allCases.first(where: { Self.plain($0.rawValue) == plain }) else { return nil }
        self = found
    }

    private static func plain(_ name: String) -> String {
        name.lowercased().split { " -_".contains($0) }.joined(separator: " ")
    }

    /// Whether it says where somebody lives.
    package var isArea: Bool { self == .ward || self == .constituency || self == .areaCommittee }

    /// Whether it says how old somebody is or was.
    var isAge: Bool { self == .ageBandNow || self == .ageBandThen }

    /// Whether somebody's category stays as it is once it is recorded, but for corrections.
    var isLasting: Bool { self != .ageBandNow && self != .recency }

    /// Whether it can be told of the people of this store.
    package var isCounted: Bool { self <= .sex }

    /// What numbers from elsewhere call it; nil where they have nothing like it.
    package var dimension: Dimension? {
        switch self {
        case .ward: .ward
        case .constituency, .areaCommittee: .constituency
        case .ethnicity: .ethnicity
        case .ageBandNow: .ageBand
        case .referralSource: .referralSource
        case .recency: .recency
        case .sex: .sex
        case .grade: .grade
        case .community: .community
        case .missing: .missing
        case .placement: .placement
        case .status: .status
        case .ageBandThen, .daysToFirstOffer: nil
        }
    }
}

extension Characteristic: Comparable {
    package static func < (one: Self, other: Self) -> Bool { one.place < other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
