// What an account may be allowed to do.

/// A role that an account can be given; its raw value is the word on the command line.
package enum Role: String, CaseIterable, Hashable, Sendable {
    /// An investigating officer.
    case officer
    /// Social-care staff of the team.
    case care
    /// The senior social worker.
    case careLead = "care-lead"
    /// A detective sergeant or supervisory investigative officer.
    case supervisor
    /// The detective inspector who leads.
    case inspector
    /// A data-protection officer of one controller.
    case dpo
    /// Whoever publishes figures.
    case publisher
    /// Whoever keeps the store and its accounts.
    case custodian
}
