// How dear one guess at a passphrase is made.

/// The cost of deriving a key from a passphrase with scrypt (RFC 7914).
package struct ScryptCost: Hashable, Sendable {
    /// The base-2 logarithm of N, the number of memory blocks.
    package let logN: UInt8
    /// The block size, in units of 128 bytes.
    package let r: UInt32
    /// How many lanes are worked one after another.
    package let p: UInt32

    /// What the program uses: N = 2^17, r = 8, p = 1, which takes 128 MiB and about half a second.
    package static let standard = ScryptCost(known: 17, 8, 1)

    /// The least that a file may ask: enough for tests, and refused nowhere else.
    package static let least = ScryptCost(known: 4, 1, 1)

    private init(known logN: UInt8, _ r: UInt32, _ p: UInt32) {
        (self.logN, self.r, self.p) = (logN, r, p)
    }

    /// Takes a cost from a file; `nil` where it would be meaningless or need more than 1 GiB.
    package init?(logN: UInt8, r: UInt32, p: UInt32) {
        guard (4...22).contains(logN), (1...32).contains(r), (1...16).contains(p) else { return nil }
        (self.logN, self.r, self.p) = (logN, r, p)
        guard memory <= 1 << 30 else { return nil }
    }

    /// Whether one guess at this cost takes less memory, or less work, than at another.
    package func isBelow(_ other: ScryptCost) -> Bool { memory < other.memory || work < other.work }

    private var work: UInt64 { UInt64(r) * UInt64(p) << UInt64(logN) }

    /// The bytes of memory that a derivation needs.
    package var memory: UInt64 {
        128 * UInt64(r) * ((1 << UInt64(logN)) + UInt64(p) + 2)
    }
}
