// Machine B2, the extensions of bail by an officer. Only a table.

private let from2017To2022 = InForce(
    from: Day(year: 2017, month: 4, day: 3), to: Day(year: 2022, month: 10, day: 27))
private let from2022 = InForce(from: Day(year: 2022, month: 10, day: 28))

private let extensionFields: [Requirement] = [
    Requirement("until", .day, .later, "the day on which the extended period ends", after: "on"),
    Requirement("representations", .text, .unknownAllowed, "what the person or solicitor said, and how it was weighed"),
]

private let extensionAttested = [
    """
    There are grounds to suspect guilt; more time is needed; the work is being done diligently; bail is necessary and \
    proportionate.
    """,
    "The person or solicitor was told before and after.",
]

/// An extension from one period to the next, and the same while the CPS waits for more and the period runs again.
private func extended(
    _ event: String, _ words: String, from: State, to: State, by decider: Decider, limit: String, source: String,
    inForce: InForce, fields: [Requirement] = []
) -> [Rule] {
    let before: [State] = from == "BAIL_INITIAL" ? ["BAIL_INITIAL", "DETAINED"] : [from]
    let same = Condition(
        "period_before", "the period that runs is the one before this extension", .any, .custody, link: "self",
        in: before, among: ["DETAINED"] + .bailOnTheClock)
    return [(nil, from, []), ("further_info", "BAIL_DPP_FURTHER_INFO", [same])].map { variant, from, conditions in
        Rule(
            .b2, event, variant: variant, .occurrence, words, from: [from], to: [Destination(to)], by: .officers,
            decidedBy: [decider], fields: extensionFields + fields, if: conditions, attested: extensionAttested,
            limit: limit, source: source, law: true, inForce: inForce)
    }
}

private let designation = Requirement(
    "designation", .text, .later, "the number of the prosecutor's designation of the case as exceptionally complex")

let custodyExtensions: [Rule] =
    extended(
        "extend_3", "A superintendent extends bail to three months.", from: "BAIL_INITIAL", to: "BAIL_EXT3",
        by: .superintendent, limit: "before the 28 days end; to three months",
        source: "PACE 1984 s.47ZD as it stood from 3 April 2017 to 27 October 2022", inForce: from2017To2022)
    + extended(
        "extend_6_designated", "An assistant chief constable extends bail to six months in a designated case.",
        from: "BAIL_EXT3", to: "BAIL_EXT6D", by: .assistantChiefConstable,
        limit: "before the three months end; to six months",
        source: "PACE 1984 s.47ZE as it stood from 3 April 2017 to 27 October 2022 (to be confirmed)",
        inForce: from2017To2022, fields: [designation])
    + extended(
        "extend_6", "An inspector extends bail to six months.", from: "BAIL_INITIAL", to: "BAIL_EXT6", by: .inspector,
        limit: "before the three months end; to six months from the day after arrest",
        source: "PACE 1984 ss.47ZC, 47ZD",
        inForce: from2022)
    + extended(
        "extend_9", "A superintendent extends bail to nine months.", from: "BAIL_EXT6", to: "BAIL_EXT9",
        by: .superintendent, limit: "before the six months end; to nine months", source: "PACE 1984 s.47ZDA",
        inForce: from2022)
    + extended(
        "extend_12_designated", "An assistant chief constable extends bail to twelve months in a designated case.",
        from: "BAIL_EXT9", to: "BAIL_EXT12D", by: .assistantChiefConstable,
        limit: "before the nine months end; to twelve months", source: "PACE 1984 s.47ZE", inForce: from2022,
        fields: [designation])
