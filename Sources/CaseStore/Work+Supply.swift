// Supplying later fields of an event within a piece of work.
import CaseModel
import Interchange
import KeyRing
import Lifecycle

extension Work {
    /// Supplies fields of an event that were not given with it.
    ///
    /// - Returns: the event to which they were supplied.
    /// - Throws: ``Refused``, ``StoreError`` or ``FieldFault``; then nothing has changed.
    @discardableResult
    func supply(_ line: SupplyLine) throws -> Event {
        let (docket, dossier, index) = try home(ofEvent: line.event)
        let event = dossier.events[index]
        if !isPast, store.isShut(dossier.reference), event.recorder != store.keys.user {
            throw try store.refusal(
                of: "supply to support", "Of support this account supplies only what it recorded itself.")
        }
        if let id = line.id, try isTaken(id) { throw FieldFault("id", "is the id of another event already") }
        guard !line.fields.isEmpty else { throw FieldFault("fields", "are missing: there is nothing to supply") }
        // What was recorded while the clock was ahead became known on a day that has not come: it is added to all the same.
        let latest = max(moment.today, event.known)
        let known = line.known ?? latest
        guard known <= latest else { throw FieldFault("known", "is a day that has not come yet") }
        let fields = try typed(line.fields, event, dossier)
        for reference in fields.values.compactMap(\.reference) { try meet(reference, docket, on: event.when.last) }
        let supply = Supply(
            id: line.id, fields: fields, known: known, recordedAt: moment.milliseconds, recorder: store.keys.user,
            recorders: isPast ? nil : store.account.roles)
        let outcome = docket.supply(supply, to: dossier, index)
        try tellTrouble()
        switch outcome {
        case .refused(let refusals):
            throw Refused(isPast ? refusals : store.told(refusals, of: dossier.reference, event.name))
        case .recorded(let supplement):
            take(supplement.id)
            return dossier.events[index]
        }
    }

    /// Types what is supplied by what the event's rule asks for; a word of a command line may say any type.
    private func typed(
        _ fields: [String: Scalar], _ event: Event, _ dossier: Dossier
    ) throws -> [String: FieldValue] {
        let rule = dossier.machine?.rules(for: event.name).first { $0.id == event.rule }
        var typed: [String: FieldValue] = [:]
        for (name, scalar) in fields {
            guard let requirement = rule?.requires.first(where: { $0.field == name }) else {
                typed[name] = .text("")
                continue
            }
            var said = scalar
            if !isPast, case .text(let word) = scalar { said = Scalar(word: word, as: requirement.type) ?? scalar }
            guard let value = said.value(as: requirement.type) else {
                throw FieldFault(name, "is not \(requirement.type.words)", rule: event.rule)
            }
            typed[name] = value
        }
        return typed
    }
}
