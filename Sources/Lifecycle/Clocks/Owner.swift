// Whose a deadline is.

/// Who must see to it that something is done in time; its raw value is its name in the rule book's JSON.
package enum Owner: String, CaseIterable, Hashable, Sendable {
    /// Whoever the record is given to; where it is given to nobody, the team that records its events.
    case holder
    /// Whoever recorded the event.
    case recorder
    /// A supervisor.
    case supervisor
    /// Whoever leads the investigation.
    case lead
    /// Whoever may approve the event.
    case approver
    /// A data-protection officer.
    case dpo
    /// Somebody outside: the team only watches it.
    case other

    /// The owner in words.
    package var words: String {
        switch self {
        case .holder: "whoever the record is given to"
        case .recorder: "whoever recorded the event"
        case .supervisor: "a supervisor"
        case .lead: "whoever leads the investigation"
        case .approver: "whoever may approve it"
        case .dpo: "a data-protection officer"
        case .other: "the person concerned"
        }
    }
}
