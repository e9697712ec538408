// Who signed what: every row of the account list must chain to a pinned key.
internal import Cryptography

/// Checks the account list from the pins outwards and throws at the first row that does not belong.
struct RosterCheck {
    private let rows: RosterRows
    private let pins: [VerifyingKey]
    private var custodians: Set<String> = []
    /// For each compartment, until when each holder may grant it.
    private var holders: [String: [String: Int64]] = [:]

    init(_ rows: RosterRows, pins: [VerifyingKey]) {
        (self.rows, self.pins) = (rows, pins)
    }

    mutating func run() throws {
        try checkSuccessions()
        try checkUsers()
        for read in rows.compartments.values where read.row.id.epoch == 1 {
            try check(read, mayBeSignedBy: custodians, asking: "an active custodian")
        }
        try checkGrants()
        // Whoever holds a compartment may give it new keys: who that is follows from custodians' signatures on grants.
        for read in rows.compartments.values where read.row.id.epoch > 1 {
            try check(
                read, mayBeSignedBy: signers(for: read.row.id.name, at: read.row.since),
                asking: "a custodian or a holder")
        }
        try checkAppointments()
        try checkRecovery()
        try checkHeads()
    }

    private func checkSuccessions() throws {
        let roots = rows.roots(from: pins)
        for read in rows.successions {
            guard roots.contains(read.row.from), read.signed.isSigned(by: read.row.from) else {
                throw fault(read, "is not signed by a trusted key")
            }
        }
    }

    /// Custodians are believed one after another: first who holds a trusted key, then whom a believed one signed.
    private mutating func checkUsers() throws {
        let roots = rows.roots(from: pins)
        var unbelieved = rows.users
        for (id, read) in rows.users where roots.contains(read.row.signing) && read.row.isActiveCustodian {
            guard read.row.by == id, read.signed.isSigned(by: read.row.signing) else { continue }
            custodians.insert(id)
            unbelieved[id] = nil
        }
        var hasGrown = true
        while hasGrown {
            let believed = unbelieved.filter { custodians.contains($0.value.row.by) && isSigned($0.value) }
            for (id, read) in believed {
                unbelieved[id] = nil
                if read.row.isActiveCustodian { custodians.insert(id) }
            }
            hasGrown = !believed.isEmpty
        }
        if let read = unbelieved.values.min(by: { $0.row.id < $1.row.id }) {
            try check(read, mayBeSignedBy: custodians, asking: "an active custodian")
        }
        try checkNoTwoAlike()
    }

    private func checkNoTwoAlike() throws {
        var names: Set<String> = []
        var keys: Set<[UInt8]> = []
        for read in rows.users.values {
            let user = read.row
            guard keys.insert(user.agreement.bytes).inserted, keys.insert(user.signing.bytes).inserted else {
                throw fault(read, "has the keys of another account")
            }
            guard user.status == .revoked || names.insert(user.name).inserted else {
                throw fault(read, "has the name of another account")
            }
            guard AccountName.form(user.name) == user.name else { throw fault(read, "has an unusable name") }
        }
    }

    /// Grants are believed one after another too: a custodian's, then those of the holders whom they made.
    private mutating func checkGrants() throws {
        for read in rows.grants {
            guard rows.users[read.row.user] != nil else { throw fault(read, "is for an account that does not exist") }
            guard rows.compartments[read.row.compartment] != nil else {
                throw fault(read, "is for a compartment that does not exist")
            }
        }
        var unbelieved = rows.grants
        var hasGrown = true
        while hasGrown {
            let before = unbelieved.count
            var left: [RosterRows.Read<GrantRow>] = []
            for read in unbelieved {
                if signers(for: read.row.compartment.name, at: read.row.since).contains(read.row.by), isSigned(read) {
                    if rows.users[read.row.user]?.row.status == .active {
                        let until = read.row.until ?? .max
                        holders[read.row.compartment.name, default: [:]].merge(
                            [read.row.user: until], uniquingKeysWith: max)
                    }
                } else {
                    left.append(read)
                }
            }
            unbelieved = left
            hasGrown = left.count < before
        }
        if let read = unbelieved.min(by: { $0.row.rowName < $1.row.rowName }) {
            try check(
                read, mayBeSignedBy: signers(for: read.row.compartment.name, at: read.row.since),
                asking: "a custodian or a holder")
        }
    }

    private func checkAppointments() throws {
        for read in rows.appointments {
            guard rows.users[read.row.user] != nil else { throw fault(read, "is of an account that does not exist") }
            if case .cover(let other) = read.row.post, rows.users[other] == nil {
                throw fault(read, "covers for an account that does not exist")
            }
            try check(read, mayBeSignedBy: custodians, asking: "an active custodian")
        }
    }

    private func checkRecovery() throws {
        let keys = Set(rows.recovery.map(\.row.key))
        for read in rows.recovery {
            switch read.row.subject {
            case .store: try check(read, mayBeSignedBy: custodians, asking: "an active custodian")
            case .compartment(let id):
                guard rows.compartments[id] != nil else {
                    throw fault(read, "is for a compartment that does not exist")
                }
                try check(
                    read, mayBeSignedBy: signers(for: id.name, at: read.row.since), asking: "a custodian or a holder")
            }
            guard keys.count == 1 else { throw fault(read, "names another recovery key than its fellows") }
        }
    }

    private func checkHeads() throws {
        let all =
            rows.users.values.map(\.signed) + rows.compartments.values.map(\.signed) + rows.grants.map(\.signed)
            + rows.recovery.map(\.signed) + rows.successions.map(\.signed) + rows.appointments.map(\.signed)
        for scope in HeadRow.Scope.allCases {
            guard let head = rows.heads.first(where: { $0.row.scope == scope }) else {
                throw KeyRingError.altered("the head of its \(scope.rawValue) is missing")
            }
            switch scope {
            case .accounts: try check(head, mayBeSignedBy: custodians, asking: "an active custodian")
            case .grants:
                let holders = Set(holders.values.flatMap(\.keys))
                try check(head, mayBeSignedBy: custodians.union(holders), asking: "a custodian or a holder")
            }
            guard try HeadRow.digest(of: all.filter(scope.covers)) == head.row.digest else {
                throw KeyRingError.altered(
                    "of its \(scope.rawValue), a row was added, taken away or put back as it once was")
            }
        }
    }

    /// Who could sign a grant of that compartment at that moment: custodians, and holders whose grant had not ended.
    private func signers(for compartment: String, at moment: Int64) -> Set<String> {
        custodians.union((holders[compartment] ?? [:]).filter { moment < $0.value }.keys)
    }

    private func isSigned(_ read: RosterRows.Read<some AccountRow>) -> Bool {
        rows.users[read.row.by].map { read.signed.isSigned(by: $0.row.signing) } ?? false
    }

    private func check<Row: AccountRow>(
        _ read: RosterRows.Read<Row>, mayBeSignedBy allowed: Set<String>, asking whom: String
    ) throws {
        guard allowed.contains(read.row.by) else {
            throw fault(read, "is signed by \(read.row.by), who is not \(whom)")
        }
        guard isSigned(read) else { throw fault(read, "does not carry the signature of \(read.row.by)") }
    }

    private func fault<Row: AccountRow>(_ read: RosterRows.Read<Row>, _ what: String) -> KeyRingError {
        .altered("the \(Row.kind.rawValue) row ‘\(read.row.rowName)’ \(what)")
    }
}
