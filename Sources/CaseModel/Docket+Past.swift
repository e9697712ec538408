// Whether the past still stands after a change to it.
import Lifecycle

extension Docket {
    /// Makes a change to the past of `dossier` and takes it back if what stood before would no longer stand.
    ///
    /// Asked again is every record that the change touched, itself or by what follows from it, and every record whose
    /// rules look at one of those. What was broken before is not held against the change.
    ///
    /// - Parameters:
    ///   - author: what makes the change: the id of the event that is recorded or struck, or the record that is added.
    ///   - evenIfBroken: whether it is so all the same; then what stands no longer is marked as a breach.
    func keepingThePast(
        of dossier: Dossier, from cause: Cause, by author: String, evenIfBroken: Bool, _ change: () -> Void
    ) -> [Refusal] {
        trying {
            change()
            let day = cause.place.day
            let concerned = concerned(by: dossier, from: day)
            let after = concerned.flatMap { broken($0, from: day) }
            for dossier in concerned where dossier.hasSupplements { unmark(dossier, from: day, but: after, cause) }
            guard !after.isEmpty else { return [] }
            let already = asBefore {
                Set(concerned.filter { dossiers[$0.id] != nil }.flatMap { broken($0, from: day) }.map(\.event.id))
            }
            let fresh = after.filter { !already.contains($0.event.id) }
            guard evenIfBroken else { return fresh.map(\.refusal) }
            for broken in fresh { mark(broken.event, of: broken.dossier, by: author, cause) }
            return []
        }
    }

    /// The records whose lives the change touched, and those that look at them, as far as anything happened to them since.
    private func concerned(by dossier: Dossier, from day: Day) -> [Dossier] {
        var found = [dossier.id]
        let isNew = isBrought(dossier)
        let changed = (before ?? [:]).sorted { $0.key < $1.key }.compactMap { id, copy in
            dossiers[id].map { [$0, copy] }
        }
        for versions in changed + (isNew ? [[dossier]] : []) {
            let looking = versions.flatMap { watchers(of: $0, in: Watch.decided) }
            for id in versions.map(\.id) + looking.map(\.id) where !found.contains(id) { found.append(id) }
        }
        return found.compactMap { dossiers[$0] }.filter { ($0.lastPlace?.day).map { $0 >= day } ?? false }
    }

    /// Lets an event stand marked: an accepted change of the past has left it against the rules.
    private func mark(_ event: Event, of dossier: Dossier, by author: String, _ cause: Cause) {
        var mark = Event(
            seq: nextSeq(), id: newID(), rule: event.rule, name: event.name, when: event.when, after: author,
            known: max(cause.known, event.known), recordedAt: cause.recordedAt, recorder: cause.recorder,
            asHappened: true, supplements: event.seq)
        mark.anchor = event.anchor
        append(mark, to: dossier)
        marked.append(mark.seq)
    }

    /// Strikes the marks of events that stand against the rules no longer.
    private func unmark(
        _ dossier: Dossier, from day: Day, but broken: [(event: Event, dossier: Dossier, refusal: Refusal)],
        _ cause: Cause
    ) {
        let still = Set(broken.map(\.event.seq))
        for index in dossier.events.indices where dossier.events[index].isMark && dossier.events[index].struck == nil {
            let mark = dossier.events[index]
            guard mark.when.last >= day, let original = mark.supplements, !still.contains(original) else { continue }
            amend(dossier, index) { $0.struck = max(cause.known, $0.known) }
        }
    }

    /// The events of a life from a day on that the rules would not allow as the past now stands.
    private func broken(_ dossier: Dossier, from day: Day) -> [(event: Event, dossier: Dossier, refusal: Refusal)] {
        guard let machine = dossier.machine else { return [] }
        var found: [(event: Event, dossier: Dossier, refusal: Refusal)] = []
        for stand in dossier.life where stand.place.day >= day {
            if let event = stand.event.map({ dossier.events[$0] }), !event.asHappened, !event.derived {
                let past = dossier.past(before: stand.place)
                let verdict = machine.apply(
                    event.attempt(machine), at: past.last ?? machine.initial, past: past, begunOn: dossier.begun,
                    around: DocketSurroundings(docket: self, dossier: dossier, place: stand.place))
                if case .refused(let refusals) = verdict, let first = refusals.first {
                    let why = "It would break \(event.id), which is recorded on \(dossier.reference.text) already: "
                    let refusal = Refusal(
                        rule: first.rule, why: why + first.why, missing: first.missing, accounts: first.accounts,
                        deciders: first.deciders)
                    found.append((event, dossier, refusal))
                }
            }
        }
        return found
    }
}
