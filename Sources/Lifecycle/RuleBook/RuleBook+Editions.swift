// The editions of the rule book. Only a table; which rule is of which, each rule and each clock says itself.

extension RuleBook {
    /// Every edition, the oldest first: each begins on a day on which a rule, an opening or a time limit changed.
    static let everyEdition = [
        Edition("before 2017", "Bail before charge has days to return and no period."),
        Edition(
            "2017.4", from: Day(year: 2017, month: 4, day: 3),
            """
            For arrests from this day bail before charge lasts 28 days, three months if a superintendent extends it, and \
            then as long as a court says.
            """),
        Edition(
            "2018.5", from: Day(year: 2018, month: 5, day: 25),
            "What a person asks of their own data is answered within a month, and no longer within 40 days."),
        Edition(
            "2021.4", from: Day(year: 2021, month: 4, day: 1),
            "The Victims' Code of 2021: the same working days, by twelve rights."),
        Edition(
            "2022.10", from: Day(year: 2022, month: 10, day: 28),
            """
            For arrests from this day bail before charge lasts three months, six if an inspector extends it, nine if a \
            superintendent does, and then as long as a court says.
            """),
        Edition(
            "2026.2", from: Day(year: 2026, month: 2, day: 5),
            "The time to answer a person's request stands still until it is clear what is asked for."),
    ]
}

extension RuleBook {
    /// The edition in force on a day, and its last day; nil for the last day of the newest.
    package func edition(on day: Day) -> (edition: Edition, until: Day?)? {
        let place = editions.lastIndex { $0.from.map { $0 <= day } ?? true }
        return place.map { place in
            let next = editions.indices.contains(place + 1) ? editions[place + 1].from : nil
            return (editions[place], next?.adding(days: -1))
        }
    }

    /// The rules as they are for a record that begins, and an event that happens, on a day.
    ///
    /// What no record that began then can come to is left out: its states, and the rules that lead from them alone.
    package func asOf(_ day: Day) -> RuleBook {
        RuleBook(
            edition: edition(on: day)?.edition.name ?? edition,
            inForceFrom: edition(on: day)?.edition.from ?? inForceFrom,
            machines: machines.map { $0.asOf(day) },
            consequences: consequences.filter { $0.during.contains(day) }, editions: editions)
    }
}

extension Machine {
    fileprivate func asOf(_ day: Day) -> Machine {
        let law = rules.filter { $0.isLaw(begunOn: day, on: day) }
        var reached: Set<State> = [initial]
        var more = true
        while more {
            let found = law.compactMap { $0.narrowed(to: reached) }.flatMap { $0.to.map(\.state) }
            more = !reached.isSuperset(of: found)
            reached.formUnion(found)
        }
        return Machine(
            id, title: title, initial: initial, terminal: terminal.filter(reached.contains),
            states: states.filter { reached.contains($0.id) }, rules: law.compactMap { $0.narrowed(to: reached) },
            notes: notes)
    }
}

extension Rule {
    /// The rule for records that can come to some of its states alone; nil if it leads from none of them.
    fileprivate func narrowed(to states: Set<State>) -> Rule? {
        var rule = self
        rule.from = from.filter(states.contains)
        rule.to = to.filter { destination in
            guard let condition = conditions.first(where: { $0.id == destination.when }) else { return true }
            // Back to where it was: only if it can have been there.
            return condition.link != "self" || !states.isDisjoint(with: condition.states)
        }
        return rule.from.isEmpty || rule.to.isEmpty ? nil : rule
    }
}
