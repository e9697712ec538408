// The reasons that there are.

extension Reason {
    /// A kind of work; the raw values stand in the audit log's leaves, and are never given another meaning.
    package enum Code: String, CaseIterable, Sendable {
        /// Finding out what happened and who did it.
        case investigation
        /// Charging decisions, files for the prosecutor, courts.
        case prosecution
        /// Keeping somebody from harm.
        case safeguarding
        /// Caring for a victim: needs, providers, contact.
        case support
        /// Leading, allocating and reviewing the work of others.
        case supervision
        /// Answering somebody who asks for their data, or has it put right.
        case dataRights = "data-rights"
        /// Deciding what is kept, and for how long.
        case retention
        /// Dealing with a complaint.
        case complaint
        /// Doing what a court orders.
        case courtOrder = "court-order"
        /// Looking after the store, its accounts and its keys.
        case security

        /// The reason as it ends a sentence that begins "in order to …".
        package var words: String {
            switch self {
            case .investigation: "investigate what happened"
            case .prosecution: "prepare or follow a prosecution"
            case .safeguarding: "keep somebody from harm"
            case .support: "support a victim"
            case .supervision: "lead or review the work of others"
            case .dataRights: "answer a person about their data"
            case .retention: "decide what is kept and for how long"
            case .complaint: "deal with a complaint"
            case .courtOrder: "do what a court orders"
            case .security: "look after the store, its accounts and its keys"
            }
        }
    }

    /// All codes, as a sentence lists them.
    package static var listed: String { Code.allCases.map(\.rawValue).joined(separator: ", ") }
}
