// What a record is called: three letters and a number.

/// A record's reference, such as `SUS-0042`.
package struct Reference: Hashable, Comparable, Sendable {
    /// The kind of record.
    package let kind: RecordKind
    /// Its number among records of its kind, from 1.
    package let number: Int

    /// The reference of the record of that kind and number.
    package init(kind: RecordKind, number: Int) {
        self.kind = kind
        self.number = number
    }

    /// The reference so written: three letters, a hyphen and at least four digits without needless zeros; else nil.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard (8...16).contains(bytes.count), bytes[3] == UInt8(ascii: "-") else { return nil }
        guard let kind = RecordKind(prefix: String(decoding: bytes[..<3], as: UTF8.self)) else { return nil }
        var number = 0
        for byte in bytes[4...] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        guard number > 0, bytes.count == 8 || bytes[4] != UInt8(ascii: "0") else { return nil }
        self.init(kind: kind, number: number)
    }

    /// The reference as written, with at least four digits.
    package var text: String {
        let digits = String(number)
        return "\(kind.prefix)-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    package static func < (left: Reference, right: Reference) -> Bool {
        (left.kind.prefix, left.number) < (right.kind.prefix, right.number)
    }
}
