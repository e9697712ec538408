// The kinds of thing that an account may be allowed to do.

/// An act that a role carries or does not; what may be recorded in a lifecycle is for its rules, not for this list.
package enum Act: String, CaseIterable, Sendable {
    /// Open records, lists and histories; names only as far as the account's compartments reach.
    case consult
    /// Open, in an emergency, a record that is otherwise shut to the role.
    case breakGlass = "break-glass"
    /// Look afterwards at what others opened in an emergency, and say whether it was justified.
    case reviewEmergencies = "review-emergencies"
    /// Add a record to the case file.
    case add
    /// Record an event, if the event's rule names the role.
    case record
    /// Be the second person whom a rule asks for.
    case approve
    /// Strike an event, with a reason.
    case correct
    /// Bring in a past that others recorded elsewhere: the recorder named by a rule is then not asked for.
    case importPast = "import"
    /// Take out, as lines of a file, what the account may open.
    case export
    /// Read the progress figures, which name nobody.
    case figures
    /// Read who did what: the audit log, for a lawful use.
    case readLog = "read-log"
    /// Check the audit log, sign its checkpoints, hand it to a verifier.
    case proveLog = "prove-log"
    /// Check the whole store.
    case check
    /// Add accounts, suspend and revoke them.
    case administer
    /// Write a copy of the whole store, encrypted as it is.
    case backUp = "backup"
    /// Put a backup in the store's place, or accept the state of a store that is not the newest.
    case restore
    /// Be the second person who signs under a restore.
    case countersign
    /// Draft a release of figures.
    case draftRelease = "draft-release"
    /// Check a release that somebody else drafted.
    case checkRelease = "check-release"
    /// Approve a release for the body that one leads the work of.
    case approveRelease = "approve-release"
    /// Approve that a release departs from the disclosure policy.
    case overrideRelease = "override-release"
    /// Read releases that are not published yet.
    case readReleases = "read-releases"
    /// Note a figure that was given elsewhere.
    case noteFact = "note-fact"

    /// The act in the words of a refusal: "may not …".
    package var words: String {
        switch self {
        case .consult: "open records"
        case .breakGlass: "open records in an emergency"
        case .reviewEmergencies: "review what was opened in an emergency"
        case .add: "add records"
        case .record: "record events"
        case .approve: "approve what another person recorded"
        case .correct: "strike an event"
        case .importPast: "import a file"
        case .export: "export the case file"
        case .figures: "read the figures"
        case .readLog: "read the audit log"
        case .proveLog: "verify, sign or export the audit log"
        case .check: "check the store"
        case .administer: "manage accounts"
        case .backUp: "write a backup"
        case .restore: "restore the store"
        case .countersign: "sign under a restore as its second person"
        case .draftRelease: "draft a release"
        case .checkRelease: "check a release"
        case .approveRelease: "approve a release"
        case .overrideRelease: "approve a departure from the disclosure policy"
        case .readReleases: "read what is not published"
        case .noteFact: "note a figure that was given elsewhere"
        }
    }
}
