// Machine A, its end: what must be closed, who completes it, and how it is opened again. Only a table.

let suspectsClosed = Condition(
    "suspects_closed", "every suspect's part in the investigation is closed", .all, .suspect, link: "investigation",
    in: .closedSuspects)

/// That no matter of the investigation is open, whatever is still owed to victims.
let nothingOpen: [Condition] = [
    suspectsClosed,
    nothingAtCourt,
    Condition(
        "advice_closed", "every request for early advice is closed", .none, .advice, link: "investigation",
        in: ["REQUESTED", "OPEN", "ADVISED"]),
    Condition(
        "submissions_closed", "every submission to the CPS is closed", .all, .submission, link: "investigation",
        in: ["DECIDED", "ADMIN_FINALISED", "WITHDRAWN"]),
    Condition(
        "prosecutions_closed", "every prosecution is finalised", .all, .prosecution, link: "investigation",
        in: ["FINALISED"]),
    Condition(
        "custody_closed", "nobody is detained, on bail or released under investigation", .all, .custody,
        link: "investigation", in: .closedCustody),
]

private let victimsTold = Condition(
    "victims_told", "every duty to tell a victim is met, excepted or fallen away", .none, .duty, link: "investigation",
    in: ["DUE", "OVERDUE"])

private let noReviewUnderWay = Condition(
    "no_review_under_way", "no review that a victim has asked for is under way", .none, .review, link: "investigation",
    in: ["REQUESTED", "LOCAL", "INDEPENDENT"])

let investigationEnds: [Rule] = [
    Rule(
        .a, "merge_into", .decision, "The investigation becomes part of another.",
        from: ["SCOPING", "ACTIVE", "WITH_CPS", "PAUSED"], to: ["NOT_PROGRESSED"], by: .lead,
        fields: [Requirement("into", .reference(.investigation), .now, "the investigation that it becomes part of")],
        if: [
            Condition(
                "target_live", "the other investigation is live", .any, .investigation, link: "field:into",
                in: ["SCOPING", "ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"]),
            nothingAtCourt,
        ],
        attested: [
            "Its suspects, victims and crimes are carried on in the other, and this number is kept as an alias."
        ],
        source: "Design choice", law: false),
    Rule(
        .a, "transfer_out", .decision, "Another force takes the whole investigation over.",
        from: ["ACTIVE", "WITH_CPS", "PAUSED"], to: ["NOT_PROGRESSED"], by: .lead,
        fields: [
            Requirement("receiving_body", .text, .now, "who takes it over"),
            Requirement("their_reference", .text, .later, "the receiving body's reference"),
        ],
        if: [suspectsClosed],
        attested: ["The receiving body has accepted it."],
        source: "Home Office Counting Rules, outcome 20; design choice", law: true),
    Rule(
        .a, "complete", .decision, "The investigation is completed.",
        from: ["ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"], to: ["COMPLETED"], by: .lead,
        approval: Approval(by: .supervisors),
        fields: [
            Requirement("retention_group", .choice(["1", "2", "3", "4"]), .later, "the group by which it is kept")
        ],
        if: nothingOpen + [victimsTold, noReviewUnderWay],
        attested: ["Each recorded crime has its outcome, and the disclosure schedule is complete."],
        limit: "a victim may ask for a review for 3 months after",
        source:
            "Inspectorate's guidance on crime outcomes; police scheme for the victims' right to review; design choice",
        law: true),
    Rule(
        .a, "reopen", .decision, "The lead opens it again, to be scoped anew.",
        from: ["COMPLETED", "NOT_PROGRESSED"], to: ["SCOPING"], by: .lead,
        fields: [
            Requirement(
                "why",
                .choice([
                    "new victim", "new evidence", "victims' right to review", "decision of the CPS or Court of Appeal",
                    "cold-case review", "closed in error",
                ]), .now, "why it is opened again")
        ],
        source: "PACE 1984 s.37B(5A); the 2022/23 report to Bradford Council's Executive counts one reopened", law: true
    ),
    Rule(
        .a, "reopen_direct", .decision, "The lead opens it again where it was left, as nothing needs scoping.",
        from: ["COMPLETED"], to: ["ACTIVE"], by: .lead,
        fields: [
            Requirement(
                "why", .choice(["victims' right to review", "retrial ordered on appeal", "closed in error"]), .now,
                "why it is opened again")
        ],
        source: "CPS guidance on retrials; design choice", law: false),
    Rule(
        .a, "reopen_direct", variant: "at_court", .decision,
        "The lead puts on record why an investigation that is at court again was opened again.",
        from: ["AT_COURT"], to: ["AT_COURT"], by: .lead,
        fields: [
            Requirement(
                "why", .choice(["victims' right to review", "retrial ordered on appeal", "closed in error"]), .now,
                "why it is opened again")
        ],
        source: "CPS guidance on retrials; design choice", law: false),
]

/// Whatever can close the last open matter of an investigation.
private let closers: [Trigger] = [
    "B1.eliminate", "B1.police_nfa", "B1.cps_nfa_evidential", "B1.cps_nfa_public_interest", "B1.out_of_court",
    "B1.died",
    "B1.transfer", "B1.primary_convicted", "B1.all_acquitted", "B1.primary_ended_ancillary_convicted",
    "B1.proceedings_ended", "B1.ended_by_death", "B2.charge", "B2.not_prosecuted", "B2.close_other",
    "B2.closed_by_death", "B2.regularise_charge", "B2.regularise_no_charge", "B3.sentence", "B3.appeal_dismissed",
    "B3.quash", "D1.reject", "D1.submit", "D1.act_on", "D1.withdraw", "D1.admin_finalise", "D2.decide",
    "D2.appeal_done",
    "D2.admin_finalise", "D2.withdraw", "D3.all_closed",
].map { Trigger($0, link: "investigation") }

let investigationProposals: [Rule] = ["ACTIVE", "WITH_CPS", "AT_COURT", "PAUSED"].map { (state: State) in
    Rule(
        .a, "propose_completion", variant: state.rawValue.lowercased(), .derived,
        "The last open matter is closed, and the lead is asked whether the investigation is completed.",
        from: [state], to: [Destination(state)],
        if: nothingOpen + [
            Condition(
                "a_suspect_closed", "a suspect's part in the investigation is closed", .any, .suspect,
                link: "investigation", in: .closedSuspects)
        ],
        source: "Design choice", law: false, triggers: closers)
}
