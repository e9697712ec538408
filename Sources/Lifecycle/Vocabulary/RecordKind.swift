// The kinds of record that a case file holds.

/// A kind of record; its raw value is the word for it on the command line and in an import line.
package enum RecordKind: String, CaseIterable, Hashable, Sendable {
    case investigation, crime, phase, post, person, suspect, custody, charge, victim, support, advice, submission
    case prosecution
    /// A duty to tell a victim (C3), a victims' right to review (C4), a request for a victim's information (C5).
    case duty, review, information
    /// How long a record set is kept (F1), and what a person asks of the file about themselves (F2).
    case retention, request
    /// Who works on what (T1).
    case allocation
    /// That a suspect is said to have offended against a victim: by it a victim is linked to a suspect.
    case allegation
    /// A figure that came from elsewhere with its source.
    case aggregate

    /// The three letters with which references to such records begin.
    package var prefix: String {
        switch self {
        case .investigation: "INV"
        case .crime: "CRM"
        case .phase: "PHA"
        case .post: "POS"
        case .person: "PER"
        case .suspect: "SUS"
        case .custody: "CUS"
        case .charge: "CHG"
        case .victim: "VIC"
        case .support: "SUP"
        case .advice: "ADV"
        case .submission: "SUB"
        case .prosecution: "PRO"
        case .duty: "DUT"
        case .review: "VRR"
        case .information: "VIR"
        case .retention: "RET"
        case .request: "DSR"
        case .allocation: "ALC"
        case .allegation: "ALG"
        case .aggregate: "AGG"
        }
    }

    /// The kind whose references begin with these three letters; nil if there is none.
    package init?(prefix: some StringProtocol) {
        guard let kind = RecordKind.allCases.first(where: { $0.prefix == prefix }) else { return nil }
        self = kind
    }

    /// The machine that such records go through; nil for a kind that has no lifecycle of its own.
    package var machine: MachineID? {
        MachineID.allCases.first { $0.record == self }
    }
}
