// The potential victims of an investigation: met or not, heard or not, supported or not.

import Interchange
import Lifecycle

extension Ledger {
    /// All that befalls an investigation's victims, but for their conclusion.
    mutating func victims(of inquiry: inout OpenInquiry) {
        let counts = inquiry.plan.victims
        for place in 0..<counts.interviewed {
            let isLater = place >= counts.interviewed - counts.later
            let day = isLater ? Demonstration.first.adding(days: -28) : inquiry.plan.opened.adding(days: place * 3)
            let victim = place == 0 ? inquiry.firstVictim : victim(of: inquiry, on: day)
            plan(contactWith: victim, on: day.adding(days: isLater ? 14 : 10))
            let heard = day.adding(days: isLater ? 63 : 24)
            hear(victim, place, of: inquiry, on: heard)
            inquiry.interviewed.append(victim)
        }
        for place in 0..<counts.planned {
            let victim = victim(of: inquiry, on: Demonstration.second.adding(days: -72 + place * 5))
            plan(contactWith: victim, on: Demonstration.second.adding(days: -30 + place))
        }
        for place in 0..<counts.declined { decline(place, of: inquiry) }
        for place in 0..<counts.untraced { lose(place, of: inquiry) }
    }

    /// Two people who are victims in a second investigation too, and count once.
    mutating func share(_ inquiries: [OpenInquiry]) {
        guard let host = inquiries.first(where: { $0.plan.name == "L2" }) else { return }
        for guest in inquiries where guest.plan.name == "N1" || guest.plan.name == "K3" {
            let day = host.plan.opened.adding(days: 20)
            let links = [RecordKind.investigation: host.reference, .person: guest.firstPerson]
            let victim = add(.victim, links, on: day, by: "officer", ["concern": .text("A fictional concern")])
            plan(contactWith: victim, on: day.adding(days: 7))
            record("first_account", victim, on: day.adding(days: 14), ["crime": .text(host.crime.text)])
        }
    }

    private mutating func victim(of inquiry: OpenInquiry, on day: Day) -> Reference {
        let person = add(.person, on: day, by: "care", Invented.person(count(.person) + 1, isVictim: true))
        return add(
            .victim, [.investigation: inquiry.reference, .person: person], on: day, by: "care",
            Invented.victim(count(.victim) + 1))
    }

    private mutating func plan(contactWith victim: Reference, on day: Day) {
        record("plan_contact", victim, on: day, ["agreed_on": .text(day.iso)])
    }

    /// An attempt, a first account, and with every second person the whole way to a recorded interview.
    private mutating func hear(_ victim: Reference, _ place: Int, of inquiry: OpenInquiry, on day: Day) {
        let attempted = day.adding(days: -7)
        if inquiry.plan.name == "L1", place == 5 { mistake(victim, on: attempted.adding(days: -3)) }
        record("attempt", victim, on: attempted, by: place % 3 == 0 ? "care" : "officer", ["result": .text("answered")])
        let crime: [String: Scalar] = ["crime": .text(inquiry.crime.text)]
        let isVague = inquiry.plan.name == "L1" && place == 3
        let when = isVague ? Interval(first: attempted, last: day) ?? Interval(day) : Interval(day)
        record("first_account", victim, on: when, crime)
        guard place % 2 == 0 else { return }
        let adviser = support(of: victim, "ISVA", offered: day.adding(days: 3))
        record("engage", victim, on: day.adding(days: 10), by: "care")
        record("abe_interview", victim, on: day.adding(days: 24), ["form": .text("video")])
        switch place % 8 {
        case 0: receive(adviser, from: day.adding(days: 14), until: day.adding(days: 214))
        case 2: receive(adviser, from: day.adding(days: 21), until: nil)
        case 4: record("decline", adviser, on: day.adding(days: 4), by: "care")
        default: wait(support(of: victim, "therapy", offered: day.adding(days: 30)), from: day.adding(days: 31))
        }
    }

    /// An attempt that was entered for the wrong person, and struck.
    private mutating func mistake(_ victim: Reference, on day: Day) {
        let id = "EV-WRONGPERSON1"
        record("attempt", victim, on: day, id: id, ["result": .text("no answer")])
        correct(
            id, known: day.adding(days: 2), by: "officer",
            reason: "Entered for the wrong person: this one was not called that day (fictional)")
    }

    private mutating func support(of victim: Reference, _ type: String, offered: Day) -> Reference {
        let support = add(
            .support, [.victim: victim], on: offered,
            ["type": .text(type == "ISVA" ? "ISVA" : "other"), "kind": .text(type), "need": .text("A fictional need")])
        record("offer", support, on: offered, by: "care")
        return support
    }

    private mutating func receive(_ support: Reference, from day: Day, until end: Day?) {
        record("refer", support, on: day)
        record("start", support, on: day.adding(days: 14))
        if let end { record("end_planned", support, on: end) }
    }

    private mutating func wait(_ support: Reference, from day: Day) {
        record("refer", support, on: day)
        record("accept_waitlist", support, on: day.adding(days: 10))
        record("start", support, on: day.adding(days: 70))
    }

    private mutating func decline(_ place: Int, of inquiry: OpenInquiry) {
        let day = inquiry.plan.opened.adding(days: 60 + place * 7)
        let victim = victim(of: inquiry, on: day)
        plan(contactWith: victim, on: day.adding(days: 14))
        record("attempt", victim, on: day.adding(days: 21), by: "care", ["result": .text("refused")])
        record("decline", victim, on: day.adding(days: 21), by: "care")
    }

    private mutating func lose(_ place: Int, of inquiry: OpenInquiry) {
        let day = inquiry.plan.opened.adding(days: 75 + place * 7)
        let victim = victim(of: inquiry, on: day)
        plan(contactWith: victim, on: day.adding(days: 14))
        record("attempt", victim, on: day.adding(days: 30), ["result": .text("no answer")])
        record("cannot_trace", victim, on: day.adding(days: 60))
    }
}
