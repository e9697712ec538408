// The known names that are nearest to a mistyped one.

/// How near one name is to another.
enum Nearness {
    /// The known names worth suggesting for `name`, at most three and the nearest first: those that begin with it or hold
    /// it, and those of which, or of one word of which, at most a third of the letters differ.
    static func names(to name: String, among known: [String]) -> [String] {
        let name = String(name.lowercased().prefix(64))
        guard !name.isEmpty else { return [] }
        let scored = known.enumerated().compactMap { place, one -> (distance: Int, place: Int, name: String)? in
            if one.hasPrefix(name) || (name.count > 3 && one.contains(name)) { return (0, place, one) }
            let parts = [one] + (name.contains(" ") ? [] : one.split(separator: " ").map(String.init))
            let near = parts.map { (distance(Array(name), Array($0)), $0.count) }.filter { $0.0 <= max(1, $0.1 / 3) }
            return near.map(\.0).min().map { ($0, place, one) }
        }
        return scored.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(3).map(\.name)
    }

    /// The number of letters to insert, delete or change to make one word the other.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == other[j] ? 0 : 1)))
            }
            last = row
        }
        return last[other.count]
    }
}
