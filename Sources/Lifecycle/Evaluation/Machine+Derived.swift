// What follows by itself.

extension Machine {
    /// The first derived rule that holds for a record in that state: what follows by itself from other events.
    ///
    /// Rules that hang on the mere passing of days are not among them. Ask again after each: one may lead to another.
    package func derived(at state: State, past: [State], begunOn: Day, around: some Surroundings) -> Rule? {
        for place in derivedPlaces {
            let rule = rules[place]
            guard rule.from.contains(state), rule.inForce.contains(begunOn) else { continue }
            let follows = rule.conditions.allSatisfy {
                holds($0, at: state, past: past, fields: [:], around: around)
            }
            guard follows else { continue }
            return rule
        }
        return nil
    }
}
