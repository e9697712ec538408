// Who signed what: every row of the account list must chain to a pinned key.
internal import Cryptography

/// Checks the account list from the pins outwards and throws at the first row that does not belong.
struct RosterCheck {
    private let rows: RosterRows
    private let pins: [VerifyingKey]
    private var custodians: Set<String> = []
    private var holders: [String: Set<String>] = [:]

    init(_ rows: RosterRows, pins: [VerifyingKey]) {
        (self.rows, self.pins) = (rows, pins)
    }

    mutating func run() throws {
        try checkSuccessions()
        try checkUsers()
        for read in rows.compartments.values {
            try check(read, mayBeSignedBy: custodians, asking: "an active custodian")
        }
        try checkGrants()
        try checkRecovery()
        try checkHead()
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
                if signers(for: read.row.compartment.name).contains(read.row.by), isSigned(read) {
                    if rows.users[read.row.user]?.row.status == .active {
                        holders[read.row.compartment.name, default: []].insert(read.row.user)
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
                read, mayBeSignedBy: signers(for: read.row.compartment.name), asking: "a custodian or a holder")
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
                try check(read, mayBeSignedBy: signers(for: id.name), asking: "a custodian or a holder")
            }
            guard keys.count == 1 else { throw fault(read, "names another recovery key than its fellows") }
        }
    }

    private func checkHead() throws {
        guard let head = rows.heads.first else { throw KeyRingError.altered("its head is missing") }
        let grantors = holders.values.reduce(custodians) { $0.union($1) }
        try check(head, mayBeSignedBy: grantors, asking: "a custodian or a holder")
        let all =
            rows.users.values.map(\.signed) + rows.compartments.values.map(\.signed)
            + rows.grants.map(\.signed) + rows.recovery.map(\.signed) + rows.successions.map(\.signed)
        guard try HeadRow.digest(of: all) == head.row.digest else {
            throw KeyRingError.altered("a row was added, taken away or put back as it once was")
        }
    }

    private func signers(for compartment: String) -> Set<String> {
        custodians.union(holders[compartment] ?? [])
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
