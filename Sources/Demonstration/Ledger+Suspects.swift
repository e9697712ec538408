// The suspects of an investigation: named, identified, arrested or interviewed, bailed or released, and what follows.

import Interchange
import Lifecycle

/// A suspect with what became of the arrest.
struct Accused {
    let suspect: Reference
    let custody: Reference?
    let fate: Inquiry.Fate
    /// The day of the arrest or interview.
    let seen: Day
    /// Whether on bail, and not released without it.
    let bailed: Bool
}

extension Ledger {
    /// A suspect named and, ten days later, identified.
    mutating func suspect(of inquiry: OpenInquiry, on day: Day, identified: Bool = true) -> Reference {
        let person = add(.person, on: day, Invented.person(count(.person) + 1, isVictim: false))
        let suspect = add(
            .suspect, [.investigation: inquiry.reference, .person: person], on: day,
            ["grounds": .text("Named in a fictional account")])
        if identified { record("identify", suspect, on: day.adding(days: 10)) }
        return suspect
    }

    /// All that befalls an investigation's suspects, and its end.
    mutating func suspects(of inquiry: OpenInquiry) {
        guard let (first, step) = inquiry.plan.firstSeen else { return }
        var day = first
        var accused: [Accused] = []
        for cohort in inquiry.plan.suspects {
            for _ in 0..<cohort.count {
                accused.append(seen(cohort, in: inquiry, on: day, place: accused.count))
                day = day.adding(days: step)
            }
        }
        if inquiry.plan.prosecutor != nil {
            submit(accused, of: inquiry)
        } else {
            close(accused, of: inquiry)
        }
        complete(inquiry)
    }

    /// One suspect up to arrest or interview.
    private mutating func seen(
        _ cohort: Inquiry.Cohort, in inquiry: OpenInquiry, on day: Day, place: Int
    ) -> Accused {
        let isHasty = inquiry.plan.name == "K8" && place == 0
        let suspect = suspect(of: inquiry, on: day.adding(days: -40), identified: !isHasty)
        if cohort.voluntary {
            record("schedule", suspect, on: day.adding(days: -14), ["interview_on": .text(day.iso)])
            record("interview_voluntarily", suspect, on: day)
            return Accused(suspect: suspect, custody: nil, fate: cohort.fate, seen: day, bailed: false)
        }
        if !isHasty, let phase = inquiry.phase {
            record("schedule", suspect, on: day.adding(days: -14), ["phase": .text(phase.text)])
        }
        let isLate = inquiry.plan.name == "N2" && place == 2
        let known = isLate ? Demonstration.lateFactKnown : day
        record(
            "arrest", suspect, on: day, known: known,
            asHappened: isHasty ? "Arrested at the scene, before the grounds had been entered (fictional)" : nil)
        let custody = custody(of: suspect, on: day, known: known)
        if cohort.bailed {
            record(
                "bail", custody, on: day, known: known, ["return_on": .text(day.adding(days: 84).iso)])
        } else {
            record("release_without_bail", custody, on: day, known: known)
        }
        if inquiry.plan.name == "L2", place == 2 { rearrest(suspect, on: day.adding(days: 300)) }
        return Accused(suspect: suspect, custody: custody, fate: cohort.fate, seen: day, bailed: cohort.bailed)
    }

    private mutating func custody(of suspect: Reference, on day: Day, known: Day) -> Reference {
        add(
            .custody, [.suspect: suspect], on: day, known: known,
            ["offence": .text("A fictional offence"), "station": .text("Fictionborough police station")])
    }

    /// The one second arrest: for new evidence, and released again.
    private mutating func rearrest(_ suspect: Reference, on day: Day) {
        record("rearrest", suspect, on: day)
        record("release_without_bail", custody(of: suspect, on: day, known: day), on: day)
    }

    /// Renews bail until a day, as was done with arrests before April 2017, and then ends it.
    mutating func endCustody(_ accused: Accused, on day: Day, _ event: String, _ fields: [String: Scalar] = [:]) {
        guard let custody = accused.custody else { return }
        if accused.bailed {
            var returns = accused.seen.adding(days: 84)
            while returns < day {
                record("rebail", custody, on: returns, ["return_on": .text(returns.adding(days: 84).iso)])
                returns = returns.adding(days: 84)
            }
        }
        record(event, custody, on: day, fields)
    }

    /// Closes suspects whom the police take no further.
    private mutating func close(_ accused: [Accused], of inquiry: OpenInquiry) {
        guard let completed = inquiry.plan.completed else { return }
        let codes = ["15", "16", "15", "21"]
        for (place, one) in accused.enumerated() {
            if one.fate == .died {
                let day = one.seen.adding(days: 98)
                record("died", one.suspect, on: day)
                endCustody(one, on: day.adding(days: 3), "close_other", ["why": .text("death")])
                continue
            }
            let day = completed.adding(days: -40 + place)
            record("police_nfa", one.suspect, on: day, ["outcome": .text(codes[place % codes.count])])
            endCustody(one, on: day.adding(days: 2), "not_prosecuted")
        }
    }
}
