// What the account list answers.

extension Roster {
    /// The account of that name, in any spelling that is the same name.
    package func user(named name: String) -> UserRow? {
        guard let form = AccountName.form(name) else { return nil }
        return users.values.filter { $0.name == form }.min { rank($0) < rank($1) }
    }

    /// The accounts in order of name.
    package var accounts: [UserRow] {
        users.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The accounts that look after accounts.
    package var custodians: [UserRow] {
        accounts.filter(\.isActiveCustodian)
    }

    /// The newest keys of the compartment of that name.
    package func compartment(_ name: String) -> CompartmentRow? {
        compartments.values.filter { $0.id.name == name }.max { $0.id < $1.id }
    }

    /// The grants of a user that are in force at that moment; none if the account is not active.
    package func grants(of user: String, at moment: Int64) -> [GrantRow] {
        guard users[user]?.status == .active else { return [] }
        return grants.filter { $0.user == user && $0.isInForce(at: moment) }
    }

    /// The names of the compartments that a user may open at that moment.
    package func compartments(of user: String, at moment: Int64) -> Set<String> {
        Set(grants(of: user, at: moment).map(\.compartment.name))
    }

    /// The accounts that may open a compartment at that moment, in order of name.
    package func holders(of compartment: String, at moment: Int64) -> [UserRow] {
        accounts.filter { compartments(of: $0.id, at: moment).contains(compartment) }
    }

    // A name may have been used before by an account that is now revoked.
    private func rank(_ user: UserRow) -> (Int, String) {
        switch user.status {
        case .active: (0, user.id)
        case .suspended: (1, user.id)
        case .revoked: (2, user.id)
        }
    }
}
