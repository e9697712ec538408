// Supplying fields of an event after it was recorded.
package import Lifecycle

/// Fields of an event that somebody asks to be supplied.
package struct Supply: Sendable {
    /// The id that the supplement is to have; nil for a new one.
    package var id: String?
    /// The fields.
    package var fields: [String: FieldValue]
    /// The day on which they became known.
    package var known: Day
    /// When they are being recorded, in milliseconds of UTC.
    package var recordedAt: Int64
    /// The account that supplies them.
    package var recorder: String
    /// The roles of that account; nil where the rule's recorders are not asked for, as in an import of the past.
    package var recorders: Set<Role>?

    package init(
        id: String? = nil, fields: [String: FieldValue], known: Day, recordedAt: Int64, recorder: String,
        recorders: Set<Role>?
    ) {
        (self.id, self.fields, self.known) = (id, fields, known)
        (self.recordedAt, self.recorder, self.recorders) = (recordedAt, recorder, recorders)
    }
}

extension Docket {
    /// Supplies fields of an event that its rule asks for and that were not given with it.
    ///
    /// The whole past must still obey the rules, as after a backdated event.
    package func supply(_ supply: Supply, to dossier: Dossier, _ index: Int) -> Outcome {
        let event = dossier.events[index]
        func refuse(_ why: String) -> Outcome { .refused([Refusal(rule: event.rule, why: why)]) }
        guard event.supplements == nil, !event.derived, let machine = dossier.machine else {
            return refuse("\(event.id) is no event of its own: nothing can be supplied to it.")
        }
        guard event.struck == nil else { return refuse("\(event.id) is struck.") }
        guard supply.known >= event.known else { return refuse("It cannot be known before \(event.id) was.") }
        guard supply.id.map({ self.event($0) == nil }) ?? true else { return refuse("There is such an event already.") }
        let around = DocketSurroundings(docket: self, dossier: dossier, place: event.place)
        let refusal = machine.weigh(
            supply.fields, suppliedTo: event.attempt(machine), under: event.rule, recorders: supply.recorders,
            at: dossier.state(before: event.place), past: dossier.past(before: event.place), around: around)
        if let refusal { return .refused([refusal]) }
        for link in RecordShape.eventLinks(of: dossier.reference.kind) {
            guard let named = supply.fields[link.name]?.reference, self.dossier(named) == nil else { continue }
            return refuse("\(named.text) does not belong to the same investigation.")
        }
        var supplement = Event(
            seq: nextSeq(), id: supply.id ?? newID(), rule: event.rule, name: event.name, when: event.when,
            known: supply.known, recordedAt: supply.recordedAt, recorder: supply.recorder, fields: supply.fields,
            supplements: event.seq)
        supplement.anchor = event.anchor
        let cause = Cause(supplement)
        let wrong = keepingThePast(of: dossier, from: cause, by: supplement.id, evenIfBroken: event.asHappened) {
            append(supplement, to: dossier)
            // What is opened may hang on what is supplied.
            guard event.stands, supplement.movesLinks || supply.fields[Opening.rights] != nil else { return }
            settle(dossier, cause)
        }
        return wrong.isEmpty ? .recorded(supplement) : .refused(wrong)
    }
}

extension Dossier {
    /// Where it stood just before `place`.
    fileprivate func state(before place: Place) -> State {
        past(before: place).last ?? machine?.initial ?? ""
    }
}
