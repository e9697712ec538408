// By what a release is called for ever.

/// The reference of a release: `REL-0003`.
package struct ReleaseReference: Hashable, Comparable, Sendable {
    /// Its number; the first is 1.
    package let number: Int

    /// The reference with that number, which is 1 or more.
    package init(number: Int) { self.number = number }

    /// Reads `REL-` and at least four digits; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard text.hasPrefix("REL-") else { return nil }
        let digits = text.dropFirst(4)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(digits), number > 0
        else { return nil }
        self.init(number: number)
        guard self.text == String(text) else { return nil }
    }

    /// As it is written: at least four digits.
    package var text: String {
        let digits = String(number)
        return "REL-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
