// Events that came from another case file keep the ids that they had there.

extension Docket {
    /// Gives an event that was not kept yet the id that it has elsewhere.
    package func rename(_ dossier: Dossier, _ index: Int, to id: String) {
        let old = dossier.events[index].id
        dossier.events[index].id = id
        moveHome(from: old, to: id)
    }
}
