// A clock as the rule book describes it: what must be done, by when, and why.

/// A time limit: what starts it, how long it runs, what stops it, whose it is and where it comes from.
package struct Clock: Sendable, Identifiable {
    /// Its name, such as `B2.abp`: stands in spans, never used again for another.
    package let id: String
    /// The machine whose records it runs for; nil for one that runs for an event of any.
    package let machine: MachineID?
    /// What its last day is, in one plain phrase: `the bail period ends`.
    package let words: String
    /// Whose it is.
    package let owner: Owner
    /// How long it runs, in words.
    package let limit: String
    /// What starts it, in words.
    package let start: String
    /// What stops it, in words.
    package let stops: String
    /// The rule that holds when it has run out; nil if nothing follows by itself.
    package let rule: String?
    /// Where it comes from.
    package let source: String
    /// Whether it is law or binding guidance, rather than this program's own choice.
    package let law: Bool
    /// How its days are reckoned.
    let reckoning: Reckoning

    /// How a clock's days are reckoned.
    enum Reckoning: Sendable {
        /// The bail period: three regimes, standing still, the floor, days in hospital.
        case bail
        /// A duty under the Victims' Code: by the edition of the Code and the victim's rights.
        case duty
        /// A request for one's own data: from the latest day that counts, standing still while it is made clear.
        case request
        /// A stay in certain states.
        case stay(Stay)
        /// One event, whatever comes after it.
        case event
    }

    /// The states during which a clock runs, and its length.
    struct Stay: Sendable {
        /// The states.
        let states: [State]
        /// Whether it runs on from one of them to another; else each change of state ends it.
        let across: Bool
        /// The day field of an event that says the last day.
        let field: String?
        /// The events whose field is meant; empty: those of every event.
        let given: [String]
        /// The open field of the record that says the last day.
        let fact: String?
        /// How long it is where no field says; nil: then there is none.
        let period: Period?
        /// Events with which alone it begins; empty: it begins with the stay.
        let begins: [String]
        /// Events that begin it anew.
        let restarts: [String]
        /// Events that end it.
        let ends: [String]
        /// An open field, and the values with which a record has this clock; nil: every record has it.
        let only: (fact: String, values: [String])?
        /// Whether what follows when it has run out is so on its last day already, rather than the day after.
        let lapsesOnTheDay: Bool
    }

    init(
        _ id: String, _ machine: MachineID?, _ words: String, owner: Owner, limit: String, from start: String,
        until stops: String, rule: String? = nil, source: String, law: Bool, _ reckoning: Reckoning
    ) {
        self.id = id
        self.machine = machine
        self.words = words
        self.owner = owner
        self.limit = limit
        self.start = start
        self.stops = stops
        self.rule = rule
        self.source = source
        self.law = law
        self.reckoning = reckoning
    }

    /// The clock of that name; nil if there is none.
    package static func named(_ id: String) -> Clock? { byName[id] }

    /// Every clock, those of the machines first, in the order of their machines.
    package static let all: [Clock] = custody + investigation + rights + review + retention + events

    /// The clocks that run for records of a machine.
    package static func of(_ machine: MachineID) -> [Clock] { byMachine[machine] ?? [] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    private static let byMachine = Dictionary(
        grouping: all.compactMap { clock in clock.machine.map { (machine: $0, clock: clock) } }, by: \.machine
    ).mapValues { $0.map(\.clock) }
}
