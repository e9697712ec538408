// The known names that are nearest to a mistyped one.

/// How near one name is to another.
enum Nearness {
    /// The known names worth suggesting for `name`, at most three and the nearest first: those that begin with it or hold
    /// it, and those of which at most a third of the letters differ.
    static func names(to name: String, among known: [String]) -> [String] {
        let name = String(name.lowercased().prefix(64))
        guard !name.isEmpty else { return [] }
        let scored = known.enumerated().compactMap { place, one -> (distance: Int, place: Int, name: String)? in
            if one.hasPrefix(name) || (name.count > 3 && one.contains(name)) { return (0, place, one) }
            let changes = distance(Array(name), Array(one))
            return changes <= max(1, one.count / 3) ? (changes, place, one) : nil
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
