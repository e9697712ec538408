// Break-glass: a record is opened in an emergency past roles and allocations, never past a key and never unlogged.
import Access
import AuditLog
import CaseModel
import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// What is going on while a record is looked at in an emergency.
    struct Glass {
        let reference: Reference
        /// What came of it; nil until the record was asked for.
        var broken: BrokenGlass?

        /// Whether the rules by which records are shut to roles are set aside for a record.
        func opens(_ reference: Reference) -> Bool { broken?.leaf != nil && reference == self.reference }
    }

    /// Looks at a record in an emergency: past the kinds that the account's role may open, past what the police are told of
    /// support, and past allocations to others; what is sealed to compartments stays shut to who does not hold them.
    ///
    /// The reason for the work must be said, in words. Before anything is shown stands a leaf with a `why` of its own, and
    /// with it the alert for those who review. Throws ``StoreError``, for accounts whose role never does this too.
    package func inEmergency<Result>(
        _ reference: Reference, _ look: (CaseStore) throws -> Result
    ) throws -> (result: Result, glass: BrokenGlass?) {
        glass = Glass(reference: reference)
        defer { glass = nil }
        return (try look(self), glass?.broken)
    }

    /// Opens a record for a look in an emergency, after it was logged.
    func openInEmergency(_ reference: Reference, as act: String) throws -> RecordRow {
        try authorise(.breakGlass)
        let reason = try demandReason(for: .breakGlass, of: connection.record(reference))
        guard try connection.record(reference) != nil else {
            try deny("break-glass, no such record")
            return try row(reference)
        }
        let row = try standingRow(reference)
        let past = try barriers(before: row)
        let today = clock().today
        guard !past.isEmpty else {
            try consult([row], act)
            glass?.broken = BrokenGlass(record: reference, leaf: nil, past: [], stillShut: [], due: nil)
            return row
        }
        var emergency: Emergency?
        let entry = try entry(
            .consultation, [part(of: row, act, past)] + reasonParts(),
            why: EmergencyCode.why(reason.code.rawValue))
        try note(entry) { transaction in
            // What is appended next stands at the place that is the log's size now.
            let leaf = try connection.logSize()
            var made = Emergency(
                leaf: leaf, actor: keys.user, body: account.organisation, at: entry.at, on: today, record: reference,
                code: reason.code.rawValue, act: act, past: past)
            made.words = try words(reason, for: made)
            try transaction.enter(made, connection)
            emergency = made
        }
        glass?.broken = BrokenGlass(
            record: reference, leaf: emergency?.leaf, past: past, stillShut: try shut(row), due: emergency?.due)
        return row
    }

    /// What stands between the account and a record.
    private func barriers(before row: RecordRow) throws -> [Barrier] {
        var found: [Barrier] = []
        if !account.roles.mayOpen(row.reference.kind) { found.append(.role) }
        if isShut(row.reference) { found.append(.support) }
        if try isOthersWork(row) { found.append(.allocation) }
        return found
    }

    private func part(of row: RecordRow, _ act: String, _ past: [Barrier]) throws -> Part {
        let detail = CanonicalValue.object([
            "act": .text(act), "past": .list(past.map { .text($0.rawValue) }),
            "records": .list([.text(row.reference.text)]),
        ])
        return Part(detail, for: .subject(row.subject, try logKey(row.subject)))
    }

    /// The compartments to which something of a record is sealed and which this account does not hold.
    private func shut(_ row: RecordRow) throws -> [Compartment] {
        var names = Set(try connection.boxes(ofRecord: row.id).map(\.compartment))
        names.formUnion(try connection.eventBoxes(ofRecord: row.id).values.map(\.compartment))
        if let person = row.person { names.formUnion(try connection.boxes(ofRecord: person).map(\.compartment)) }
        return Compartment.allCases.filter { names.contains($0.rawValue) && !account.compartments.contains($0) }
    }
}
