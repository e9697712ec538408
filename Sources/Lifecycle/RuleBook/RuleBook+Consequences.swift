// What events open elsewhere: duties to tell a victim. Only a table.

extension RuleBook {
    /// Everything that events open.
    static let consequences: [Consequence] =
        dutiesFromPolice + dutiesFromBail + dutiesFromDecisions + dutiesFromCourt + dutiesFromTrial + rightsAndRetention
}

private typealias Way = Consequence.Way

/// Victims against whom a suspect is said to have offended, or is charged with having offended.
private let ofSuspect: [[Way]] = [
    [.of(.allegation, "suspect"), .own("victim")], [.of(.charge, "suspect"), .own("victim")],
]
private let ofCustody: [[Way]] = ofSuspect.map { [.own("suspect")] + $0 }
private let ofCharge: [[Way]] = [[.own("victim")]]
private let ofProsecution: [[Way]] = [[.of(.charge, "prosecution"), .own("victim")]]
private let ofInvestigation: [[Way]] = [[.of(.victim, "investigation")]]

private let code = "Victims' Code, rights 6 and 9 (to be confirmed)"

/// A duty to tell each victim concerned who is entitled to be told.
private func duty(
    _ id: String, _ trigger: String, when causes: [String], by paths: [[Way]], source: String = code, law: Bool = true
) -> Consequence {
    Consequence(
        "duty.\(id)", "Each victim concerned is to be told: \(trigger).", when: causes, by: paths,
        entitled: .entitledVictims, opens: .duty, facts: ["trigger": .text(trigger)], source: source, law: law)
}

private let dutiesFromPolice: [Consequence] = [
    duty("arrested", "a suspect was arrested", when: ["B1.arrest", "B1.rearrest"], by: ofSuspect),
    duty(
        "interviewed", "a suspect was interviewed under caution", when: ["B1.interview_voluntarily"], by: ofSuspect),
    duty("wanted", "a suspect is sought", when: ["B1.mark_wanted"], by: ofSuspect),
    duty("suspect_died", "a suspect has died", when: ["B1.died"], by: ofSuspect),
    duty("transferred", "another force has taken the suspect over", when: ["B1.transfer"], by: ofSuspect),
    duty(
        "taken_up_again", "the matter is taken up again", when: ["B1.vrr_or_new_evidence"], by: ofSuspect,
        source: "Design choice", law: false),
    duty(
        "not_investigated", "the matter is not investigated further",
        when: ["A.reject_referral", "A.close_at_scoping"], by: ofInvestigation),
    duty(
        "investigation_transferred", "another force has taken the investigation over", when: ["A.transfer_out"],
        by: ofInvestigation),
]

private let bailCode = code + "; PACE 1984 s.47ZZA for arrests since 28 October 2022"

private let dutiesFromBail: [Consequence] = [
    duty(
        "released", "a suspect was released without bail, and the investigation goes on",
        when: ["B2.release_without_bail"], by: ofCustody),
    duty(
        "bailed", "a suspect was released on bail", when: ["B2.bail", "B2.bail_for_dpp", "B2.rebail_after_breach"],
        by: ofCustody, source: bailCode),
    duty(
        "bail_varied", "a suspect's bail was changed", when: ["B2.vary_bail", "B2.rebail"], by: ofCustody,
        source: bailCode),
    duty(
        "bail_extended", "a suspect's bail was extended",
        when: [
            "B2.extend_3", "B2.extend_6_designated", "B2.extend_6", "B2.extend_9", "B2.extend_12_designated",
            "B2.court_grant_first", "B2.court_grant_further",
        ],
        by: ofCustody, source: "Design choice: the victim is to know how long the conditions last", law: false),
    duty(
        "bail_ended", "a suspect's bail has ended",
        when: ["B2.bail_to_rui", "B2.court_refuse", "B2.regularise_release"],
        by: ofCustody, source: bailCode),
    duty(
        "bail_broken", "a suspect was arrested for breaking bail", when: ["B2.arrest_46a"], by: ofCustody),
]

private let dutiesFromDecisions: [Consequence] = [
    duty(
        "no_further_action", "the police take no further action against a suspect",
        when: ["B1.police_nfa", "B1.eliminate"], by: ofSuspect),
    duty(
        "not_charged", "the CPS has decided against a charge",
        when: ["B1.cps_nfa_evidential", "B1.cps_nfa_public_interest"], by: ofSuspect),
    duty("charge_declined", "the CPS has not authorised a charge", when: ["B3.decline"], by: ofCharge),
    duty("out_of_court", "a suspect was dealt with out of court", when: ["B1.out_of_court"], by: ofSuspect),
    duty("charged", "a suspect was charged", when: ["B3.charge"], by: ofCharge),
    duty(
        "review_result", "the review that was asked for has a result",
        when: ["C4.stand", "C4.overturn", "C4.no_remedy", "C4.late", "C4.not_qualifying"], by: [[.own("victim")]],
        source: "CPS and police schemes for the victims' right to review"),
]

private let dutiesFromCourt: [Consequence] = [
    duty("first_hearing", "the first hearing was held", when: ["B3.first_hearing"], by: ofCharge),
    duty(
        "plea", "the defendant has pleaded, or taken a plea back",
        when: ["B3.plead_guilty", "B3.plead_not_guilty", "B3.vacate_plea"], by: ofCharge),
    duty("verdict", "the verdict", when: ["B3.verdict_guilty", "B3.verdict_not_guilty"], by: ofCharge),
    duty("sentence", "the sentence", when: ["B3.sentence"], by: ofCharge),
    duty(
        "ended", "the prosecution of a charge has ended without a verdict of guilty",
        when: [
            "B3.discontinue", "B3.offer_no_evidence", "B3.no_retrial", "B3.dismiss", "B3.stay", "B3.lie_on_file",
            "B3.unfit",
        ],
        by: ofCharge),
    duty(
        "begun_again", "the prosecution of a charge is begun again",
        when: ["B3.restart", "B3.proceed_again", "B3.acquittal_quashed"], by: ofCharge),
    duty("appeal", "an appeal has been brought", when: ["B3.appeal"], by: ofCharge),
    duty(
        "appeal_result", "the result of the appeal", when: ["B3.appeal_dismissed", "B3.quash", "B3.quash_retrial"],
        by: ofCharge),
]

/// Days of a trial are told of once for a prosecution, and not for each of its counts.
private let dutiesFromTrial: [Consequence] = [
    duty(
        "trial_fixed", "the day of the trial was fixed or changed", when: ["D3.fix_trial", "D3.retrial_by_coa"],
        by: ofProsecution),
    duty("trial_vacated", "the day of the trial was given up", when: ["D3.vacate"], by: ofProsecution),
    duty("jury_discharged", "the jury was discharged", when: ["D3.jury_discharged"], by: ofProsecution),
]

private func right(
    _ id: String, _ words: String, scheme: String, _ trigger: String, when causes: [String], by paths: [[Way]],
    source: String
) -> Consequence {
    Consequence(
        "review.\(id)", words, when: causes, by: paths, entitled: .entitledVictims, opens: .review,
        facts: ["scheme": .choice(scheme), "trigger": .text(trigger)], source: source, law: true)
}

private let rightsAndRetention: [Consequence] = [
    right(
        "police_decision", "Each victim concerned may ask for a review of the police's decision.", scheme: "police",
        "no further action by the police", when: ["B1.police_nfa"], by: ofSuspect,
        source: "Police scheme for the victims' right to review"),
    right(
        "cps_decision", "Each victim concerned may ask for a review of the CPS's decision not to charge.",
        scheme: "CPS", "no charge by the CPS", when: ["B1.cps_nfa_evidential", "B1.cps_nfa_public_interest"],
        by: ofSuspect, source: "CPS scheme for the victims' right to review"),
    right(
        "prosecution_ended", "The victim may ask for a review of the CPS's decision to end a prosecution.",
        scheme: "CPS", "a prosecution ended by the CPS",
        when: ["B3.discontinue", "B3.offer_no_evidence", "B3.no_retrial", "B3.lie_on_file"], by: ofCharge,
        source: "CPS scheme for the victims' right to review"),
    Consequence(
        "retention.closed", "What is kept about the investigation is put on a day of review.",
        when: ["A.complete", "A.close_at_scoping", "A.reject_referral", "A.transfer_out"], by: [[]],
        opens: .retention, source: "Data Protection Act 2018 s.39; College of Policing, review, retention and disposal",
        law: true, once: true),
]
