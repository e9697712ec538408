// A whole past walked again, and what may come next.

import Lifecycle
import Testing

@Suite struct ReviewTests {
    static let begun = Day(number: 17_000)

    private func happening(_ id: String, _ event: String, day: Int, effective: Bool = true) -> Happening {
        let attempt = Attempt(
            event, when: Interval(Self.begun.adding(days: day)), recorders: [.officer, .supervisor, .inspector])
        return Happening(id: id, attempt, effective: effective)
    }

    @Test func `walks a past, refuses what is out of order, and goes on`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let past = [
            happening("EV-1", "identify", day: 1), happening("EV-2", "located", day: 2),
            happening("EV-3", "arrest", day: 3), happening("EV-4", "no_such_event", day: 4),
            happening("EV-5", "rearrest", day: 5),
        ]
        let review = machine.review(past, begunOn: Self.begun) { _ in Obliging() }
        #expect(review.state == "UNDER_INVESTIGATION")
        #expect(review.past == ["NOMINAL", "IDENTIFIED", "UNDER_INVESTIGATION", "UNDER_INVESTIGATION"])
        #expect(review.steps.map(\.event) == ["EV-1", "EV-3", "EV-5"])
        #expect(review.refusals.map(\.event) == ["EV-2", "EV-4"])
        #expect(review.refusals.map { $0.refusals[0].rule } == ["B1.located", "B1"])
    }

    @Test func `moves nothing for what waits for approval, and still holds it against the rules`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let waiting = happening("EV-2", "cannot_locate", day: 2, effective: false)
        let unlawful = happening("EV-3", "transferred_back", day: 3, effective: false)
        let review = machine.review(
            [happening("EV-1", "identify", day: 1), waiting, unlawful], begunOn: Self.begun
        ) { _ in Obliging() }
        #expect(review.state == "IDENTIFIED" && review.steps.count == 1)
        #expect(review.refusals.map(\.event) == ["EV-3"])
    }

    @Test func `stands at the beginning where nothing has happened`() throws {
        for machine in RuleBook.current.machines {
            let review = machine.review([], begunOn: Self.begun) { _ in Obliging() }
            #expect(review.state == machine.initial && review.past == [machine.initial] && review.steps.isEmpty)
        }
    }

    @Test func `asks of other records as they stood at each event`() throws {
        let machine = try #require(RuleBook.current.machine(.a))
        var live = happening("EV-2", "go_live", day: 2)
        live.attempt.fields["crime"] = .reference(Reference(kind: .crime, number: 1))
        let past = [happening("EV-1", "accept_for_scoping", day: 1), live]
        let refused = machine.review(past, begunOn: Self.begun) { happening in
            Obliging(except: happening.id == "EV-2" ? ["potential_victim"] : [])
        }
        #expect(refused.state == "SCOPING" && refused.refusals.map(\.event) == ["EV-2"])
        #expect(machine.review(past, begunOn: Self.begun) { _ in Obliging() }.state == "ACTIVE")
    }

    @Test func `lists what may come next, and says of the rest why not`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let prospects = machine.next(
            at: "UNDER_INVESTIGATION", past: ["NOMINAL", "UNDER_INVESTIGATION"], begunOn: Self.begun,
            recorders: [.officer], around: Obliging(except: ["primary_live"]))
        #expect(Set(prospects.map(\.rule.event)).count == prospects.count)
        #expect(!prospects.contains { $0.rule.kind == .derived })
        let may = Set(prospects.filter { $0.obstacle == nil }.map(\.rule.event))
        #expect(
            may == [
                "rearrest", "interview_voluntarily", "mark_wanted", "charge_ancillary_only", "died",
                "cps_nfa_evidential", "cps_nfa_public_interest",
            ])
        let charge = prospects.first { $0.rule.event == "charge_primary" }?.obstacle
        #expect(charge?.missing == ["the suspect has a primary charge before a court"])
        let eliminate = prospects.first { $0.rule.event == "eliminate" }?.obstacle
        #expect(eliminate?.who == ["supervisor", "inspector"])
        let arrest = prospects.first { $0.rule.event == "arrest" }?.obstacle
        #expect(arrest?.rule == "B1.arrest")
    }

    @Test func `lists as possible just what it then lets happen`() throws {
        for machine in RuleBook.current.machines {
            for state in machine.states.map(\.id) {
                let prospects = machine.next(
                    at: state, past: [state], begunOn: Day(number: 19_500), recorders: [.inspector], around: Obliging())
                for prospect in prospects where !prospect.rule.conditions.contains(where: { $0.link == "self" }) {
                    var attempt = prospect.rule.attempt()
                    attempt.recorders = [.inspector]
                    attempt.when = Interval(Day(number: 19_600))
                    for requirement in prospect.rule.requires where requirement.type == .day {
                        attempt.fields[requirement.field] = .day(Day(number: 19_600))
                    }
                    let verdict = machine.apply(
                        attempt, at: state, past: [state], begunOn: Day(number: 19_500), around: Obliging())
                    #expect((prospect.obstacle == nil) == (verdict.step != nil), "\(prospect.rule.id)")
                }
            }
        }
    }
}
