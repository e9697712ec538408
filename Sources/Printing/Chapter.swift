// The chapters of the rule book that can be printed alone.

package import Lifecycle

/// A chapter of the rule book.
package enum Chapter: Hashable, Sendable {
    /// One lifecycle.
    case machine(MachineID)
    /// What follows by itself, and what events open.
    case effects
    /// The time limits.
    case clocks
    /// The editions.
    case editions
    /// What those who record vouch for.
    case vouched

    /// The chapters that are no lifecycle, by the words that name them.
    package static let named: [String: Chapter] = [
        "effects": .effects, "clocks": .clocks, "editions": .editions, "vouched": .vouched,
    ]

    /// The lifecycle that it is, if it is one.
    package var machine: MachineID? {
        if case .machine(let id) = self { id } else { nil }
    }
}
