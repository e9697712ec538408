// When a deadline is critical: only what the law sets, and bail before it has run out.
package import Lifecycle

/// How near a deadline must be to be critical.
package enum Urgency {
    /// Clocks that are critical before their last day has passed, with the days left from which they are.
    ///
    /// A person whose bail period runs out is free of it that night, and nobody can mend that on the morning after.
    package static let early: [String: Int] = ["B2.abp": 1]

    /// With so many days left, or fewer, a deadline of that clock is critical; nil: it never is.
    ///
    /// A time limit of the law is critical once it is broken; a day that the team chose for itself never is, nor one
    /// by which somebody outside is to act, which the team only watches.
    package static func threshold(of clock: Clock) -> Int? {
        if let days = early[clock.id] { return days }
        switch clock.owner {
        case .holder, .recorder, .supervisor, .lead, .approver, .dpo: return clock.law ? -1 : nil
        case .other: return nil
        }
    }
}
