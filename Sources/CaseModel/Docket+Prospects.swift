// What may be recorded next on a record of the docket.
package import Lifecycle

extension Docket {
    /// Every event that a person can record on `dossier`, and what stands in the way of each, if anything does.
    package func prospects(_ dossier: Dossier, recorders: Set<Role>?) -> [Prospect] {
        guard let machine = dossier.machine, let state = dossier.state else { return [] }
        let now = Place.end(of: Span.open)
        return machine.next(
            at: state, past: dossier.past(before: now), begunOn: dossier.begun, recorders: recorders,
            around: DocketSurroundings(docket: self, dossier: dossier, place: now))
    }
}
