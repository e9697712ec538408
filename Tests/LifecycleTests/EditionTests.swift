// Pre-charge bail under its three editions, and other checks that the domain's facts ask for by name.

import Lifecycle
import Testing

@Suite struct EditionTests {
    static let before2017 = "2016-09-19"
    static let between = "2018-10-31"
    static let since2022 = "2024-01-10"

    /// What becomes of an extension or renewal by somebody of that rank, of an arrest on that day.
    private func outcome(_ event: String, rank: Rank, at state: State, arrest: String) throws -> Verdict {
        let machine = try #require(RuleBook.current.machine(.b2))
        let day = try #require(Day(arrest))
        let attempt = Attempt(
            event, when: Interval(day.adding(days: 20)), decider: DecisionMaker(rank: rank, organisation: .police),
            recorders: [.officer])
        return machine.apply(attempt, at: state, past: ["DETAINED", state], begunOn: day, around: Obliging())
    }

    @Test(arguments: [
        ("extend_6", "inspector", since2022), ("extend_3", "superintendent", between),
        ("rebail.bail_initial", "custody officer", before2017),
    ])
    func `knows one way to lengthen first bail under each edition`(rule: String, rank: String, arrest: String) throws {
        let event = String(rule.prefix { $0 != "." })
        for day in [Self.before2017, Self.between, Self.since2022] {
            let verdict = try outcome(event, rank: Rank(rawValue: rank), at: "BAIL_INITIAL", arrest: day)
            if day == arrest {
                #expect(verdict.step?.rule.id == "B2.\(rule)")
            } else {
                #expect(verdict.refusal?.rule == "B2.\(rule)")
                #expect(verdict.refusal?.missing.count == 1)
            }
        }
    }

    @Test(arguments: [
        ("2017-04-02", "rebail"), ("2017-04-03", "extend_3"), ("2022-10-27", "extend_3"), ("2022-10-28", "extend_6"),
    ])
    func `changes edition with the day of arrest`(arrest: String, event: String) throws {
        for candidate in ["rebail", "extend_3", "extend_6"] {
            let verdict = try outcome(candidate, rank: "superintendent", at: "BAIL_INITIAL", arrest: arrest)
            #expect((verdict.step != nil) == (candidate == event))
        }
    }

    @Test func `does not let a superintendent skip the inspector's extension`() throws {
        let verdict = try outcome("extend_9", rank: "superintendent", at: "BAIL_INITIAL", arrest: Self.since2022)
        #expect(verdict.refusal?.rule == "B2.extend_9")
    }

    @Test func `brings bail back to what it was before the breach`() throws {
        let machine = try #require(RuleBook.current.machine(.b2))
        let rule = try #require(RuleBook.current.rule("B2.rebail_after_breach"))
        for left in rule.to.map(\.state) {
            for between in [["BREACH_ARREST"], ["FAILED_TO_ATTEND", "BREACH_ARREST"]] as [[State]] {
                let past: [State] = ["DETAINED", "BAIL_INITIAL", left] + between
                let verdict = machine.apply(
                    rule.attempt(), at: "BREACH_ARREST", past: past, begunOn: rule.begun, around: Obliging())
                #expect(verdict.step?.to == left)
            }
        }
        let never = machine.apply(
            rule.attempt(), at: "BREACH_ARREST", past: ["DETAINED"], begunOn: rule.begun, around: Obliging())
        #expect(never.refusal?.rule == rule.id)
    }

    @Test func `tells the court's first extension from its next`() throws {
        let machine = try #require(RuleBook.current.machine(.b2))
        for (before, event) in [("BAIL_EXT9", "court_grant_first"), ("BAIL_COURT1", "court_grant_further")] {
            for candidate in ["court_grant_first", "court_grant_further"] {
                let attempt = Attempt(
                    candidate, when: Interval(Day(number: 19_800)), decider: DecisionMaker(organisation: .court),
                    recorders: [.officer])
                let verdict = machine.apply(
                    attempt, at: "BAIL_APP_PENDING", past: [State(rawValue: before), "BAIL_APP_PENDING"],
                    begunOn: Day(number: 19_700), around: Obliging())
                #expect((verdict.step != nil) == (candidate == event))
            }
        }
    }

    @Test func `does not take an acquittal up again for new evidence alone`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        let rule = try #require(RuleBook.current.rule("B1.vrr_or_new_evidence"))
        #expect(machine.judge(rule.attempt(), rule, at: "ACQUITTED").refusal?.rule == rule.id)
        #expect(machine.judge(rule.attempt(), rule, at: "NFA_CPS_EVID").step?.to == "UNDER_INVESTIGATION")
    }

    @Test(arguments: [
        (MachineID.c1, "attempt", "CONTACT_ATTEMPTED"), (.c1, "abe_interview", "ABE_DONE"),
        (.c1, "abe_interview", "WITNESS_CARE"), (.c1, "first_account", "CONTACT_PLANNED"),
        (.c1, "first_account", "DECLINED"), (.c1, "first_account", "UNABLE_TO_TRACE"), (.c1, "reassess", "NOT_VICTIM"),
        (.b1, "new_allegation", "ELIMINATED"), (.b1, "new_allegation", "ACQUITTED"),
        (.b1, "new_allegation", "CONVICTED_PRIMARY"), (.b1, "new_allegation", "NFA_POLICE"),
        (.b1, "interview_voluntarily", "UNDER_INVESTIGATION"), (.b1, "charge_ancillary_only", "SUBMITTED"),
        (.b2, "vary_bail", "BAIL_COURTN"), (.b2, "attend_late", "FAILED_TO_ATTEND"),
        (.b2, "not_prosecuted", "BAIL_APP_PENDING"), (.b2, "arrest_46a", "BAIL_APP_PENDING"),
        (.b2, "charge", "FAILED_TO_ATTEND"), (.c2, "already_receiving", "IDENTIFIED"), (.c2, "decline", "REFERRED"),
        (.c2, "decline", "WAITING"), (.d1, "withdraw", "REQUESTED"), (.d2, "withdraw", "DRAFT"),
    ])
    func `lets what really happens be recorded`(machine: MachineID, event: String, state: State) throws {
        let machine = try #require(RuleBook.current.machine(machine))
        #expect(machine.rule(for: event, at: state, begunOn: Day(number: 17_835)) != nil)
    }

    @Test func `lets social care take a first account`() throws {
        let rule = try #require(RuleBook.current.rule("C1.first_account"))
        #expect(rule.recorders.contains(.care) && rule.recorders.contains(.officer))
        #expect(RuleBook.current.rule("C2.offer")?.recorders.contains(.officer) == true)
    }
}
