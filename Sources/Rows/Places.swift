// A set of record numbers, one bit each.

/// Which records, persons or investigations are among those counted, by their numbers.
///
/// Numbers are given to records one after another, so that a bit a number is small and never asks where it stands.
struct Places {
    private var words: [UInt64]

    /// An empty set.
    ///
    /// - Parameter greatest: the greatest number that it may hold; a greater one, and one below nought, is left out.
    init(upTo greatest: Int) { words = [UInt64](repeating: 0, count: max(0, greatest) / 64 + 1) }

    /// Puts a number in.
    mutating func insert(_ place: Int) {
        guard place >= 0, place >> 6 < words.count else { return }
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    func contains(_ place: Int) -> Bool {
        place >= 0 && place >> 6 < words.count && words[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    /// How many numbers it holds.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The numbers of this set that the other does not hold, which must be of the same size.
    func subtracting(_ other: Self) -> Self { merged(with: other) { $0 & ~$1 } }

    /// The numbers that both hold.
    func intersection(_ other: Self) -> Self { merged(with: other) { $0 & $1 } }

    private func merged(with other: Self, _ merge: (UInt64, UInt64) -> UInt64) -> Self {
        var merged = self
        for place in words.indices {
            merged.words[place] = merge(words[place], place < other.words.count ? other.words[place] : 0)
        }
        return merged
    }

    /// Hands each number to `body`, the smallest first.
    func forEach(_ body: (Int) -> Void) {
        for (place, word) in words.enumerated() where word != 0 {
            var left = word
            while left != 0 {
                body(place << 6 | left.trailingZeroBitCount)
                left &= left - 1
            }
        }
    }
}
