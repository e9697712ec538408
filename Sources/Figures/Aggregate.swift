// A number that was counted elsewhere and entered with its source: nobody's record.

package import Lifecycle

/// A sourced number: what somebody else published, as they published it, with the day for which it holds.
///
/// It stands for no person and links to none. A wrong one is replaced by a later one of the same ``key``; both stay.
package struct Aggregate: Hashable, Sendable {
    /// What tells one number from another: numbers of one key are versions of each other.
    package struct Key: Hashable, Sendable {
        /// What it is a number of.
        package let series: Series
        /// The day at whose end it holds, or the last day of its period.
        package let day: Day
        /// The first day of its period; nil for a number of a day.
        package let periodFrom: Day?
        /// The area that it is of; nil for the whole district.
        package let area: String?
        /// What it is broken down by; nil for the whole.
        package let category: Category?
    }

    /// One category of one dimension: `grade`, `high`.
    package struct Category: Hashable, Sendable {
        package let dimension: Dimension
        package let name: String
    }

    /// A change as the source printed it.
    package struct Change: Hashable, Sendable {
        /// By how much, in tenths: -110 is a fall of 11.
        package let tenths: Int
        /// In what: `per cent`, `percentage points` or `not said`.
        package let unit: String
        /// Since when; nil if the source does not say.
        package let since: Day?
    }

    package let key: Key
    /// The day on which it became known, and its place in the order of recording.
    package let known: Day, order: Int
    /// The number; nil where the source gave a share or a rank alone.
    package let value: Int?
    /// Of how many it is a part.
    package let of: Int?
    /// Whether the source said "about".
    package let isApproximate: Bool
    /// The share as the source printed it, in tenths of a per cent.
    package let printedTenths: Int?
    /// The change as the source printed it.
    package let change: Change?
    /// The place in an order, 1 for the most.
    package let rank: Int?
    /// The scheme of ethnic groups, and who said to which group somebody belongs.
    package let scheme: String?, saidBy: String?
    /// Whether it only takes an earlier number of its key away.
    package let isWithdrawal: Bool
    /// Where it comes from, and of what day that is.
    package let source: String, sourceDate: Day
    /// What must be said wherever it is shown.
    package let note: String?
}

extension Aggregate {
    /// The share that it makes, in tenths of a per cent, rounded half up; nil without a whole, or with one under ``least``.
    package var shareTenths: Int? {
        guard let value, let of, of >= Self.least else { return nil }
        return Self.tenths(value, of: of)
    }

    /// The smallest whole of which a share is worked out: of less, a share says more about people than about a number.
    package static let least = 10

    /// A part in tenths of a per cent of the whole, rounded half away from nought.
    package static func tenths(_ part: Int, of whole: Int) -> Int {
        let twice = part.magnitude * 2_000 + whole.magnitude
        return (part < 0 ? -1 : 1) * Int(twice / (2 * whole.magnitude))
    }
}
