// What SQLite refused, in a form that can be shown.

/// A statement or connection that SQLite refused.
///
/// It never carries a bound value: the text of a statement has none, and SQLite's own messages name tables and columns only.
package struct SQLiteError: Error, Hashable, Sendable {
    /// SQLite's extended result code.
    package let code: Int32

    /// SQLite's own words, for a developer.
    package let detail: String

    /// The statement, with `?` for every value; empty if none was involved.
    package let sql: String

    init(code: Int32, detail: String, sql: String = "") {
        (self.code, self.detail, self.sql) = (code, detail, sql)
    }

    /// The primary result code: the low byte of `code`.
    package var primary: Int32 { code & 0xff }

    /// What kind of refusal this is.
    package var category: Category { Category(code: code) }

    /// The kinds of refusal that a caller may want to tell apart.
    package enum Category: Hashable, Sendable {
        case busy, full, inputOutput, corrupt, notADatabase, unique, foreignKey, check, constraint, readOnly
        case interrupted, outOfMemory, tooBig, cannotOpen, refused, misuse, other
    }
}

extension SQLiteError: CustomStringConvertible {
    /// The sentence the user reads.
    package var description: String {
        switch category {
        case .busy: "The store is in use by another program."
        case .full: "The disk is full; nothing was changed."
        case .inputOutput: "The store could not be read or written."
        case .corrupt: "The store is damaged."
        case .notADatabase: "This is not a store, or the key is not its key."
        case .unique: "That record is already there."
        case .foreignKey: "A record that this one refers to is not there, or is still referred to."
        case .check, .constraint: "The record breaks a rule of the store's shape."
        case .readOnly: "The store can only be read."
        case .interrupted: "The work was stopped before its end; nothing was changed."
        case .outOfMemory: "There is not enough memory."
        case .tooBig: "The text is too long to be stored."
        case .cannotOpen: "The store could not be opened."
        case .refused, .misuse, .other: "The store refused a statement (code \(code))."
        }
    }
}
