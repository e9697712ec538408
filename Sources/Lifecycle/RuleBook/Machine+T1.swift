// Machine T1: work given to a member of the team. Only a table.

extension Machine {
    static let allocation = Machine(
        .t1, title: "Allocation of work", initial: "ALLOCATED", terminal: ["ENDED"],
        states: [
            StateEntry("ALLOCATED", "The record is this person's work."),
            StateEntry("ENDED", "The record is no longer this person's work."),
        ],
        rules: [
            Rule(
                .t1, "end", .decision, "The work is taken back, passed on or done.",
                from: ["ALLOCATED"], to: ["ENDED"], by: .jointSupervisors,
                fields: [
                    Requirement(
                        "why", .choice(["passed to somebody else", "done", "left the team", "other"]), .later,
                        "why it ends")
                ],
                source: "Design choice", law: false)
        ],
        notes: [
            """
            One record for each person to whom an investigation, a suspect or a victim is given. Several people may have the \
            same record; what is due on it is due from each of them. Giving it again is a new record.
            """
        ])
}
