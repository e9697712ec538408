// One line of the rule book.

/// A rule: which event may take a record from which states to which, who may decide and record it, and what must hold.
package struct Rule: Sendable {
    /// The rule's name, such as `B1.arrest`: named in every refusal, never used again for another rule.
    package let id: String
    /// The machine it belongs to.
    package let machine: MachineID
    /// The event's name, such as `arrest`; several rules may be about one event, from different states.
    package let event: String
    /// Decision, occurrence or derived.
    package let kind: RuleKind
    /// What happens, in one plain sentence.
    package let words: String
    /// The states from which the event may happen.
    package internal(set) var from: [State]
    /// Where it leads: the first of these whose condition holds.
    package internal(set) var to: [Destination]
    /// The roles that may record it; none for a derived rule.
    package let recorders: [Role]
    /// Who may have decided it; none listed means that no particular person must have.
    package let deciders: [Decider]
    /// The second person's agreement that it needs to take effect, if any.
    package let approval: Approval?
    /// The fields of the event.
    package let requires: [Requirement]
    /// What must be true of other records; one that a destination names chooses that destination and binds no further.
    package let conditions: [Condition]
    /// What the program cannot know, and whoever records the event vouches for.
    package let attested: [String]
    /// What the event may set off in other records.
    package internal(set) var effects: [Effect]
    /// The time limit in words, if there is one.
    package let limit: String?
    /// Where the rule comes from.
    package let source: String
    /// Whether it is law or binding guidance, rather than this program's own choice.
    package let law: Bool
    /// The ids of the figures that count this event.
    package let marks: [String]
    /// The records to which it applies, by the day on which they began.
    package let inForce: InForce
    /// Whether it comes about by the mere passing of time: worked out for a day and never stored.
    package let timer: Bool
    /// The days of the event for which it is law: the editions that have it.
    package let during: InForce
    /// For a derived rule that follows from an event and not from how things stand: what sets it off.
    ///
    /// It fires where one of these events happens, at most once, and only if its conditions hold then.
    package let triggers: [Trigger]

    /// A rule; `variant` tells apart several rules about one event.
    package init(
        _ machine: MachineID, _ event: String, variant: String? = nil, _ kind: RuleKind, _ words: String, from: [State],
        to: [Destination], by recorders: [Role] = [], decidedBy deciders: [Decider] = [], approval: Approval? = nil,
        fields requires: [Requirement] = [], if conditions: [Condition] = [], attested: [String] = [],
        effects: [Effect] = [], limit: String? = nil, source: String, law: Bool, marks: [String] = [],
        inForce: InForce = .always, timer: Bool = false, during: InForce = .always, triggers: [Trigger] = []
    ) {
        self.id = "\(machine.rawValue).\(event)" + (variant.map { ".\($0)" } ?? "")
        self.machine = machine
        self.event = event
        self.kind = kind
        self.words = words
        self.from = from
        self.to = to
        self.recorders = recorders
        self.deciders = deciders
        self.approval = approval
        self.requires = requires
        self.conditions = conditions
        self.attested = attested
        self.effects = effects
        self.limit = limit
        self.source = source
        self.law = law
        self.marks = marks
        self.inForce = inForce
        self.timer = timer
        self.during = during
        self.triggers = triggers
    }

    /// Whether it follows from how other records stand, or from what happens to them.
    ///
    /// A derived rule that asks for neither is brought about otherwise: by the passing of time, or when what opened the
    /// record proves to have been no cause.
    package var followsByItself: Bool { kind == .derived && !timer && !(conditions.isEmpty && triggers.isEmpty) }
}
