// The names of the lifecycles.

/// A lifecycle; its raw value is the letter and digit by which rules, spans and answers name it.
package enum MachineID: String, CaseIterable, Hashable, Sendable {
    /// An investigation.
    case a = "A"
    /// A suspect in an investigation.
    case b1 = "B1"
    /// A custody and pre-charge bail episode, one for an arrest.
    case b2 = "B2"
    /// A charge: one offence alleged against one person.
    case b3 = "B3"
    /// A victim's engagement with the police.
    case c1 = "C1"
    /// A victim's support.
    case c2 = "C2"
    /// A duty under the Victims' Code to tell a victim of one thing that happened.
    case c3 = "C3"
    /// A victim's right to have a decision reviewed.
    case c4 = "C4"
    /// A request for information about a victim that somebody else holds.
    case c5 = "C5"
    /// Early advice from the Crown Prosecution Service.
    case d1 = "D1"
    /// A submission to the Crown Prosecution Service for a charging decision.
    case d2 = "D2"
    /// A prosecution: the charges that are tried together.
    case d3 = "D3"
    /// How long a record set is kept, and legal hold.
    case f1 = "F1"
    /// What a person asks of the file about themselves.
    case f2 = "F2"
    /// Work given to a member of the team.
    case t1 = "T1"

    /// The kind of record that goes through this lifecycle.
    package var record: RecordKind {
        switch self {
        case .a: .investigation
        case .b1: .suspect
        case .b2: .custody
        case .b3: .charge
        case .c1: .victim
        case .c2: .support
        case .c3: .duty
        case .c4: .review
        case .c5: .information
        case .d1: .advice
        case .d2: .submission
        case .d3: .prosecution
        case .f1: .retention
        case .f2: .request
        case .t1: .allocation
        }
    }
}
