// How the figures stand to each other, as any reader of their definitions may reckon.

import DisclosureControl

/// Figures that are within others by their definitions.
enum Relations {
    /// Each first figure counts nobody whom the second does not, by its definition or as good as always.
    private static let within = [
        ("people-on-bail", "people-arrested-or-interviewed"),
        ("people-under-police-investigation", "people-arrested-or-interviewed"),
        ("people-charged-with-any-offence", "people-arrested-or-interviewed"),
        ("people-charged", "people-charged-with-any-offence"),
        ("people-convicted-primary", "people-charged"),
        ("people-convicted-ancillary", "people-charged-with-any-offence"),
        ("victims-identified-and-interviewed", "victims-identified"),
        ("victims-supported-to-date", "victims-identified"),
        ("victims-receiving-support", "victims-supported-to-date"),
        ("victims-offered-support", "victims-identified"),
        ("victims-waiting-for-support", "victims-identified"),
        ("victims-declining-support", "victims-identified"),
        ("victims-with-unmet-need", "victims-identified"),
    ]

    /// The relations among these that hold: the file may be at fault, and nobody may lean on what is not so.
    static func holding(among headlines: [Headline]) -> [Statement.Relation] {
        let counts = Dictionary(headlines.map { ($0.id, $0.cell.count) }, uniquingKeysWith: { first, _ in first })
        return within.compactMap { part, whole in
            guard let some = counts[part], let all = counts[whole], some <= all else { return nil }
            return .within(part, whole)
        }
    }
}
