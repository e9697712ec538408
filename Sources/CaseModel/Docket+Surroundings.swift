// What the rules may ask of a docket, as of an event's place in time.
package import Lifecycle

/// The other records of a docket as they stood at one place in time, as seen from one record.
struct DocketSurroundings: Surroundings {
    let docket: Docket
    let dossier: Dossier
    let place: Place
    /// What a walk through the past has seen already; nil outside one.
    var sights: Sights?

    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
        // What follows by itself has no fields.
        if let sights { return sights.states(condition, self) }
        if condition.link.hasPrefix("field:") {
            guard let reference = fields[String(condition.link.dropFirst(6))]?.reference else { return [] }
            if let named = docket.dossier(reference) { return state(of: named, condition) }
            return (docket.outside[reference]?.state).map { [$0] } ?? []
        }
        var found: [State] = []
        for other in linked(condition) {
            guard isAsked(other, condition), let state = other.state(asOf: place) else { continue }
            found.append(state)
        }
        return found
    }

    func latest(_ condition: Condition, fields: [String: FieldValue]) -> [(state: State, event: String?)] {
        guard condition.link != "self" else {
            let state = dossier.state(asOf: place) ?? dossier.machine?.initial
            return state.map { [(state: $0, event: dossier.latest(of: condition.amongEvents, asOf: place)?.name)] }
                ?? []
        }
        guard !condition.link.hasPrefix("field:") else { return states(condition, fields: fields).map { ($0, nil) } }
        return linked(condition).compactMap { other in
            guard isAsked(other, condition), let state = other.state(asOf: place) else { return nil }
            return (state, other.latest(of: condition.amongEvents, asOf: place)?.name)
        }
    }

    /// The day from which it is known that a condition of a derived rule holds, if it does hold.
    func believed(_ condition: Condition) -> Day? {
        guard condition.link != "self" else {
            return dossier.latest(of: condition.amongEvents, asOf: place).flatMap(\.believedFrom)
        }
        guard !condition.link.hasPrefix("field:") else { return nil }
        var days: [Day] = []
        for other in linked(condition) {
            guard isAsked(other, condition), let state = other.state(asOf: place) else { continue }
            let last = condition.asksForEvents ? other.latest(of: condition.amongEvents, asOf: place) : nil
            if condition.quantifier != .any || condition.states.contains(state) && condition.isMet(byLatest: last?.name)
            {
                days.append(max(other.believed(asOf: place), last?.believedFrom ?? other.known))
            }
        }
        return condition.quantifier == .any ? days.min() : days.max()
    }

    /// The records that a condition finds by a link, its own or theirs.
    private func linked(_ condition: Condition) -> [Dossier] { found(condition.record, by: condition.link) }

    /// The records of a kind that a link finds at that place: `own:NAME` the one that the record's own link points to.
    func found(_ kind: RecordKind, by link: String) -> [Dossier] {
        if link == "this" { return kind == dossier.reference.kind ? [dossier] : [] }
        if link.hasPrefix("own:") {
            let target = dossier.target(String(link.dropFirst(4)), asOf: place)
            return target.flatMap { docket.dossiers[$0] }.map { [$0] } ?? []
        }
        return docket.linked(kind, link, to: dossier.id).compactMap { id in
            guard let other = docket.dossiers[id] else { return nil }
            return other.target(link, asOf: place) == dossier.id ? other : nil
        }
    }

    /// Whether a link finds this very record.
    func finds(_ id: Int64, by link: String) -> Bool {
        if link == "self" || link == "this" { return id == dossier.id }
        if link.hasPrefix("own:") { return dossier.target(String(link.dropFirst(4)), asOf: place) == id }
        return docket.dossiers[id]?.target(link, asOf: place) == dossier.id
    }

    private func state(of other: Dossier, _ condition: Condition) -> [State] {
        guard isAsked(other, condition) else { return [] }
        return other.state(asOf: place).map { [$0] } ?? []
    }

    /// Whether a record has the fields that a condition asks for.
    func isAsked(_ other: Dossier, _ condition: Condition) -> Bool {
        for (name, allowed) in condition.whereField {
            let value: String? =
                switch other.facts[name] ?? RecordShape.standard(name, of: other.reference.kind) {
                case .choice(let choice), .text(let choice): choice
                case .flag(let flag): flag ? "true" : "false"
                case .count(let count): String(count)
                case .day(let day): day.iso
                case .reference(let reference): reference.text
                case nil: nil
                }
            guard let value, allowed.contains(value) else { return false }
        }
        return true
    }
}

extension RecordShape {
    /// The value that a field has when none was given.
    package func standard(_ field: String) -> FieldValue? { Self.standard(field, of: kind) }

    static func standard(_ field: String, of kind: RecordKind) -> FieldValue? {
        kind == .charge && field == "role" ? .choice("PRIMARY") : nil
    }
}
