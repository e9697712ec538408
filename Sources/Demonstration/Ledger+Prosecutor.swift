// What goes to the Crown Prosecution Service and comes back from it.

import Interchange
import Lifecycle

extension Ledger {
    /// Early advice, and the submission as a draft.
    mutating func prosecutor(of inquiry: inout OpenInquiry) {
        guard let plan = inquiry.plan.prosecutor else { return }
        let submission = add(
            .submission, [.investigation: inquiry.reference], on: plan.draft, ["planned": .text(plan.submit.iso)])
        inquiry.submission = submission
        guard let asked = plan.advice else { return }
        let advice = add(
            .advice, [.investigation: inquiry.reference], on: asked, ["question": .text("A fictional question")])
        record("accept", advice, on: asked.adding(days: 7))
        record("advise", advice, on: asked.adding(days: 28))
        record("submit", advice, on: plan.draft.adding(days: 1), ["submission": .text(submission.text)])
    }

    /// Sends suspects' files with the submission, and records what is decided.
    mutating func submit(_ accused: [Accused], of inquiry: OpenInquiry) {
        guard let plan = inquiry.plan.prosecutor, plan.sent, let submission = inquiry.submission else { return }
        for one in accused {
            record("submit_charging", one.suspect, on: plan.submit, ["submission": .text(submission.text)])
        }
        record("submit", submission, on: plan.submit, ["category": .text("green")])
        record("triage_accept", submission, on: plan.submit.adding(days: 7))
        record("start_review", submission, on: plan.submit.adding(days: 21))
        guard let decided = plan.decided else { return }
        let charged = accused.contains { $0.fate == .charged }
        record(
            "decide", submission, on: decided,
            ["decision": .text(charged ? "charge, full code" : "no charge, evidential")])
        if charged { return prosecute(accused, of: inquiry, decided: decided) }
        for one in accused {
            let event = one.fate == .publicInterest ? "cps_nfa_public_interest" : "cps_nfa_evidential"
            record(event, one.suspect, on: decided)
            endCustody(one, on: decided.adding(days: 4), "not_prosecuted")
        }
    }

    /// Charges everyone, to a first trial without a verdict and a second that has yet to come.
    private mutating func prosecute(_ accused: [Accused], of inquiry: OpenInquiry, decided: Day) {
        let charged = decided.adding(days: 3)
        let trial = add(
            .prosecution, [.investigation: inquiry.reference], on: charged.adding(days: 14),
            ["court": .text("Fictionborough Crown Court")])
        let days = CourtDays(charged: charged)
        for (place, one) in accused.enumerated() {
            let victim = inquiry.interviewed[place % inquiry.interviewed.count]
            let charge = charge(one, of: inquiry, role: "PRIMARY", victim: victim, decided: decided, charged: charged)
            record("charge_primary", one.suspect, on: charged)
            endCustody(one, on: charged, "charge")
            toIndictment(charge, in: trial, days)
            record("plead_not_guilty", charge, on: days.hearing)
            record("list_trial", charge, on: days.listed, ["start": .text(days.firstTrial.iso), "weeks": .number(6)])
            record("start_trial", charge, on: days.firstTrial)
            record("discharge_jury", charge, on: days.discharged)
            record("list_trial", charge, on: days.relisted, ["start": .text(days.retrial.iso), "weeks": .number(14)])
        }
        hold(trial, days)
        if accused.count > 3 { ancillary(accused[3], of: inquiry, in: trial, decided: decided, days) }
    }

    private mutating func hold(_ trial: Reference, _ days: CourtDays) {
        record("ptph_done", trial, on: days.hearing)
        fix(trial, on: days.listed, starts: days.firstTrial, number: 1, weeks: 6)
        record("start", trial, on: days.firstTrial)
        record("jury_discharged", trial, on: days.discharged)
        fix(trial, on: days.relisted, starts: days.retrial, number: 2, weeks: 14)
    }

    private mutating func fix(_ trial: Reference, on day: Day, starts: Day, number: Int, weeks: Int) {
        let fields: [String: Scalar] = [
            "start": .text(starts.iso), "trial_no": .number(number), "weeks": .number(weeks),
        ]
        record("fix_trial", trial, on: day, fields)
    }

    /// The one offence found along the way: moved to a trial of its own, pleaded to and sentenced.
    private mutating func ancillary(
        _ one: Accused, of inquiry: OpenInquiry, in trial: Reference, decided: Day, _ days: CourtDays
    ) {
        let charge = charge(
            one, of: inquiry, role: "ANCILLARY", victim: nil, decided: decided, charged: days.charged)
        toIndictment(charge, in: trial, days)
        let own = add(
            .prosecution, [.investigation: inquiry.reference], on: days.hearing,
            ["court": .text("Fictionborough Crown Court")])
        record("sever", charge, on: days.hearing, ["prosecution": .text(own.text)])
        record("plead_guilty", charge, on: days.hearing.adding(days: 21))
        record("accept_plea", charge, on: days.hearing.adding(days: 21))
        record("sentence", charge, on: days.hearing.adding(days: 63))
    }

    private mutating func charge(
        _ one: Accused, of inquiry: OpenInquiry, role: String, victim: Reference?, decided: Day, charged: Day
    ) -> Reference {
        var links: [RecordKind: Reference] = [.suspect: one.suspect, .crime: inquiry.crime]
        links[.victim] = victim
        let offence = role == "PRIMARY" ? "A fictional offence" : "A fictional offence found along the way"
        let charge = add(.charge, links, on: decided, ["offence": .text(offence), "role": .text(role)])
        record("authorise", charge, on: decided)
        record("charge", charge, on: charged)
        return charge
    }

    private mutating func toIndictment(_ charge: Reference, in trial: Reference, _ days: CourtDays) {
        record("first_hearing", charge, on: days.charged.adding(days: 14))
        record("send", charge, on: days.charged.adding(days: 14))
        record("prefer", charge, on: days.charged.adding(days: 70), ["prosecution": .text(trial.text)])
    }
}

/// The days of the one prosecution.
private struct CourtDays {
    let charged: Day
    var hearing: Day { charged.adding(days: 98) }
    var listed: Day { charged.adding(days: 112) }
    var firstTrial: Day { Demonstration.second.adding(days: -86) }
    var discharged: Day { Demonstration.second.adding(days: -40) }
    var relisted: Day { Demonstration.second.adding(days: -26) }
    /// 7 January 2019, as published.
    var retrial: Day { Demonstration.second.adding(days: 68) }
}
