// A lifecycle: its states and its rules.

/// A lifecycle, as data.
package struct Machine: Sendable {
    /// Its name.
    package let id: MachineID
    /// What goes through it, in words.
    package let title: String
    /// The state in which a record begins.
    package let initial: State
    /// The states that count as closed; some have a lawful way back.
    package let terminal: [State]
    /// Every state.
    package let states: [StateEntry]
    /// Every rule.
    package let rules: [Rule]
    /// What a reader should know besides.
    package let notes: [String]

    /// Where in `rules` the rules of each event stand, by state: worked out once, so that asking is quick.
    let index: [String: EventIndex]
    /// Where in `rules` those stand that come about by themselves, except by the passing of days.
    let derivedPlaces: [Int]

    /// A machine.
    package init(
        _ id: MachineID, title: String, initial: State, terminal: [State], states: [StateEntry], rules: [Rule],
        notes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.initial = initial
        self.terminal = terminal
        self.states = states
        self.rules = rules
        self.notes = notes
        var index: [String: EventIndex] = [:]
        for (place, rule) in rules.enumerated() {
            index[rule.event, default: EventIndex()].add(rule, at: place)
        }
        self.index = index
        derivedPlaces = rules.indices.filter { rules[$0].followsByItself }
    }

    /// The kind of record that goes through it.
    package var record: RecordKind { id.record }

    /// Whether a record in that state counts as closed.
    package func isTerminal(_ state: State) -> Bool {
        terminal.contains(state)
    }

    /// The state's entry; nil if the machine has no such state.
    package func entry(_ state: State) -> StateEntry? {
        states.first { $0.id == state }
    }

    /// The rules about that event, in the rule book's order.
    package func rules(for event: String) -> [Rule] {
        index[event]?.places.map { rules[$0] } ?? []
    }
}
