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

    // The rest are counted elsewhere and enter as numbers with a source: this program never counts them.

    /// A referral to the hub; a child may be referred several times.
    case referral
    /// A child whom the hub has flagged at risk.
    case child
    /// A recorded crime.
    case crime
    /// A suspect on a flagged crime, as the force counts them.
    case suspect
    /// A placement of a child.
    case placement
    /// An action of the action plan.
    case action
    /// A month of age.
    case month
    /// A day of waiting.
    case day
    /// A pound sterling.
    case pound
}
