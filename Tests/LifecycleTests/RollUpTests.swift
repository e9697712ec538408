// Where a suspect stands by the charges, and what follows for investigation, victim and prosecution.

import Lifecycle
import Testing

@Suite struct RollUpTests {
    /// A charge of a test: its role and its state.
    struct Count: Sendable {
        let role: String
        let state: State

        static func primary(_ state: State) -> Count { Count(role: "PRIMARY", state: state) }
        static func ancillary(_ state: State) -> Count { Count(role: "ANCILLARY", state: state) }
    }

    /// Charges alone, however they are linked.
    struct Charges: Surroundings {
        let counts: [Count]

        func states(_ condition: Condition, fields: [String: FieldValue]) -> [State] {
            guard condition.record == .charge else { return [] }
            return counts.filter { condition.whereField["role"]?.contains($0.role) ?? true }.map(\.state)
        }
    }

    static let undecided: [State] = ["CHARGED", "NO_VERDICT"]

    private func derived(_ id: MachineID, at state: State, _ counts: [Count], past: [State] = []) throws -> Rule? {
        let machine = try #require(RuleBook.current.machine(id))
        return machine.derived(
            at: state, past: past + [state], begunOn: Day(number: 17_000), around: Charges(counts: counts))
    }

    @Test(
        arguments: [
            ([.primary("CHARGED")], nil),
            ([.primary("CONVICTED"), .primary("NO_VERDICT")], nil),
            ([.primary("NO_VERDICT"), .ancillary("SENTENCED")], nil),
            ([.primary("ABATED")], "DECEASED"),
            ([.primary("ABATED"), .primary("NOT_GUILTY")], "DECEASED"),
            ([.primary("ABATED"), .primary("SENTENCED")], "CONVICTED_PRIMARY"),
            ([], nil),
            ([.primary("CONVICTED")], "CONVICTED_PRIMARY"),
            ([.primary("SENTENCED"), .primary("NOT_GUILTY")], "CONVICTED_PRIMARY"),
            ([.primary("APPEAL"), .primary("LIE_ON_FILE")], "CONVICTED_PRIMARY"),
            ([.primary("UPHELD"), .ancillary("CHARGED")], "CONVICTED_PRIMARY"),
            ([.primary("NOT_GUILTY")], "ACQUITTED"),
            ([.primary("NO_EVIDENCE"), .primary("NOT_GUILTY"), .primary("NOT_AUTHORISED")], "ACQUITTED"),
            ([.primary("NOT_GUILTY"), .ancillary("SENTENCED")], "ACQUITTED"),
            ([.primary("NOT_GUILTY"), .primary("DISCONTINUED")], "PROCEEDINGS_ENDED"),
            ([.primary("STAYED")], "PROCEEDINGS_ENDED"),
            ([.primary("QUASHED"), .ancillary("NOT_GUILTY")], "PROCEEDINGS_ENDED"),
            ([.primary("DISCONTINUED"), .ancillary("CHARGED")], "PROCEEDINGS_ENDED"),
            ([.primary("DISCONTINUED"), .ancillary("SENTENCED")], "CONVICTED_ANCILLARY_ONLY"),
        ] as [([Count], State?)])
    func `rolls the charges up into where the suspect stands`(counts: [Count], stands: State?) throws {
        for shuffled in [counts, counts.reversed()] {
            #expect(try derived(.b1, at: "CHARGED", shuffled)?.to.first?.state == stands)
            #expect(try derived(.b1, at: "WANTED", shuffled, past: ["CHARGED"])?.to.first?.state == stands)
            let since: [State] = ["CHARGED", "CONVICTED_PRIMARY", "IDENTIFIED"]
            let undecided = shuffled.contains { $0.role == "PRIMARY" && Self.undecided.contains($0.state) }
            #expect(
                try derived(.b1, at: "WANTED", shuffled, past: since)?.to.first?.state == (undecided ? "CHARGED" : nil),
                "a later allegation is its own matter, until something is to be tried")
        }
    }

    @Test(
        arguments: [
            "NOMINAL", "IDENTIFIED", "UNTRACED", "SCHEDULED", "UNDER_INVESTIGATION", "SUBMITTED", "WANTED",
            "ELIMINATED",
            "NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "OUT_OF_COURT", "CONVICTED_PRIMARY", "CONVICTED_ANCILLARY_ONLY",
            "ACQUITTED", "PROCEEDINGS_ENDED",
        ] as [State])
    func `charges a suspect with the first primary charge that is laid, wherever the suspect stood`(state: State) throws
    {
        #expect(try derived(.b1, at: state, [.primary("CHARGED")], past: ["IDENTIFIED"])?.event == "charged")
        #expect(try derived(.b1, at: state, [.primary("AUTHORISED")], past: ["IDENTIFIED"])?.event != "charged")
        #expect(try derived(.b1, at: state, [.ancillary("CHARGED")], past: ["IDENTIFIED"])?.event != "charged")
    }

    @Test func `leaves a suspect who was charged and is sought as sought`() throws {
        #expect(try derived(.b1, at: "WANTED", [.primary("CHARGED")], past: ["IDENTIFIED", "CHARGED"]) == nil)
    }

    @Test func `takes a conviction back that does not stand`() throws {
        #expect(
            try derived(.b1, at: "CONVICTED_PRIMARY", [.primary("QUASHED")])?.to.first?.state == "PROCEEDINGS_ENDED")
        #expect(try derived(.b1, at: "CONVICTED_PRIMARY", [.primary("QUASHED"), .primary("SENTENCED")]) == nil)
        #expect(try derived(.b1, at: "CONVICTED_PRIMARY", [.primary("TRIAL_LISTED")])?.event == "charged")
        let ancillary = try derived(.b1, at: "CONVICTED_ANCILLARY_ONLY", [.primary("STAYED"), .ancillary("QUASHED")])
        #expect(ancillary?.to.first?.state == "PROCEEDINGS_ENDED")
        #expect(try derived(.b1, at: "PROCEEDINGS_ENDED", [.ancillary("QUASHED")]) == nil)
    }

    @Test(arguments: ["NFA_POLICE", "NFA_CPS_EVID", "NFA_CPS_PI", "PROCEEDINGS_ENDED"])
    func `lets an ancillary conviction follow a primary matter that is closed`(state: State) throws {
        #expect(try derived(.b1, at: state, [.ancillary("CHARGED")]) == nil)
        #expect(try derived(.b1, at: state, [.ancillary("CONVICTED")])?.event == "primary_ended_ancillary_convicted")
    }

    @Test func `leaves a conviction closed when it is quashed, and back in court when a retrial is ordered`() throws {
        let machine = try #require(RuleBook.current.machine(.b1))
        for (count, event) in [
            (Count.primary("QUASHED"), "conviction_quashed"), (.primary("TRIAL_LISTED"), "retrial_ordered_on_appeal"),
        ] {
            for candidate in ["conviction_quashed", "retrial_ordered_on_appeal"] {
                let attempt = Attempt(
                    candidate, when: Interval(Day(number: 17_100)), decider: DecisionMaker(organisation: .court),
                    recorders: [.officer])
                let verdict = machine.apply(
                    attempt, at: "CONVICTED_PRIMARY", past: [], begunOn: Day(number: 17_000),
                    around: Charges(counts: [count]))
                #expect((verdict.step != nil) == (candidate == event))
            }
        }
    }

    @Test func `finalises a prosecution when its last count closes, and not before it has any`() throws {
        #expect(try derived(.d3, at: "POST_CHARGE", []) == nil)
        #expect(try derived(.d3, at: "SENTENCING", [.primary("SENTENCED"), .primary("CONVICTED")]) == nil)
        #expect(
            try derived(.d3, at: "IN_TRIAL", [.primary("NOT_GUILTY"), .primary("LIE_ON_FILE")])?.event == "all_closed")
    }

    @Test func `puts a victim with witness care only on a charge concerning that victim`() throws {
        #expect(try derived(.c1, at: "ABE_DONE", [.primary("PROPOSED")]) == nil)
        #expect(try derived(.c1, at: "ABE_DONE", [.primary("CHARGED")])?.event == "to_witness_care")
        #expect(try derived(.c1, at: "WITHDRAWN", [.primary("CHARGED")]) == nil)
    }

    @Test func `puts the investigation at court on its first charge`() throws {
        #expect(try derived(.a, at: "ACTIVE", [.primary("AUTHORISED")]) == nil)
        for state in ["ACTIVE", "WITH_CPS", "PAUSED"] as [State] {
            #expect(try derived(.a, at: state, [.ancillary("CHARGED")])?.event == "first_charge")
        }
        #expect(try derived(.a, at: "SCOPING", [.primary("CHARGED")]) == nil)
        #expect(try derived(.a, at: "COMPLETED", [.primary("APPEAL")]) == nil, "an appeal alone opens nothing again")
        #expect(try derived(.a, at: "COMPLETED", [.primary("TRIAL_LISTED")])?.event == "back_at_court")
    }
}
