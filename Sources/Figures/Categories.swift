// The categories of a characteristic, and which of them somebody belongs to.

package import Lifecycle

/// The categories in which the people of a figure stand by one characteristic, on one day.
///
/// Every table has all of them, empty or not, so that the tables of two days can be laid side by side.
package struct Categories: Sendable {
    /// What is said of somebody of whom it is not known.
    package static let unknown = "not recorded"
    /// What is said of an age that the month of birth leaves open between two bands.
    package static let uncertain = "not certain"
    /// From whom victims come to notice.
    package static let referralSources = [
        "police", "school", "health", "social care", "self or family", "voluntary sector", "other", unknown,
    ]

    /// The categories that people stand in, each person in one.
    package let names: [String]
    /// The rows of a table: the same, with those that are sums of others before these.
    package let rows: [String]
    /// The rows that are sums, and of which rows.
    package let rowParents: [String: [String]]

    private let characteristic: Characteristic
    private let places: [String: Int]
    private let bands: [Int]
    private let day: Day

    /// - Parameter day: the day of the figures, on which people are as old as they are now.
    package init(_ characteristic: Characteristic, of population: Population, asAt day: Day) {
        (self.characteristic, self.day, bands) = (characteristic, day, population.ageBands)
        let areas = AreaTable.constituencies
        switch characteristic {
        case .ward:
            names = areas.flatMap(\.wards) + [AreaTable.elsewhere, Self.unknown]
            rows = areas.flatMap { [$0.name] + $0.wards } + [AreaTable.elsewhere, Self.unknown]
            rowParents = Dictionary(uniqueKeysWithValues: areas.map { ($0.name, $0.wards) })
        case .constituency, .areaCommittee:
            (names, rowParents) = (areas.map(\.name) + [AreaTable.elsewhere, Self.unknown], [:])
            rows = names
        case .ageBandNow, .ageBandThen:
            (names, rowParents) = (Self.words(ofBands: bands) + [Self.uncertain, Self.unknown], [:])
            rows = names
        case .ethnicity:
            let all = Dimension.ethnicity.categories ?? []
            (names, rowParents) = (all.filter { !Dimension.mixed.contains($0) }, [:])
            rows = names
        case .referralSource:
            (names, rowParents) = (Self.referralSources, [:])
            rows = names
        case .recency:
            (names, rowParents) = (["recent", "not recent", Self.unknown], [:])
            rows = names
        case .sex:
            (names, rowParents) = (Dimension.sex.categories ?? [], [:])
            rows = names
        case .grade, .community, .missing, .placement, .status, .daysToFirstOffer:
            (names, rowParents) = ([Self.unknown], [:])
            rows = names
        }
        places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    /// Where somebody stands among ``names``.
    package func place(of traits: Traits) -> Int {
        switch characteristic {
        case .ward: area(traits.ward) { $0.ward }
        case .constituency, .areaCommittee: area(traits.ward) { $0.constituency }
        case .ageBandNow: band(bornIn: traits.birthMonth, on: day)
        case .ageBandThen: band(bornIn: traits.birthMonth, on: traits.firstNotice)
        case .ethnicity: place(traits.ethnicity)
        case .referralSource: place(traits.referralSource)
        case .recency: traits.isRecent.map { $0 ? 0 : 1 } ?? last
        case .sex: place(traits.sex)
        case .grade, .community, .missing, .placement, .status, .daysToFirstOffer: last
        }
    }

    /// The place of "not recorded", which is the last of every characteristic.
    private var last: Int { names.count - 1 }

    private func place(_ word: String?) -> Int { word.flatMap { places[$0] } ?? last }

    private func area(_ ward: String?, _ part: ((constituency: Int, ward: Int)) -> Int) -> Int {
        guard let ward, !ward.isEmpty, ward.lowercased() != Self.unknown else { return last }
        return AreaTable.place(ofWard: ward).map(part) ?? last - 1
    }
}

extension Categories {
    /// The band of an age that is known by the month of birth alone.
    ///
    /// In the month of the birthday the age may be one of two: where they stand in two bands, none of the two is certain.
    private func band(bornIn month: String?, on day: Day?) -> Int {
        guard let day, let born = month.flatMap(Self.months) else { return last }
        let months = day.year * 12 + day.month - 1 - born
        guard months >= 0 else { return last }
        let highest = months / 12
        let lowest = months % 12 == 0 ? max(0, highest - 1) : highest
        let place = { age in (bands.lastIndex { $0 <= age }) ?? 0 }
        return place(lowest) == place(highest) ? place(highest) : last - 1
    }

    /// The months from the year 0 to a month that is written `1990-04`.
    private static func months(_ month: String) -> Int? {
        guard let first = Day(month + "-01") else { return nil }
        return first.year * 12 + first.month - 1
    }

    private static func words(ofBands first: [Int]) -> [String] {
        first.indices.map { place in
            guard place + 1 < first.count else { return "\(first[place]) and over" }
            return first[place] == 0 ? "under \(first[place + 1])" : "\(first[place]) to \(first[place + 1] - 1)"
        }
    }
}
