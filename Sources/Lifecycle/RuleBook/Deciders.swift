// Who decides what: ranks and offices, each hierarchy spelled out.

extension [Rank] {
    static let assistantChiefConstableUp: [Rank] = [
        "assistant chief constable", "commander", "deputy chief constable", "deputy assistant commissioner",
        "assistant commissioner", "chief constable", "deputy commissioner", "commissioner",
    ]
    static let superintendentUp: [Rank] =
        [
            "superintendent", "detective superintendent", "chief superintendent", "detective chief superintendent",
        ] + assistantChiefConstableUp
    static let inspectorUp: [Rank] =
        ["inspector", "detective inspector", "chief inspector", "detective chief inspector"] + superintendentUp
    static let sergeantUp: [Rank] = ["sergeant", "detective sergeant"] + inspectorUp
}

extension Decider {
    /// A custody officer is a sergeant at least (PACE 1984 s.36(3)), or whoever is appointed to act as one.
    static let custodyOfficer = Decider(
        "a custody officer", ranks: ["custody officer"] + [Rank].sergeantUp, of: .police)
    static let supervisor = Decider(
        "a sergeant, a supervisory investigative officer, or above",
        ranks: ["supervisory investigative officer"] + [Rank].sergeantUp, of: .police)
    static let inspector = Decider("an inspector or above", ranks: .inspectorUp, of: .police)
    static let superintendent = Decider("a superintendent or above", ranks: .superintendentUp, of: .police)
    static let assistantChiefConstable = Decider(
        "an assistant chief constable, a commander, or above", ranks: .assistantChiefConstableUp, of: .police)
    static let prosecutor = Decider("a prosecutor", of: .prosecution)
    static let court = Decider("the court", of: .court)
}
