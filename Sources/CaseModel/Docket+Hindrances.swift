// Which other records stand in the way of an event.
package import Lifecycle

extension Docket {
    /// The conditions of a rule on other records that do not hold, each with the records on which that hangs.
    ///
    /// Conditions on a record that a field will name are left out, as are those that only choose where the event leads.
    /// - Parameter day: the day on which it would happen; the last in the docket, if that is later.
    package func hindrances(of rule: Rule, of dossier: Dossier, on day: Day) -> [Hindrance] {
        let around = DocketSurroundings(docket: self, dossier: dossier, place: .end(of: max(day, tick.day)))
        return rule.conditions.compactMap { condition in
            guard condition.link != "self", !condition.link.hasPrefix("field:") else { return nil }
            guard !rule.to.contains(where: { $0.when == condition.id }) else { return nil }
            let found = around.found(condition.record, by: condition.link).compactMap { other -> Hindrance.Standing? in
                guard around.isAsked(other, condition), let state = other.state(asOf: around.place) else { return nil }
                return Hindrance.Standing(other.reference, state)
            }
            guard !condition.holds(for: found.map(\.state)) else { return nil }
            let wrong = found.filter { condition.states.contains($0.state) == (condition.quantifier == .none) }
            return Hindrance(
                condition.words, wrong.sorted { $0.reference < $1.reference },
                wanted: found.isEmpty ? condition.record : nil)
        }
    }
}
