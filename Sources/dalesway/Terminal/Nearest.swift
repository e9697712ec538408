// “Did you mean”: the known word nearest to a mistyped one.

/// The known word nearest to `word`, if one is near enough to be worth suggesting.
///
/// Near enough: at most a third of its letters changed, counted by insertions, deletions, changes and swaps.
func nearest(to word: String, among known: [String]) -> String? {
    let word = Array(word.prefix(64))
    let scored = known.map { (name: $0, distance: distance(word, Array($0))) }
    guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
    return best.distance <= max(1, best.name.count / 3) ? best.name : nil
}

/// The number of letters to insert, delete, change or swap with a neighbour to make one word the other.
func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
            row.append(least)
        }
        (before, last) = (last, row)
    }
    return last[b.count]
}
