// What may be recorded next on a record of the docket.
package import Lifecycle

extension Docket {
    /// Every event that a person can record on `dossier` on a day, and what stands in the way of each, if anything does.
    ///
    /// - Parameter day: the day on which it would happen; the last in the docket, if that is later.
    package func prospects(_ dossier: Dossier, recorders: Set<Role>?, on day: Day) -> [Prospect] {
        let now = Place.end(of: max(day, tick.day))
        guard let machine = dossier.machine, let state = dossier.state(asOf: now) else { return [] }
        return machine.next(
            at: state, past: dossier.past(before: now), begunOn: dossier.begun, on: now.day,
            recorders: recorders, around: DocketSurroundings(docket: self, dossier: dossier, place: now))
    }
}
