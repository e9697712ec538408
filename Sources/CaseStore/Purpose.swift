// What a store is opened for.

/// What a case file is opened for: one that something stands against (``Impediment``) opens only for what mends it.
package enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// Any work.
    case ordinary
    /// To look at the store itself, as `check` and `audit verify` do; shows nobody's data.
    case inspection
    /// To put a backup in the place of what is here.
    case restoring
    /// To sign under a restore as its second person.
    case countersigning
    /// To go on with a change of keys that was cut short.
    case rekeying
}
