// What came from another case file keeps the ids and references that it had there.
package import Lifecycle

extension Docket {
    /// Gives an event that was not kept yet the id that it has elsewhere.
    package func rename(_ dossier: Dossier, _ index: Int, to id: String) {
        let old = dossier.events[index].id
        dossier.events[index].id = id
        moveHome(from: old, to: id)
    }

    /// Gives a record that an event opened, and that was not kept yet, the reference that it is to have.
    package func rename(_ dossier: Dossier, to reference: Reference) {
        moveNumber(of: dossier, to: reference)
        dossier.reference = reference
    }

    /// The record that this event opened for these others and that answers to no reference yet, by its number.
    package func opened(_ kind: RecordKind, by cause: String, for targets: Set<Int64>, about trigger: FieldValue?)
        -> [Dossier]
    {
        opened.compactMap { dossiers[$0] }.filter { dossier in
            dossier.isNew && dossier.reference.kind == kind && dossier.cause == cause
                && targets.isSubset(of: dossier.links.values) && (trigger == nil || dossier.facts["trigger"] == trigger)
        }
    }
}
