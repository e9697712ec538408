// Whether the past still stands after a change to it.
import Lifecycle

extension Docket {
    /// Makes a change to the past of `dossier` and takes it back if what stood before would no longer stand.
    ///
    /// Asked again is every record that the change touched, itself or by what follows from it, and every record whose
    /// rules look at one of those. What was broken before is not held against the change.
    func keepingThePast(of dossier: Dossier, evenIfBroken: Bool, _ change: () -> Void) -> [Refusal] {
        trying {
            change()
            guard !evenIfBroken else { return [] }
            let concerned = concerned(by: dossier)
            let after = concerned.flatMap(broken)
            guard !after.isEmpty else { return [] }
            let already = asBefore { Set(concerned.flatMap(broken).map(\.event)) }
            return after.filter { !already.contains($0.event) }.map(\.refusal)
        }
    }

    private func concerned(by dossier: Dossier) -> [Dossier] {
        var found = [dossier.id]
        for (id, copy) in (before ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let touched = dossiers[id] else { continue }
            let looking = watchers(of: touched, in: Watch.decided) + watchers(of: copy, in: Watch.decided)
            for id in [id] + looking.map(\.id) where !found.contains(id) { found.append(id) }
        }
        return found.compactMap { dossiers[$0] }
    }

    /// The events of a life that the rules would not allow as the past now stands.
    private func broken(_ dossier: Dossier) -> [(event: String, refusal: Refusal)] {
        guard let machine = dossier.machine else { return [] }
        var found: [(event: String, refusal: Refusal)] = []
        var past = [machine.initial]
        var state = machine.initial
        for stand in dossier.life {
            let event = dossier.events[stand.event]
            if !event.asHappened, !event.derived {
                let verdict = machine.apply(
                    event.attempt(machine), at: state, past: past, begunOn: dossier.begun,
                    around: DocketSurroundings(docket: self, dossier: dossier, place: stand.place))
                if case .refused(let refusals) = verdict, let first = refusals.first {
                    let why = "It would break \(event.id), which is recorded on \(dossier.reference.text) already: "
                    found.append(
                        (
                            event.id,
                            Refusal(
                                rule: first.rule, why: why + first.why, missing: first.missing,
                                accounts: first.accounts, deciders: first.deciders)
                        ))
                }
            }
            state = stand.state
            past.append(state)
        }
        return found
    }
}
