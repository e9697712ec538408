// A departure from the policy for one table, which somebody must answer for.

/// One parameter of the policy, set otherwise for one table of one release.
package struct PolicyOverride: Hashable, Sendable, Codable {
    /// The table's id; a headline's for `threshold` of a headline that is not exempt.
    package let table: String
    /// Which parameter.
    package let parameter: Parameter
    /// What it is instead.
    package let number: Int

    /// One departure.
    package init(table: String, parameter: Parameter, number: Int) {
        (self.table, self.parameter, self.number) = (table, parameter, number)
    }

    /// A parameter that may be set otherwise for one table.
    package enum Parameter: String, CaseIterable, Hashable, Sendable, Codable {
        /// A count from 1 up to this, itself not included, is hidden.
        case threshold
        /// A change from 1 up to this, itself not included, is protected.
        case change = "change-threshold"
        /// How many cells of a hundred may be hidden.
        case share = "max-hidden-percent"
        /// 0: the table is published although some of it cannot be proven safe.
        case certificate
    }
}
