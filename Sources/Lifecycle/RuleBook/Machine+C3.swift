// Machine C3: a duty to tell a victim of one thing that happened. Only a table.

extension Machine {
    static let duty = Machine(
        .c3, title: "Duty to tell a victim", initial: "DUE", terminal: ["MET", "MET_LATE", "EXCEPTED", "FALLEN_AWAY"],
        states: dutyStates, rules: dutyByHand + dutyByItself,
        notes: [
            """
            One record for each thing that a victim must be told of. The program opens it when that thing is recorded: see \
            what events open. Nobody is told twice: one contact, recorded once as `tell` of the victim, meets every duty \
            then due.
            """,
            """
            A victim who has asked not to be told is excepted without being asked each time. What the victim's safety \
            needs is told all the same, and recorded.
            """,
        ])
}

private let dutyStates: [StateEntry] = [
    StateEntry("DUE", "The victim is to be told; the time runs."),
    StateEntry("MET", "The victim has been told in time, or after an exception."),
    StateEntry("MET_LATE", "The victim has been told, but late."),
    StateEntry("EXCEPTED", "The victim need not be told, for a reason that is recorded."),
    StateEntry("OVERDUE", "The time has passed and the victim has not been told."),
    StateEntry("FALLEN_AWAY", "There was no such duty: what it was about did not happen, or it was recorded in error."),
]

private let code =
    "Victims' Code: 5 working days, 1 with enhanced rights (2015 Code; the Code in force to be confirmed)"
private let toldHow: [Requirement] = [
    Requirement(
        "channel", .choice(["in person", "telephone", "message", "letter", "through another agency"]), .later,
        "how the victim was told"),
    Requirement("content", .text, .unknownAllowed, "what the victim was told"),
]
private let lateBecause = Requirement("why", .text, .now, "why the victim was told late")

private let dutyByHand: [Rule] = [
    Rule(
        .c3, "notify", .occurrence, "The victim is told in time.",
        from: ["DUE"], to: ["MET"], by: .joint, fields: toldHow,
        limit: "5 working days from the day after, 1 with enhanced rights", source: code, law: true),
    Rule(
        .c3, "notify_late", .occurrence, "The victim is told late.",
        from: ["OVERDUE"], to: ["MET_LATE"], by: .joint, fields: [lateBecause] + toldHow, source: code, law: true),
    Rule(
        .c3, "told_after_all", .occurrence, "The victim is told although there was an exception.",
        from: ["EXCEPTED"], to: ["MET"], by: .joint, fields: toldHow,
        source: "Design choice: what stood in the way is gone, or safety demands it", law: false),
    Rule(
        .c3, "except", .decision, "The victim is not to be told of this.",
        from: ["DUE", "OVERDUE"], to: ["EXCEPTED"], by: .jointSupervisors,
        fields: [
            Requirement(
                "why",
                .choice([
                    "the victim asked not to be told of it", "telling would put somebody at risk",
                    "telling would harm the investigation or trial", "the victim cannot be found", "other",
                ]), .now, "why the victim is not to be told"),
            Requirement("rationale", .text, .later, "the reasons written out"),
            Requirement("review_on", .day, .unknownAllowed, "the day on which to ask again", after: "on"),
        ],
        source: "Victims' Code (to be confirmed)", law: true),
    Rule(
        .c3, "set_aside", .decision, "The duty was recorded in error.",
        from: ["DUE", "OVERDUE"], to: ["FALLEN_AWAY"], by: .jointSupervisors,
        fields: [
            Requirement("why", .choice(["duplicate", "recorded in error", "other"]), .now, "what the error is"),
            Requirement("rationale", .text, .later, "the reasons written out"),
        ],
        source: "Design choice", law: false),
]

private let victimTold = [Trigger("C1.tell", link: "own:victim")]

private let dutyByItself: [Rule] = [
    Rule(
        .c3, "told", .derived, "The victim was told, in a contact that meets every duty then due.",
        from: ["DUE"], to: ["MET"], source: code, law: true, triggers: victimTold),
    Rule(
        .c3, "told_late", .derived, "The victim was told late, in a contact that meets every duty then due.",
        from: ["OVERDUE"], to: ["MET_LATE"], source: code, law: true, triggers: victimTold),
    Rule(
        .c3, "except_standing", .derived, "The victim has asked not to be told.",
        from: ["DUE", "OVERDUE"], to: ["EXCEPTED"],
        if: [
            Condition(
                "opted_out", "the victim has asked not to be told, and has not since asked to be told again", .any,
                .victim, link: "own:victim", in: .livingVictims, events: ["opt_out"],
                amongEvents: ["opt_out", "opt_in"])
        ],
        source: "Victims' Code (to be confirmed): a victim may choose not to be told", law: true),
    Rule(
        .c3, "victim_died", .derived, "The victim has died.",
        from: ["DUE", "OVERDUE"], to: ["EXCEPTED"],
        if: [Condition("victim_dead", "the victim has died", .any, .victim, link: "own:victim", in: ["DECEASED"])],
        source: "Design choice: what the family is to be told is agreed with them", law: false),
    Rule(
        .c3, "not_a_victim", .derived, "The person has been assessed as not a victim.",
        from: ["DUE", "OVERDUE"], to: ["EXCEPTED"],
        if: [
            Condition(
                "no_victim", "the person has been assessed as not a victim", .any, .victim, link: "own:victim",
                in: ["NOT_VICTIM"])
        ],
        source: "Data Protection Act 2018 s.38(3); design choice", law: false),
    Rule(
        .c3, "fall_away", .derived, "What the victim was to be told of proves not to have happened.",
        from: ["DUE", "OVERDUE"], to: ["FALLEN_AWAY"], source: "Design choice", law: false),
    Rule(
        .c3, "lapse", .derived, "The time passes and the victim has not been told.",
        from: ["DUE"], to: ["OVERDUE"], limit: "timer: the day after the last working day in time; never stored",
        source: code, law: true, timer: true),
]
