// All the lifecycles together.

/// An edition of the rule book.
package struct RuleBook: Sendable {
    /// The edition's name.
    package let edition: String
    /// The day from which this program holds records to it; what the law was before, its rules say themselves.
    package let inForceFrom: Day
    /// Every machine, in the order of its name.
    package let machines: [Machine]

    /// An edition.
    package init(edition: String, inForceFrom: Day, machines: [Machine]) {
        self.edition = edition
        self.inForceFrom = inForceFrom
        self.machines = machines
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
