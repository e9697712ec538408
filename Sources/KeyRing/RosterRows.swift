// The rows of the account list, read but not yet believed.
internal import Cryptography

/// Rows sorted into their kinds, each in its form and of the right store; who signed them is still to be checked.
struct RosterRows {
    struct Read<Row: AccountRow> {
        let row: Row
        let signed: SignedRow
    }

    let store: StoreID
    var users: [String: Read<UserRow>] = [:]
    var compartments: [CompartmentID: Read<CompartmentRow>] = [:]
    var grants: [Read<GrantRow>] = []
    var recovery: [Read<RecoveryRow>] = []
    var successions: [Read<SuccessionRow>] = []
    var appointments: [Read<AppointmentRow>] = []
    var heads: [Read<HeadRow>] = []
    private var names: Set<String> = []

    init(store: StoreID) { self.store = store }

    mutating func take(_ row: SignedRow) throws {
        guard let kind = RowKind(rawValue: row.kind) else {
            throw KeyRingError.newerAccounts("a row of the kind ‘\(row.kind)’")
        }
        guard names.insert("\(row.kind) \(row.name)").inserted else {
            throw KeyRingError.altered("the \(row.kind) row ‘\(row.name)’ stands twice")
        }
        switch kind {
        case .user:
            let read = try read(row, as: UserRow.self)
            users[read.row.id] = read
        case .compartment:
            let read = try read(row, as: CompartmentRow.self)
            compartments[read.row.id] = read
        case .grant: grants.append(try read(row, as: GrantRow.self))
        case .recovery: recovery.append(try read(row, as: RecoveryRow.self))
        case .succession: successions.append(try read(row, as: SuccessionRow.self))
        case .appointment: appointments.append(try read(row, as: AppointmentRow.self))
        case .head: heads.append(try read(row, as: HeadRow.self))
        }
    }

    /// The pins and every key to which one of them, or one so reached, was handed over.
    func roots(from pins: [VerifyingKey]) -> Set<VerifyingKey> {
        var roots = Set(pins)
        var hasGrown = true
        while hasGrown {
            let reached = successions.filter { roots.contains($0.row.from) && !roots.contains($0.row.to) }
            roots.formUnion(reached.map(\.row.to))
            hasGrown = !reached.isEmpty
        }
        return roots
    }

    private func read<Row: AccountRow>(_ row: SignedRow, as type: Row.Type) throws -> Read<Row> {
        Read(row: try row.read(as: type, store: store), signed: row)
    }
}
