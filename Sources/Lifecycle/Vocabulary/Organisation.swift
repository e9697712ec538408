// The bodies that decide things.

/// A body to which a decision-maker belongs; its raw value is its name in an import line.
package enum Organisation: String, CaseIterable, Hashable, Sendable {
    case police = "West Yorkshire Police"
    case council = "Bradford Council"
    case prosecution = "Crown Prosecution Service"
    case court = "Court"
    case other = "Other"
}
