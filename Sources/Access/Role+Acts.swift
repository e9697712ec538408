// What each role may do and which compartments belong to it.
package import Lifecycle

extension Role {
    /// What an account with this role may do.
    package var acts: Set<Act> {
        switch self {
        case .officer, .care:
            [.consult, .breakGlass, .add, .record, .correct, .figures]
        case .careLead:
            [
                .consult, .breakGlass, .reviewEmergencies, .add, .record, .approve, .correct, .importPast, .export,
                .figures, .approveRelease, .readReleases, .noteFact,
            ]
        case .supervisor:
            [
                .consult, .breakGlass, .reviewEmergencies, .add, .record, .approve, .correct, .export, .figures,
                .proveLog, .check, .countersign, .draftRelease, .checkRelease, .readReleases, .noteFact,
            ]
        case .inspector:
            [
                .consult, .breakGlass, .reviewEmergencies, .add, .record, .approve, .correct, .importPast, .export,
                .figures, .proveLog, .check,
                .countersign, .draftRelease, .approveRelease, .readReleases, .noteFact,
            ]
        case .dpo:
            // What they add, record, approve and strike is requests and retention: rules and shapes name them there alone.
            [
                .consult, .reviewEmergencies, .add, .record, .approve, .correct, .figures, .readLog, .proveLog, .check,
                .checkRelease, .overrideRelease, .readReleases, .noteFact,
            ]
        case .publisher:
            [.figures, .draftRelease, .checkRelease, .readReleases, .noteFact]
        case .custodian:
            [
                .consult, .add, .importPast, .export, .figures, .proveLog, .check, .administer, .backUp, .restore,
            ]
        }
    }

    /// The compartments that an account with this role is granted when it is made.
    ///
    /// A custodian is granted none by role: the first one holds all of them until they are handed over.
    package var compartments: Set<Compartment> {
        switch self {
        case .officer, .supervisor, .inspector: [.police, .shared]
        case .care, .careLead: [.care, .shared]
        case .dpo: [.rights]
        case .publisher, .custodian: []
        }
    }

    /// The kinds of record that an account with this role may open.
    ///
    /// Social care sees nothing of suspects and of what follows for them: that needs a disclosure with a lawful gateway. It
    /// sees what a victim is owed, because it may be the one who tells. What a person asks of the file about themselves
    /// is the data-protection officers'.
    package var kinds: Set<RecordKind> {
        switch self {
        case .officer, .supervisor, .inspector: Set(RecordKind.allCases).subtracting([.request])
        case .dpo, .custodian: Set(RecordKind.allCases)
        case .care, .careLead: [.investigation, .post, .person, .victim, .support, .duty, .allocation, .aggregate]
        case .publisher: []
        }
    }

    /// The role in the words of a sentence.
    package var words: String {
        switch self {
        case .officer: "an investigating officer"
        case .care: "a member of the social-care staff"
        case .careLead: "the social-care lead"
        case .supervisor: "a supervisor"
        case .inspector: "the detective inspector"
        case .dpo: "a data-protection officer"
        case .publisher: "a publisher of figures"
        case .custodian: "a custodian"
        }
    }
}

extension Set<Role> {
    /// Whether any of these roles carries the act.
    package func may(_ act: Act) -> Bool { contains { $0.acts.contains(act) } }

    /// Whether any of these roles may open records of that kind.
    package func mayOpen(_ kind: RecordKind) -> Bool { contains { $0.kinds.contains(kind) } }

    /// The compartments that belong to these roles.
    package var compartments: Set<Compartment> { reduce(into: []) { $0.formUnion($1.compartments) } }
}
