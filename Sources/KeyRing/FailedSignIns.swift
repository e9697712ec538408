// How often each slot was tried in vain since the store was last opened.
internal import Cryptography

/// Failed sign-ins counted per slot, kept in a small file beside the slots until the next opening logs them.
///
/// It holds no names. Attempts at unknown names are counted together: what was typed there might be a passphrase, of
/// which nothing may be kept.
package struct FailedSignIns: Hashable, Sendable {
    /// The version of this form.
    package static let version: Int64 = 1

    /// How often each slot was tried, by its locator.
    package private(set) var counts: [[UInt8]: Int64] = [:]
    /// How often an unknown name was tried.
    package private(set) var unknown: Int64 = 0

    /// Nothing has failed.
    package init() {}

    /// Reads the file; throws `malformedAttempts` if it is not in its form.
    package init(reading bytes: [UInt8]) throws(KeyRingError) {
        guard bytes.count <= 1 << 20, bytes.last == 0x0A, let value = CanonicalValue(Array(bytes.dropLast())),
            value["format"]?.text == "dalesway failed sign-ins", value["v"]?.number == Self.version,
            let unknown = value["unknown"]?.number, unknown >= 0, case .object(let listed) = value["slots"]
        else { throw .malformedAttempts }
        self.unknown = unknown
        for (locator, count) in listed {
            guard let locator = Hexadecimal.bytes(locator), locator.count == Slot.locatorCount,
                let count = count.number, count > 0
            else { throw .malformedAttempts }
            counts[locator] = count
        }
        guard encoded == bytes else { throw .malformedAttempts }
    }

    /// The file's bytes.
    package var encoded: [UInt8] {
        let listed = counts.map { (Hexadecimal.text($0.key), CanonicalValue.number($0.value)) }
        return CanonicalValue.object([
            "format": .text("dalesway failed sign-ins"), "slots": .object(Dictionary(uniqueKeysWithValues: listed)),
            "unknown": .number(unknown), "v": .number(Self.version),
        ]).encoded + [0x0A]
    }

    /// Whether there is nothing to log.
    package var isEmpty: Bool { counts.isEmpty && unknown == 0 }

    /// How many attempts failed in all.
    package var total: Int64 { counts.values.reduce(unknown) { Self.sum($0, $1) } }

    /// Counts a failed sign-in under that name.
    package mutating func count(_ name: String, at slots: SlotFile) throws {
        let locator = try slots.locator(name)
        if slots.slots.contains(where: { $0.locator == locator }) {
            counts[locator] = Self.sum(counts[locator] ?? 0, 1)
        } else {
            unknown = Self.sum(unknown, 1)
        }
    }

    // A count that was set to the greatest by hand must not stop the program.
    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? CanonicalValue.greatest : min(sum, CanonicalValue.greatest)
    }
}
