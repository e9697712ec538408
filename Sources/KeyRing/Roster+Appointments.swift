// Who is what on a day: ranks, roles for a time, and who covers for whom.

extension Roster {
    /// The rank of an account on a day: the one in which it acts then, else the newest that it has had; `nil` if none.
    ///
    /// Days count from 1970-01-01.
    package func rank(of user: String, on day: Int64) -> String? {
        let mine = appointments.filter { $0.user == user && $0.isInForce(on: day) }
        let acting = mine.filter { if case .acting = $0.post { true } else { false } }
        let held = mine.filter { if case .rank = $0.post { true } else { false } }
        let newest = (acting.isEmpty ? held : acting).max {
            ($0.from, $0.since, $0.rowName) < ($1.from, $1.since, $1.rowName)
        }
        return newest?.post.value ?? users[user]?.rank
    }

    /// The roles of an account on a day: its own, those that it has for a time, and those of whom it covers for.
    ///
    /// Cover is not handed on: it gives what the other has without cover. Nobody becomes a custodian by it, and no
    /// compartment comes with it.
    package func roles(of user: String, on day: Int64) -> Set<String> {
        covered(by: user, on: day).reduce(into: ownRoles(of: user, on: day)) { roles, other in
            roles.formUnion(ownRoles(of: other, on: day).subtracting([UserRow.custodian]))
        }
    }

    /// The roles that an account has on a day without anybody's cover.
    package func ownRoles(of user: String, on day: Int64) -> Set<String> {
        var roles = Set(users[user]?.roles ?? [])
        for row in appointments where row.user == user && row.isInForce(on: day) {
            if case .role(let role) = row.post { roles.insert(role) }
        }
        return roles
    }

    /// The accounts for which an account covers on a day, by their handles; none that is revoked.
    package func covered(by user: String, on day: Int64) -> Set<String> {
        var found: Set<String> = []
        for row in appointments where row.user == user && row.isInForce(on: day) {
            if case .cover(let other) = row.post, users[other]?.status != .revoked { found.insert(other) }
        }
        return found
    }
}
