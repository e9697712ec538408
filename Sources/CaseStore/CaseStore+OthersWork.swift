// Whether a record is other people's work.
import Access
import CaseModel
import KeyRing
import Lifecycle
import Rows

extension CaseStore {
    /// Whether a record is allocated to others, and neither to this account nor to those for whom it stands in.
    ///
    /// Who also supervises, checks or keeps is not asked, and a record that is nobody's work is open to all who work on it.
    func isOthersWork(_ row: RecordRow) throws -> Bool {
        guard account.roles.mustSayWhyOutside else { return false }
        let today = clock().today
        let links = try connection.links(ofRecord: row.id)
        func target(_ name: String) throws -> Int64? { try links[name].flatMap { try connection.record($0)?.id } }
        let holders = try connection.allocations(asAt: today, knownAt: nil).holders(
            of: row.id, kind: row.reference.kind, suspect: target("suspect"), victim: target("victim"),
            investigation: row.investigation)
        // What stands with an account that was closed is nobody's work.
        let active = holders.filter { roster.user(named: $0)?.status == .active }
        return !active.isEmpty
            && Workplace.Desk(account.id, in: roster, on: today).names.isDisjoint(with: active)
    }
}
