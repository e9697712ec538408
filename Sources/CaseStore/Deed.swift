// What somebody did with a person's records, sorted as a question about it is asked.
import Access
import AuditLog

/// A sort of act on records.
package enum Deed: String, CaseIterable, Sendable {
    /// Opened one by one, or what comes next asked.
    case opened
    /// Read in its history.
    case history
    /// Seen as one of many in a list, or in a list of what is due.
    case listed
    /// Written out: an export, a transfer, a disclosure.
    case takenOut = "taken-out"
    /// Taken in from a file.
    case takenIn = "taken-in"
    /// Added, recorded, supplied, approved, struck.
    case changed
    /// Changed by what followed from another record.
    case followed
    /// Asked of the audit log.
    case log
    /// Refused.
    case refused
    /// Anything else.
    case other

    /// What was done, in plain words, after the account's name.
    package var words: String {
        switch self {
        case .opened: "opened"
        case .history: "read the history"
        case .listed: "saw in a list"
        case .takenOut: "wrote out"
        case .takenIn: "took in from a file"
        case .changed: "added or changed"
        case .followed: "changed elsewhere, and it followed"
        case .log: "asked the log about"
        case .refused: "was refused"
        case .other: "did something else"
        }
    }

    /// Whether somebody saw of the person by it.
    package var isLook: Bool {
        switch self {
        case .opened, .history, .listed, .takenOut, .changed: true
        case .takenIn, .followed, .log, .refused, .other: false
        }
    }

    /// The sort of act as the report on unusual access weighs it.
    var sort: AccessAct.Sort {
        switch self {
        case .opened, .history: .look
        case .listed: .listing
        case .takenOut: .taking
        case .changed, .takenIn: .change
        case .refused: .refusal
        case .followed, .log, .other: .other
        }
    }

    /// What the verb of a leaf and the act in its detail come to.
    init(_ verb: Verb, _ act: String) {
        switch verb {
        // Failed attempts to sign in stand under whoever came next: they are nobody's known refusals.
        case .denied: self = act == "sign-in" ? .other : .refused
        case .disclosure, .export: self = .takenOut
        case .collection: self = act.hasPrefix("import") ? .takenIn : act == "follow" ? .followed : .changed
        case .alteration, .combination: self = act == "follow" ? .followed : .changed
        case .erasure: self = .changed
        case .consultation: self = Self.looks[act] ?? (act.hasPrefix("list ") ? .listed : .other)
        case .signIn, .grant, .upkeep: self = .other
        }
    }

    private static let looks: [String: Deed] = [
        "show": .opened, "next": .opened, "history": .history, "due": .listed, "audit log": .log, "audit who-saw": .log,
        "audit by": .log, "audit unusual": .log,
    ]
}
