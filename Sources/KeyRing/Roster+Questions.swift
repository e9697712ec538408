// What the account list answers.
import Cryptography

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

    /// The keys trusted as the slots' pins are that belong to accounts: what a new slot is to pin.
    var trustedAccounts: [VerifyingKey] {
        roots.intersection(users.values.map(\.signing)).sorted { $0.description < $1.description }
    }

    /// Whether the key of that account is trusted as the slots' pins are.
    package func isTrusted(_ user: UserRow) -> Bool { roots.contains(user.signing) }

    /// Every compartment that there is, by name.
    package var compartmentNames: [String] { Set(compartments.keys.map(\.name)).sorted() }

    /// The compartments whose newest key the recovery key does not open.
    package var unrecoverable: [String] {
        let opened = Set(recovery.filter { $0.key == recoveryKey }.map(\.rowName))
        return compartmentNames.filter { name in
            compartment(name).map { !opened.contains("compartment/\($0.id)") } ?? false
        }
    }

    /// Whether the recovery key was made before recovery keys could appoint a custodian: no key is trusted but accounts'.
    package var holdsNoAppointer: Bool { roots.isSubset(of: users.values.map(\.signing)) }

    /// The custodian who made the store, if they are active and hold every compartment still.
    package func firstCustodian(at moment: Int64) -> UserRow? {
        let all = Set(compartmentNames)
        return custodians.first { user in
            isTrusted(user) && !all.isEmpty && compartments(of: user.id, at: moment).isSuperset(of: all)
        }
    }

    /// The recovery key's public half, as a custodian signed it.
    var recoveryKey: AgreementPublicKey? {
        recovery.first { if case .store = $0.subject { true } else { false } }?.key
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
