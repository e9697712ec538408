// All the lifecycles together.

/// The rule book: every lifecycle with its rules, what they open elsewhere, and the editions that they came in.
///
/// Each rule says for which days it is law, so that one book holds every edition and a history is judged, event by event,
/// by the one in force on the day.
package struct RuleBook: Sendable {
    /// The newest edition's name.
    package let edition: String
    /// The day from which this program holds records to it; what the law was before, its rules say themselves.
    package let inForceFrom: Day
    /// Every machine, in the order of its name.
    package let machines: [Machine]
    /// What events open elsewhere.
    package let consequences: [Consequence]
    /// The editions, the oldest first.
    package let editions: [Edition]

    /// A rule book.
    package init(
        edition: String, inForceFrom: Day, machines: [Machine], consequences: [Consequence] = [],
        editions: [Edition] = []
    ) {
        self.edition = edition
        self.inForceFrom = inForceFrom
        self.machines = machines
        self.consequences = consequences
        self.editions = editions
    }

    /// The machine of that name; nil if this edition lacks it.
    package func machine(_ id: MachineID) -> Machine? {
        machines.first { $0.id == id }
    }

    /// The machine that records of that kind go through; nil if they have none.
    package func machine(for kind: RecordKind) -> Machine? {
        machines.first { $0.record == kind }
    }

    /// The rule of that name; nil if there is none.
    package func rule(_ id: String) -> Rule? {
        for machine in machines {
            if let rule = machine.rules.first(where: { $0.id == id }) { return rule }
        }
        return nil
    }
}
