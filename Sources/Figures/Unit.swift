// What a figure counts.

/// What one stands for in a figure: two figures in different units are never added or compared.
package enum Unit: String, Sendable, CaseIterable {
    /// A span's `investigation`.
    case investigation
    /// A span's `person`: one person in several investigations counts once.
    case person
    /// A span's `person` on its `from_day`: one arrest for several offences or investigations counts once.
    case arrest
    /// A span's `record`: a prosecution with a trial date.
    case trial
    /// A span's `record`: a post in the team, filled or not.
    case post
}
