// For what a reason is forced, and what is missing where there is none.
internal import Lifecycle

extension Reason {
    /// An act that is not done without a reason.
    package enum Demand: String, CaseIterable, Sendable {
        /// Data goes to somebody outside.
        case transfer
        /// Data is destroyed.
        case erasure
        /// Somebody gets past what their account may open, because it cannot wait.
        case breakGlass = "break-glass"
        /// A record is opened that is other people's work.
        case outsideAllocations = "outside own allocations"

        /// Whether a code alone will not do.
        package var wantsText: Bool {
            switch self {
            case .breakGlass: true
            case .transfer, .erasure, .outsideAllocations: false
            }
        }

        /// The code under which the log tells that there was no reason.
        package var denied: String { "no reason, \(rawValue)" }

        /// What is missing, in sentences, and how it is given; nil if `reason` will do.
        package func missing(in reason: Reason?) -> String? {
            guard let reason else { return "\(words) \(how)" }
            guard wantsText, reason.text == nil else { return nil }
            return "\(words) \(how)"
        }

        private var words: String {
            switch self {
            case .transfer: "Data goes to somebody else only for a reason."
            case .erasure: "Data is destroyed only for a reason."
            case .breakGlass: "Emergency access is given only for a reason in your own words."
            case .outsideAllocations: "This is other people's work: it is opened only for a reason."
            }
        }

        private var how: String {
            wantsText
                ? "Say it with --working-on ‘CODE: your own words’, the code being one of \(Reason.listed)."
                : "Say it with --working-on CODE, or ‘CODE: your own words’, the code being one of \(Reason.listed)."
        }
    }
}

extension Set<Role> {
    /// Whether opening other people's work needs a reason: nobody is asked who also supervises, checks or keeps.
    package var mustSayWhyOutside: Bool {
        !isEmpty
            && allSatisfy { role in
                switch role {
                case .officer, .care: true
                case .careLead, .supervisor, .inspector, .dpo, .publisher, .custodian: false
                }
            }
    }
}
