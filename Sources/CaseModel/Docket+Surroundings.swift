// What the rules may ask of a docket, as of an event's place in time.
package import Lifecycle

/// The other records of a docket as they stood at one place in time, as seen from one record.
struct DocketSurroundings: Surroundings {
    let docket: Docket
    let dossier: Dossier
    let place: Place

    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
        if condition.link.hasPrefix("field:") {
            guard let reference = fields[String(condition.link.dropFirst(6))]?.reference else { return [] }
            if let named = docket.dossier(reference) { return state(of: named, condition) }
            return (docket.outside[reference]?.state).map { [$0] } ?? []
        }
        if condition.link.hasPrefix("own:") {
            let target = dossier.target(String(condition.link.dropFirst(4)), asOf: place)
            guard let target, let named = docket.dossiers[target] else { return [] }
            return state(of: named, condition)
        }
        var found: [State] = []
        for id in docket.linked(condition.record, condition.link, to: dossier.id) {
            guard let other = docket.dossiers[id] else { continue }
            if let target = other.target(condition.link, asOf: place), target != dossier.id { continue }
            found += state(of: other, condition)
        }
        return found
    }

    private func state(of other: Dossier, _ condition: Condition) -> [State] {
        for (name, allowed) in condition.whereField {
            let value: String? =
                switch other.facts[name] ?? RecordShape.of(other.reference.kind).standard(name) {
                case .choice(let choice), .text(let choice): choice
                case .flag(let flag): flag ? "true" : "false"
                case .count(let count): String(count)
                case .day(let day): day.iso
                case .reference(let reference): reference.text
                case nil: nil
                }
            guard let value, allowed.contains(value) else { return [] }
        }
        return other.state(asOf: place).map { [$0] } ?? []
    }
}

extension RecordShape {
    /// The value that a field has when none was given.
    package func standard(_ field: String) -> FieldValue? {
        kind == .charge && field == "role" ? .choice("PRIMARY") : nil
    }
}
