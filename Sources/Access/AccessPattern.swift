// The patterns of access that are worth a question.

/// A pattern that the report on unusual access looks for on each day of each account.
package enum AccessPattern: String, CaseIterable, Comparable, Hashable, Sendable {
    /// The glass was broken.
    case emergency
    /// Records that stood allocated to others were opened.
    case others
    /// Many different records were opened one by one.
    case many
    /// Records were opened, listed or taken out at night, at the weekend or on a bank holiday.
    case outOfHours = "out-of-hours"
    /// The account was refused again and again.
    case refused
    /// The file, or part of it, was written out.
    case takenOut = "taken-out"

    /// What was counted, as a sentence goes on after a number that is not one.
    package var words: String {
        switch self {
        case .emergency: "emergency accesses"
        case .others: "records opened that were allocated to others"
        case .many: "different records opened one by one"
        case .outOfHours: "looks out of hours"
        case .refused: "refused attempts"
        case .takenOut: "times that the file or part of it was written out"
        }
    }

    /// So many of what was counted.
    package func words(_ count: Int) -> String {
        guard count == 1 else { return "\(count) \(words)" }
        return switch self {
        case .emergency: "1 emergency access"
        case .others: "1 record opened that was allocated to others"
        case .many: "1 record opened"
        case .outOfHours: "1 look out of hours"
        case .refused: "1 refused attempt"
        case .takenOut: "the file or part of it written out once"
        }
    }

    /// What may well explain it: the report is a reason to ask, not an answer.
    package var innocent: String {
        switch self {
        case .emergency: "somebody may have been in danger"
        case .others: "the work may have been given by word of mouth, or an enquiry may have led there"
        case .many: "a review, a handover or a search for a link does so"
        case .outOfHours: "a shift, a call-out or another country's clock does so"
        case .refused: "somebody who is new, or whose role was not brought up to date, meets refusals"
        case .takenOut: "a transfer or a disclosure that was asked for does so"
        }
    }

    package static func < (left: AccessPattern, right: AccessPattern) -> Bool {
        order(left) < order(right)
    }

    private static func order(_ pattern: AccessPattern) -> Int { allCases.firstIndex(of: pattern) ?? 0 }

    /// How many times an act counts towards the pattern, and the records that it adds where different records are counted.
    func weighs(_ act: AccessAct, _ thresholds: AccessThresholds) -> Weight {
        switch self {
        case .emergency: act.isEmergency ? .once : .none
        case .others: act.sort == .look && !act.others.isEmpty ? .records(act.others) : .none
        case .many: act.sort == .look && !act.records.isEmpty ? .records(act.records) : .none
        case .outOfHours:
            [.look, .listing, .taking].contains(act.sort) && thresholds.isOutOfHours(act.at) ? .once : .none
        case .refused: act.sort == .refusal ? .once : .none
        case .takenOut: act.sort == .taking ? .once : .none
        }
    }

    /// What an act adds to a day's count.
    enum Weight {
        case none, once
        case records(Set<Int>)
    }
}
