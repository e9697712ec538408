// The team, and the opening of an investigation.

import Interchange
import Lifecycle

/// An investigation under way: its plan, and the records that others refer to.
struct OpenInquiry {
    let plan: Inquiry
    let reference: Reference
    /// The crime that stands for all that is investigated.
    let crime: Reference
    /// Its first potential victim, whom it needs to go live.
    let firstVictim: Reference
    /// That victim's person.
    let firstPerson: Reference
    /// The submission to the Crown Prosecution Service, if there is one.
    var submission: Reference?
    /// The phase of arrests that came first.
    var phase: Reference?
    /// Its victims who gave an account.
    var interviewed: [Reference] = []
}

extension Ledger {
    /// The 29 posts of the team, from its first day.
    mutating func team() {
        let posts = [
            ("detective inspector", 1), ("detective sergeant", 2), ("supervisory investigative officer", 1),
            ("detective constable", 7), ("investigative officer", 15), ("social care", 3),
        ]
        for (role, count) in posts {
            for _ in 0..<count {
                _ = add(.post, on: Inquiry.all[0].opened, by: "inspector", ["role": .text(role)])
            }
        }
    }

    /// Opens an investigation: referral, scoping, a crime, a potential victim, and live.
    mutating func begin(_ plan: Inquiry) -> OpenInquiry {
        let day = plan.opened
        let reference = add(
            .investigation, on: day, by: "inspector",
            ["title": .text("Fictional investigation \(plan.name)"), "source": .text("A fictional referral")])
        record("accept_for_scoping", reference, on: day)
        var recorded: [String: Scalar] = [
            "offence": .text("A fictional offence"), "recorded": .text(day.iso), "flagged": .flag(true),
        ]
        if let days = Invented.daysBefore(crime: count(.crime)) {
            recorded["committed"] = .text(day.adding(days: -days).iso)
        }
        let crime = add(.crime, [.investigation: reference], on: day, recorded)
        let person = add(.person, on: day, by: "care", Invented.person(count(.person) + 1, isVictim: true))
        let victim = add(
            .victim, [.investigation: reference, .person: person], on: day, by: "care",
            ["referral_source": .text("social care")])
        record("go_live", reference, on: day.adding(days: 14), ["crime": .text(crime.text)])
        var inquiry = OpenInquiry(
            plan: plan, reference: reference, crime: crime, firstVictim: victim, firstPerson: person)
        prosecutor(of: &inquiry)
        phases(of: &inquiry)
        return inquiry
    }

    /// Ends an investigation once everything in it is closed.
    mutating func complete(_ inquiry: OpenInquiry) {
        guard let day = inquiry.plan.completed else { return }
        for victim in inquiry.interviewed {
            record(
                "conclude", victim, on: day.adding(days: -5), ["outcome_told_on": .text(day.adding(days: -6).iso)])
        }
        record("complete", inquiry.reference, on: day)
    }

    private mutating func phases(of inquiry: inout OpenInquiry) {
        let plan = inquiry.plan
        if let (first, step) = plan.firstSeen {
            let arrested = plan.suspects.filter { !$0.voluntary }.reduce(0) { $0 + $1.count }
            inquiry.phase = phase(
                inquiry, on: first.adding(days: -45), from: first.adding(days: -7),
                to: first.adding(days: step * arrested), low: max(0, arrested - 1), high: arrested + 1)
        }
        for planned in plan.planned {
            let added = Demonstration.second.adding(days: -142)
            let phase = phase(
                inquiry, on: added, from: planned.window.from, to: planned.window.to, low: planned.low,
                high: planned.high)
            for place in 0..<planned.scheduled {
                scheduled(inquiry, in: phase, on: added.adding(days: 7 + place))
            }
        }
    }

    private mutating func phase(
        _ inquiry: OpenInquiry, on day: Day, from: Day, to: Day, low: Int, high: Int
    ) -> Reference {
        add(
            .phase, [.investigation: inquiry.reference], on: day,
            [
                "window_from": .text(from.iso), "window_to": .text(to.iso), "low": .number(low),
                "high": .number(high),
            ])
    }

    /// Somebody who is scheduled for an arrest that has yet to come.
    private mutating func scheduled(_ inquiry: OpenInquiry, in phase: Reference, on day: Day) {
        let suspect = suspect(of: inquiry, on: day)
        record("schedule", suspect, on: day.adding(days: 28), ["phase": .text(phase.text)])
    }
}
