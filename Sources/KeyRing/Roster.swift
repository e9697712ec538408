// The account list, read and checked as a whole.
package import Cryptography

/// All accounts, compartments and grants of a store, every row of it chained to a key that the reader's slot pins.
///
/// There is no other way to an account than through a roster, and no roster that was not checked.
package struct Roster: Sendable {
    /// The store that the list is of.
    package let store: StoreID
    /// The rows as they are stored.
    package let rows: [SignedRow]
    /// The accounts by their handles.
    package let users: [String: UserRow]
    /// The compartments' public keys, all epochs.
    package let compartments: [CompartmentID: CompartmentRow]
    /// The grants.
    package let grants: [GrantRow]
    /// What accounts are from a day on, or for a time.
    package let appointments: [AppointmentRow]
    /// What the recovery key opens.
    package let recovery: [RecoveryRow]
    /// The keys trusted as the slots' pins are, hand-overs included.
    package let roots: Set<VerifyingKey>
    /// Which state each half of the list is in.
    package let serials: [HeadRow.Scope: Int64]
    /// The digest of the whole list, the heads included.
    package let digest: Digest

    /// Reads and checks the account list for whom `keys` belong to.
    ///
    /// - Parameters:
    ///   - rows: All rows, in any order.
    ///   - keys: The keys of who reads; their slot's pins are what every row is chained to.
    ///   - receipt: What `receipt(for:)` gave this user for the same rows; then no signature is checked again.
    /// - Throws: `KeyRingError.altered` saying what was found, `newerAccounts`, `accountClosed`.
    package init(_ rows: [SignedRow], keys: borrowing UnlockedKeys, receipt: [UInt8]? = nil) throws {
        let digest = try HeadRow.digest(of: rows)
        let isKnown = try receipt.map { try ConstantTime.equal($0, keys.receipt(for: digest)) } ?? false
        try self.init(rows, store: keys.store, pins: keys.pins, digest: digest, isKnown: isKnown)
        _ = try keys.account(in: self)
    }

    init(_ rows: [SignedRow], store: StoreID, pins: [VerifyingKey], digest: Digest? = nil, isKnown: Bool = false) throws
    {
        var read = RosterRows(store: store)
        for row in rows { try read.take(row) }
        if !isKnown {
            var check = RosterCheck(read, pins: pins)
            try check.run()
        }
        (self.store, self.rows) = (store, rows)
        users = read.users.mapValues(\.row)
        compartments = read.compartments.mapValues(\.row)
        grants = read.grants.map(\.row)
        appointments = read.appointments.map(\.row)
        recovery = read.recovery.map(\.row)
        roots = read.roots(from: pins)
        serials = Dictionary(read.heads.map { ($0.row.scope, $0.row.serial) }, uniquingKeysWith: max)
        self.digest = try digest ?? HeadRow.digest(of: rows)
    }

    /// What tells this user, and nobody else, that these very rows have been checked before.
    package func receipt(for keys: borrowing UnlockedKeys) throws -> [UInt8] {
        try keys.receipt(for: digest)
    }
}
