// Every clock there is. Only a table.

extension Clock {
    static let custody: [Clock] = [
        Clock(
            "B2.abp", .b2, "the bail period ends", owner: .supervisor,
            limit: """
                arrests to 2 April 2017: none; to 27 October 2022: 28 days, 3 months, then as a court says; since: 3, 6 and \
                9 months, 12 in a designated case, then as a court says
                """,
            from: "the day after arrest",
            until: """
                release without bail, charge or a decision not to prosecute; it stands still while the CPS decides, runs \
                again when it asks for more, with 7 days left at least, and does not count days in hospital if the person \
                is there when it would end
                """,
            rule: "B2.expire", source: "PACE 1984 ss.47ZA-47ZM; before 28 October 2022 as inserted in 2017", law: true,
            .bail),
        stay(
            "B2.return", .b2, "the person is to return to the police station", owner: .holder, states: .bail,
            field: "return_on", limit: "as the custody officer says", source: "PACE 1984 s.47(3)(c)", law: true),
        stay(
            "B2.review", .b2, "the release without bail is reviewed", owner: .supervisor, states: ["RUI"],
            field: "review_on", period: .days(28), restarts: ["review_release"], source: "Design choice", law: false),
    ]

    static let investigation: [Clock] = [
        stay(
            "A.review", .a, "the paused investigation is reviewed", owner: .supervisor, states: ["PAUSED"],
            field: "review_on", period: .days(90), restarts: ["review_pause"], source: "Design choice", law: false),
        stay(
            "A.complete", .a, "it is decided whether the investigation, of which nothing is open, is completed",
            owner: .lead, states: ["ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"], period: .days(28),
            begins: ["propose_completion"], source: "Design choice", law: false),
        stay(
            "B1.review", .b1, "the search for the suspect is reviewed", owner: .supervisor, states: ["UNTRACED"],
            field: "review_on", period: .days(28), restarts: ["review_search"], source: "Design choice", law: false),
        stay(
            "B3.threshold", .b3, "the threshold-test charge is reviewed", owner: .supervisor,
            states: .undecidedCharges + ["AUTHORISED"], across: true, field: "review_on",
            limit: "as the prosecutor says", source: "Code for Crown Prosecutors, threshold test", law: true),
        stay(
            "D2.planned", .d2, "the file is planned to be submitted", owner: .holder, states: ["DRAFT"],
            fact: "planned",
            limit: "as planned", source: "Design choice", law: false),
        stay(
            "D2.resubmit", .d2, "the file is sent again", owner: .holder, states: ["TRIAGE_REJECTED"],
            field: "resubmit_by", limit: "as set locally", source: "Design choice", law: false),
        stay(
            "D2.plan", .d2, "the action plan is answered", owner: .holder, states: ["ACTION_PLAN"], field: "due_on",
            limit: "as the CPS says", source: "Director's Guidance on Charging", law: true),
        stay(
            "D2.review", .d2, "the CPS is expected to have decided", owner: .other, states: ["UNDER_REVIEW"],
            period: .days(28), source: "CPS target (to be confirmed)", law: false),
    ]

    static let rights: [Clock] = [
        stay(
            "C1.review", .c1, "the search for the victim is reviewed", owner: .supervisor, states: ["UNABLE_TO_TRACE"],
            field: "review_on", period: .days(90), restarts: ["review_search"], source: "Design choice", law: false),
        stay(
            "C1.offer", .c1, "contact is offered again", owner: .holder, states: ["DECLINED"], field: "offer_again_on",
            given: ["decline"], limit: "as agreed", source: "Design choice", law: false),
        stay(
            "C1.opt", .c1, "somebody who asked not to be told is asked again", owner: .holder, states: .engagedVictims,
            across: true, field: "offer_again_on", given: ["opt_out"], ends: ["opt_in"], limit: "as agreed",
            source: "Design choice", law: false),
        stay(
            "C2.offer", .c2, "support is offered again", owner: .holder, states: ["DECLINED"], field: "offer_again_on",
            limit: "as agreed", source: "Design choice", law: false),
        stay(
            "C2.review", .c2, "the break in support is reviewed", owner: .holder, states: ["PAUSED"],
            field: "review_on",
            limit: "as agreed", source: "Design choice", law: false),
        Clock(
            "C3.tell", .c3, "the victim is told", owner: .holder,
            limit: "1 working day with enhanced rights, else 5", from: "the day of what the victim is to be told",
            until: "the victim is told, or need not be", rule: "C3.lapse",
            source: "Victims' Code of October 2015 and of 1 April 2021", law: true, .duty),
        stay(
            "C3.review", .c3, "it is asked again whether the victim is to be told", owner: .supervisor,
            states: ["EXCEPTED"], field: "review_on", limit: "as set when it was excepted", source: "Design choice",
            law: false),
    ]

    static let review: [Clock] = [
        stay(
            "C5.respond", .c5, "the holder is to answer", owner: .holder, states: ["SENT"], field: "respond_by",
            limit: "as asked", source: "Design choice", law: false),
        stay(
            "C4.request", .c4, "a review can be asked for", owner: .other, states: ["OFFERED"], period: .months(3),
            rule: "C4.lapse", source: "Victims' Right to Review schemes of the police and the CPS", law: true),
        stay(
            "C4.ordinarily", .c4, "a review of a CPS decision is ordinarily asked for", owner: .other,
            states: ["OFFERED"], period: .workingDays(10), only: ("scheme", ["CPS"]),
            source: "CPS Victims' Right to Review scheme", law: true),
        stay(
            "C4.acknowledge", .c4, "the request for a review is acknowledged", owner: .supervisor,
            states: ["REQUESTED"],
            period: .workingDays(10), ends: ["acknowledge"], only: ("scheme", ["police"]),
            source: "police scheme for the Victims' Right to Review", law: true),
        stay(
            "C4.decide", .c4, "the police review is decided", owner: .supervisor,
            states: ["REQUESTED", "LOCAL", "INDEPENDENT"], across: true, period: .workingDays(30),
            only: ("scheme", ["police"]), source: "police scheme for the Victims' Right to Review", law: true),
        stay(
            "C4.local", .c4, "the CPS has looked at its decision again", owner: .other, states: ["REQUESTED", "LOCAL"],
            across: true, period: .workingDays(10), only: ("scheme", ["CPS"]),
            source: "CPS Victims' Right to Review scheme (to be confirmed)", law: true),
        stay(
            "C4.independent", .c4, "the independent review is decided", owner: .other, states: ["INDEPENDENT"],
            period: .workingDays(30), only: ("scheme", ["CPS"]),
            source: "CPS Victims' Right to Review scheme (to be confirmed)", law: true),
    ]

    static let retention: [Clock] = [
        stay(
            "F1.review", .f1, "the day of review comes", owner: .dpo, states: ["RETAINED"], field: "review_on",
            period: .months(72), rule: "F1.due", lapsesOnTheDay: true,
            source: "Data Protection Act 2018 s.39; College of Policing, review, retention and disposal", law: true),
        stay(
            "F1.decide", .f1, "it is decided whether the records are kept longer", owner: .dpo, states: ["REVIEW_DUE"],
            period: .days(28), source: "Design choice", law: false),
        stay(
            "F1.hold", .f1, "the hold or the restriction is reviewed", owner: .dpo, states: ["HELD", "RESTRICTED"],
            field: "review_on", limit: "as set when it began", source: "Design choice", law: false),
        Clock(
            "F2.answer", .f2, "the request is answered", owner: .dpo,
            limit: "1 month, 3 if it was extended; 40 days to 24 May 2018",
            from: "the day of the request, or of the proof of who asks, if that is later",
            until: "the answer; since 5 February 2026 it stands still while the request is made clear",
            source: "Data Protection Act 2018 s.54; Data (Use and Access) Act 2025 s.76", law: true, .request),
    ]

    static let events: [Clock] = [
        Clock(
            "later", nil, "what the event still lacks is supplied", owner: .recorder,
            limit: "28 days; for the other agency's agreement 1 working day", from: "the day of the event",
            until: "it is supplied, or the event is struck", source: "Design choice", law: false, .event),
        Clock(
            "breach", nil, "the breach is reviewed", owner: .supervisor, limit: "5 working days",
            from: "the day on which it became known", until: "a supervisor approves the event, or it is struck",
            source: "Design choice", law: false, .event),
        Clock(
            "held", nil, "the event is approved", owner: .approver, limit: "5 working days",
            from: "the day on which it became known", until: "it is approved or struck", source: "Design choice",
            law: false, .event),
    ]

    private static func stay(
        _ id: String, _ machine: MachineID, _ words: String, owner: Owner, states: [State], across: Bool = false,
        field: String? = nil, given: [String] = [], fact: String? = nil, period: Period? = nil,
        begins: [String] = [], restarts: [String] = [], ends: [String] = [], only: (String, [String])? = nil,
        rule: String? = nil,
        lapsesOnTheDay: Bool = false,
        limit: String? = nil, source: String, law: Bool
    ) -> Clock {
        let named = Words.list(states.map(\.rawValue), last: "or")
        let day = field ?? fact
        return Clock(
            id, machine, words, owner: owner,
            limit: limit ?? (period.map(\.words) ?? "") + (day.map { ", or the day given as \($0)" } ?? ""),
            from: begins.isEmpty
                ? "the \(machine.record.rawValue) is \(named)" : "the day of \(Words.list(begins, last: "or"))",
            until: across || states.count == 1 ? "it is so no longer" : "its state changes", rule: rule, source: source,
            law: law,
            .stay(
                Stay(
                    states: states, across: across, field: field, given: given, fact: fact, period: period,
                    begins: begins, restarts: restarts,
                    ends: ends, only: only.map { (fact: $0.0, values: $0.1) }, lapsesOnTheDay: lapsesOnTheDay)))
    }
}
