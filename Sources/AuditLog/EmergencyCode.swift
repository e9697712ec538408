// The code by which a leaf says that a record was opened in an emergency.

/// The `why` of such a leaf: `break-glass.` and the code of the reason.
///
/// It stands in leaves that are never rewritten: its form is never changed.
package enum EmergencyCode {
    private static let word = "break-glass."

    /// The leaf's `why` for a reason of that code.
    package static func why(_ reason: String) -> String { word + reason }

    /// The code of the reason in a leaf's `why`; nil if the leaf tells of no emergency access.
    package static func reason(in why: String?) -> String? {
        // By its bytes, as the leaf holds them: what stands there may be anything.
        guard let why, why.utf8.starts(with: word.utf8) else { return nil }
        return String(why.unicodeScalars.dropFirst(word.unicodeScalars.count))
    }
}

extension Leaf {
    /// Whether it tells of a record that was opened in an emergency.
    package var isEmergency: Bool { verb == .consultation && EmergencyCode.reason(in: why) != nil }
}

extension LeafOutline {
    /// Whether it tells of a record that was opened in an emergency.
    package func isEmergency(_ leaf: Span<UInt8>) -> Bool {
        verb == .consultation && isWhy("break-glass.", orLonger: true, in: leaf)
    }
}
