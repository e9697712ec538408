// Where in a store something is wrong.

/// A place in the files of a store, as `check` and an error name it.
package enum Place: Hashable, Sendable {
    /// The header block at the front of `case.db`.
    case header
    /// The marks after the header that say how far the log was known to be safe.
    case marks
    /// The pages of `case.db` together: each is whole, but not all are of the same moment.
    case root
    /// One page of `case.db`, counted from 1.
    case page(Int)
    /// The log as a whole: missing, cut short, of another time.
    case log
    /// One frame of the log, counted from 1.
    case frame(Int)
    /// What the pages hold together, where each of them is whole.
    case structure
}

extension Place: CustomStringConvertible {
    /// The words in which a person is told.
    package var description: String {
        switch self {
        case .header: "the header of case.db"
        case .marks: "the safety marks of case.db"
        case .root: "the pages of case.db, some of which are of an earlier moment"
        case .page(let number): "page \(number) of case.db"
        case .log: "the log case.db-wal"
        case .frame(let number): "frame \(number) of the log case.db-wal"
        case .structure: "the tables of case.db"
        }
    }
}
