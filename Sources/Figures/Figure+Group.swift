// The headings under which a report gives its figures.

extension Figure {
    /// A heading of a report.
    package enum Group: String, CaseIterable, Hashable, Sendable {
        /// Investigations, from the first look to completion.
        case investigations
        /// People suspected, arrested, interviewed, on bail.
        case suspects
        /// People identified as victims, and their support.
        case victims
        /// Charges, the prosecutor, trials and convictions.
        case court
        /// The team's posts.
        case team
        /// Numbers that others counted.
        case hub
    }
}
