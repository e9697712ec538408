// Machine C1, what a victim is told and wishes to be told. Only a table.

/// An event that leaves the person's engagement as it is: one rule for each state, so that none is ambiguous.
private func unchanged(
    _ event: String, _ kind: RuleKind, _ words: String, at states: [State], by recorders: [Role] = .joint,
    fields: [Requirement] = [], limit: String? = nil, source: String, law: Bool
) -> [Rule] {
    states.map { state in
        Rule(
            .c1, event, variant: state.rawValue.lowercased(), kind, words, from: [state], to: [Destination(state)],
            by: recorders, fields: fields, limit: limit, source: source, law: law)
    }
}

let victimTelling: [Rule] =
    unchanged(
        "tell", .occurrence, "The person is told everything that is to be told, in one contact.", at: .livingVictims,
        fields: [
            Requirement(
                "channel", .choice(["in person", "telephone", "message", "letter", "through another agency"]), .later,
                "how the person was told"),
            Requirement("content", .text, .unknownAllowed, "what the person was told"),
        ],
        limit: "each matter: 5 working days, 1 with enhanced rights", source: "Victims' Code (to be confirmed)",
        law: true)
    + unchanged(
        "opt_out", .occurrence, "The person asks not to be told of what happens.", at: .engagedVictims,
        fields: [
            Requirement("own_words", .text, .unknownAllowed, "what the person said"),
            Requirement("offer_again_on", .day, .unknownAllowed, "the day on which to ask again", after: "on"),
        ],
        source: "Victims' Code (to be confirmed): a victim may choose not to be told", law: true)
    + unchanged(
        "opt_in", .occurrence, "The person asks to be told again of what happens.", at: .engagedVictims,
        fields: [Requirement("own_words", .text, .unknownAllowed, "what the person said")],
        source: "Victims' Code (to be confirmed): a victim may choose to be told", law: true)
    + unchanged(
        "assess_needs", .decision, "The person's needs and rights are assessed anew.", at: .engagedVictims,
        fields: [
            Requirement("enhanced_rights", .flag, .now, "whether the person has enhanced rights"),
            Requirement(
                "because",
                .choice([
                    "victim of the most serious crime", "persistently targeted", "vulnerable or intimidated", "none",
                ]),
                .later, "why, or that no ground applies"),
        ],
        source:
            "Victims' Code, right 4; anyone who complains of a sexual offence has enhanced rights unless they decline",
        law: true)
