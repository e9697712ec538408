// What follows by itself.

extension Machine {
    /// The first derived rule that holds for a record in that state: what follows by itself from other events.
    ///
    /// Rules that hang on the mere passing of days are not among them, nor those by which an opening falls away. Ask again
    /// after each: one may lead to another.
    /// - Parameters:
    ///   - day: the day of the event from which it would follow; nil leaves editions by the day of the event aside.
    ///   - fires: whether a rule may fire at all: one that follows from events, only if one of them has just happened.
    package func derived(
        at state: State, past: [State], begunOn: Day, on day: Day? = nil, around: some Surroundings,
        where fires: (Rule) -> Bool = { $0.triggers.isEmpty }
    ) -> Rule? {
        for place in derivedPlaces {
            // Nothing of the rule is copied before it is known to be asked for: most are not.
            guard rules[place].from.contains(state), rules[place].inForce.contains(begunOn),
                day.map(rules[place].during.contains) ?? true, rules[place].triggers.isEmpty || fires(rules[place])
            else { continue }
            let follows = rules[place].conditions.allSatisfy {
                holds($0, at: state, past: past, fields: [:], around: around)
            }
            guard follows, fires(rules[place]) else { continue }
            return rules[place]
        }
        return nil
    }
}
