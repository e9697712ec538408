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
        guard let why, why.hasPrefix(word) else { return nil }
        return String(why.dropFirst(word.count))
    }
}

extension Leaf {
    /// Whether it tells of a record that was opened in an emergency.
    package var isEmergency: Bool { verb == .consultation && EmergencyCode.reason(in: why) != nil }
}
