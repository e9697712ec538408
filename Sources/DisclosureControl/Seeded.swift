// Chance that is the same each time: the same ledger and draft must give the same release.

/// A small generator of numbers from a seed (Steele, Lea and Flood, SplitMix, 2014).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    /// A generator that the numbers of a ledger decide.
    init(_ numbers: some Sequence<Int>) {
        state = 0xCBF2_9CE4_8422_2325
        for number in numbers { state = (state ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
