// What a release is made of: counted from the file, and put together by Publishing.
import DisclosureControl
import Figures
import Lifecycle
import Publishing
import Rows
import SQLite

extension CaseStore {
    /// What a request comes to, from the file as it is; no name is opened for it.
    ///
    /// Throws ``StoreError`` with what forbids it.
    ///
    /// - Parameters:
    ///   - published: the releases that readers had before, in their order.
    ///   - facts: the figures given elsewhere that were known before.
    func compose(
        _ request: ReleaseRequest, _ reference: ReleaseReference, _ published: [StoredRelease], _ facts: [NotedFact],
        _ progress: (Progress) throws -> Void
    ) throws -> ReleaseMaterial {
        if let composer { return try composer(request, reference) }
        do {
            let earlier = try published.map { EarlierRelease($0.content, statements: try $0.statements) }
            let plan = try plan(request, beside: earlier)
            let days = ReleaseInput.days(asAt: request.asAt, earlier: earlier)
            let counted = try counted(asAt: days, knownAt: request.knownAt)
            let breakdowns = try PeopleCount(connection, asAt: request.asAt, knownAt: request.knownAt)
                .counts(plan.breakdowns)
            let input = ReleaseInput(
                reference: reference.text, title: request.title ?? "Progress to \(request.asAt.words)", plan: plan,
                asAt: request.asAt, knownAt: request.knownAt, corrects: request.corrects?.text,
                because: request.because, next: request.next?.iso, contact: request.contact,
                rules: RuleBook.current.edition, reports: counted.reports, sums: counted.reconciliations,
                breakdowns: breakdowns, earlier: earlier, facts: facts.map(\.fact), departures: request.departures,
                merges: try request.merges.map { try Merge($0) })
            let assembly = try Assembly(input, progress: progress)
            return ReleaseMaterial(
                content: assembly.content, statements: assembly.statements, protection: assembly.protection)
        } catch let fault as ReleaseFault {
            throw StoreError(fault.kind == .damaged ? .damaged : .badData, fault.sentence)
        } catch let refusal as BreakdownRefusal {
            throw StoreError(.badData, refusal.message)
        } catch let refusal as DisclosureRefusal {
            throw StoreError(.badData, "\(refusal)")
        }
    }

    /// The breakdowns that were asked for, or the usual ones.
    private func plan(_ request: ReleaseRequest, beside earlier: [EarlierRelease]) throws -> ReleasePlan {
        var plan = ReleasePlan.standard
        if !request.breakdowns.isEmpty { plan.breakdowns = try request.breakdowns.map { try Breakdown($0) } }
        if let fault = plan.faults(beside: earlier).first { throw fault }
        return plan
    }
}
