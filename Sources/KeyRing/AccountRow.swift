// What all rows of the account list have in common.
package import Cryptography

/// The kinds of row, by the names under which they are stored.
package enum RowKind: String, CaseIterable, Sendable {
    case user, compartment, grant, recovery, succession, appointment, head
}

/// A row of the account list, as a value.
package protocol AccountRow: Hashable, Sendable {
    /// The kind of row.
    static var kind: RowKind { get }
    /// Which row of its kind it is.
    var rowName: String { get }
    /// Whether a row of it may stand under that name: the one above, or one that an earlier program gave.
    func isNamed(_ name: String) -> Bool
    /// The account that signed it.
    var by: String { get set }
    /// When it was signed, in milliseconds of UTC since 1970.
    var since: Int64 { get }
    /// What it says beyond what every row says.
    var members: [String: CanonicalValue] { get }
    /// Reads a row from what it says; `nil` if something is missing or of the wrong form.
    init?(_ value: CanonicalValue, by: String, since: Int64)
}

extension AccountRow {
    package func isNamed(_ name: String) -> Bool { rowName == name }
}
