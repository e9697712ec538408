// Who a new account is for.

/// What a custodian says of a new account.
package struct NewAccount: Sendable {
    /// The name with which its user will sign in.
    package var name: String
    /// The organisation, in the words that the rules use.
    package var organisation: String
    /// The rank or post, in the words that the rules use.
    package var rank: String?
    /// The roles, by their stored names.
    package var roles: [String]

    /// Describes an account.
    package init(name: String, organisation: String, rank: String? = nil, roles: [String]) {
        (self.name, self.organisation, self.rank, self.roles) = (name, organisation, rank, roles)
    }
}
