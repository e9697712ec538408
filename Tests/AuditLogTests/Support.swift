// What these tests share: hashes from hexadecimal, logs of any length, a generator that repeats itself.
import AuditLog
import Cryptography
import Foundation
import Testing

func digest(_ hexadecimal: String) throws -> Digest {
    try #require(Hexadecimal.bytes(hexadecimal).flatMap { Digest($0) })
}

func digests(_ hexadecimal: [String]) throws -> [Digest] { try hexadecimal.map(digest) }

func secret(_ hexadecimal: String) throws -> SecretBytes {
    SecretBytes(copying: try #require(Hexadecimal.bytes(hexadecimal)))
}

/// Leaf hashes that are all different.
func someHashes(_ count: Int) throws -> [Digest] {
    var hash = try TreeHash()
    var hashes: [Digest] = []
    for place in 0..<count { hashes.append(try hash.leaf(Array("leaf \(place)".utf8))) }
    return hashes
}

/// Whether the long form of each test is asked for.
enum Soak {
    static let isOn = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil

    /// So many by default, so many when there is time.
    static func count(_ few: Int, _ many: Int) -> Int { isOn ? many : few }
}

/// SplitMix64: the same numbers for the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Some bytes changed, taken out, put in or cut off.
    mutating func altered(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
            default: bytes.removeLast(min(place, bytes.count))
            }
        }
        return bytes
    }
}

/// A count that a closure can add to.
final class Counter {
    var value = 0
}

/// Whether the full counts are wanted.
let isSoak = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] != nil
