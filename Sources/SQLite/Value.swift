// One value as SQLite stores it.

/// One value as SQLite stores it: the five kinds a column may hold.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

extension Value: CustomStringConvertible {
    /// The kind alone, never the content: a stored value may be somebody's name.
    package var description: String {
        switch self {
        case .null: "null"
        case .integer: "integer"
        case .real: "real"
        case .text: "text"
        case .blob: "blob"
        }
    }
}

extension Value: CustomDebugStringConvertible, CustomReflectable {
    /// The kind alone, as in `description`.
    package var debugDescription: String { description }

    /// Nothing to look into, so that a dump cannot print what `description` hides.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
