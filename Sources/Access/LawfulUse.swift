// What the audit log may be used for, and for nothing else.

/// A lawful use of the log: Data Protection Act 2018, section 62(4)(a) to (d).
///
/// The raw values are what a user says.
package enum LawfulUse: String, CaseIterable, Sendable {
    /// Verifying the lawfulness of processing: (a).
    case lawfulness
    /// Self-monitoring by the controller, internal disciplinary proceedings among it: (b).
    case selfMonitoring = "self-monitoring"
    /// Ensuring the integrity and security of personal data: (c).
    case integrity
    /// The purposes of criminal proceedings: (d).
    case proceedings

    /// The code that stands in the leaf of such a look at the log.
    package var code: String {
        switch self {
        case .lawfulness: "s62.4a"
        case .selfMonitoring: "s62.4b"
        case .integrity: "s62.4c"
        case .proceedings: "s62.4d"
        }
    }

    /// The use in plain words.
    package var words: String {
        switch self {
        case .lawfulness: "to verify that what was done with the data was lawful"
        case .selfMonitoring: "to monitor ourselves, disciplinary proceedings among it"
        case .integrity: "to keep the data whole and secure"
        case .proceedings: "for criminal proceedings"
        }
    }

    /// All uses with their words, a line each, for whoever named none.
    package static var listed: String {
        let width = allCases.map(\.rawValue.count).max() ?? 0
        return allCases.map { use in
            "  \(use.rawValue)\(String(repeating: " ", count: width - use.rawValue.count))  \(use.words)"
        }.joined(separator: "\n")
    }

    /// The use whose code stands in a leaf, if it is one.
    package init?(code: String) {
        guard let use = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = use
    }
}
