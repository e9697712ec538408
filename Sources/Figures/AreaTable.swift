// Bradford's wards, constituencies and area committees.

/// The wards of the district under their constituencies, as they have stood since 2004; each area committee is of one
/// constituency and bears its name.
package enum AreaTable {
    /// Each constituency with its wards.
    package static let constituencies: [(name: String, wards: [String])] = [
        (
            "Bradford East",
            [
                "Bolton and Undercliffe", "Bowling and Barkerend", "Bradford Moor", "Eccleshill", "Idle and Thackley",
                "Little Horton",
            ]
        ),
        ("Bradford South", ["Great Horton", "Queensbury", "Royds", "Tong", "Wibsey", "Wyke"]),
        (
            "Bradford West",
            ["City", "Clayton and Fairweather Green", "Heaton", "Manningham", "Thornton and Allerton", "Toller"]
        ),
        ("Keighley", ["Craven", "Ilkley", "Keighley Central", "Keighley East", "Keighley West", "Worth Valley"]),
        ("Shipley", ["Baildon", "Bingley", "Bingley Rural", shipley, "Wharfedale", "Windhill and Wrose"]),
    ]

    /// A ward that bears its constituency's name stands in a table as this.
    private static let shipley = "Shipley ward"

    /// A home outside the district.
    package static let elsewhere = "elsewhere"

    /// Each ward's place: its constituency's, and its own among all wards in order.
    private static let places: [String: (constituency: Int, ward: Int)] = {
        var places: [String: (constituency: Int, ward: Int)] = [:]
        for (constituency, area) in constituencies.enumerated() {
            for ward in area.wards { places[plain(ward)] = (constituency, places.count) }
        }
        return places
    }()

    /// Where a ward stands, however its name is spaced, capitalised and joined; nil outside the district.
    static func place(ofWard name: String) -> (constituency: Int, ward: Int)? { places[plain(name)] }

    private static func plain(_ name: String) -> String {
        var words = name.lowercased().replacing("&", with: " and ").split { " -_,.".contains($0) }
        if words.last == "ward" { words.removeLast() }
        return words.joined(separator: " ")
    }
}
