// An account: who it is, what it may be, and its public keys.
package import Cryptography

/// An account as its custodian signed it.
package struct UserRow: AccountRow {
    /// Whether the account may be used.
    ///
    /// The raw values are stored.
    package enum Status: String, CaseIterable, Sendable {
        /// It may.
        case active
        /// Not until it is opened again.
        case suspended
        /// Never again.
        case revoked
    }

    package static let kind = RowKind.user

    /// The random handle by which rows and the log know the account.
    package let id: String
    /// The name with which its user signs in.
    package var name: String
    /// The organisation, in the words that the rules use.
    package var organisation: String
    /// The rank or post, in the words that the rules use.
    package var rank: String?
    /// The roles, by their stored names, in order.
    package var roles: [String]
    /// Whether it may be used.
    package var status: Status
    /// The key to which boxes for this user are closed.
    package let agreement: AgreementPublicKey
    /// The key with which this user's signatures are checked.
    package let signing: VerifyingKey
    package var by: String
    package var since: Int64

    /// The role whose holders look after accounts.
    package static let custodian = "custodian"

    /// Whether this account may sign rows of other accounts.
    package var isActiveCustodian: Bool { status == .active && roles.contains(Self.custodian) }

    package var rowName: String { id }

    package var members: [String: CanonicalValue] {
        var members: [String: CanonicalValue] = [
            "agreement": .bytes(agreement.bytes), "id": .text(id), "name": .text(name),
            "organisation": .text(organisation), "roles": .list(roles.map { .text($0) }),
            "signing": .bytes(signing.bytes), "status": .text(status.rawValue),
        ]
        if let rank { members["rank"] = .text(rank) }
        return members
    }

    init(
        id: String, name: String, organisation: String, rank: String?, roles: [String], status: Status,
        agreement: AgreementPublicKey, signing: VerifyingKey, by: String, since: Int64
    ) {
        (self.id, self.name, self.organisation, self.rank) = (id, name, organisation, rank)
        (self.roles, self.status, self.agreement, self.signing) = (roles.sorted(), status, agreement, signing)
        (self.by, self.since) = (by, since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let id = value["id"]?.text, let name = value["name"]?.text,
            let organisation = value["organisation"]?.text, let roles = value["roles"]?.list,
            let status = value["status"]?.text.flatMap(Status.init),
            let agreement = value["agreement"]?.bytes.flatMap({ try? AgreementPublicKey($0) }),
            let signing = value["signing"]?.bytes.flatMap({ try? VerifyingKey($0) })
        else { return nil }
        let names = roles.compactMap(\.text)
        guard names.count == roles.count, names == names.sorted() else { return nil }
        self.init(
            id: id, name: name, organisation: organisation, rank: value["rank"]?.text, roles: names, status: status,
            agreement: agreement, signing: signing, by: by, since: since)
    }
}
