// Recording through the door: what is lawful, and what is refused and why.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `Recording an event` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    @Test func `moves the record and says from where to where`() throws {
        let views = try scratch.record(
            "identify", "SUS-0001", on: "2020-02-03", as: "officer", ["grounds": .text("A fictional account")])
        #expect(views.map(\.event.rule) == ["B1.identify"])
        #expect(views.first?.from == "NOMINAL" && views.first?.to == "IDENTIFIED")
        #expect(try scratch.state("SUS-0001") == "IDENTIFIED")
        let event = try #require(try scratch.history("SUS-0001").first)
        #expect(event.event.fields["grounds"] == .text("A fictional account"))
        #expect(event.event.recorder == "officer")
    }

    @Test func `refuses a transition that the lifecycle has not, and says where the record stands`() throws {
        let refusal = try scratch.refused {
            try scratch.record("schedule", "SUS-0001", on: "2020-02-03", as: "supervisor")
        }
        #expect(refusal.rule == "B1.schedule")
        #expect(refusal.missing == ["the suspect must be IDENTIFIED; it is NOMINAL"])
        #expect(refusal.who == ["supervisor", "inspector"])
        #expect(try scratch.state("SUS-0001") == "NOMINAL")
        #expect(try scratch.history("SUS-0001").isEmpty)
    }

    @Test func `refuses an event that no lifecycle of the record knows`() throws {
        let refusal = try scratch.refused {
            try scratch.record("teleport", "SUS-0001", on: "2020-02-03", as: "officer")
        }
        #expect(refusal.rule == "B1")
    }

    @Test func `refuses a missing field by its name`() throws {
        let refusal = try scratch.refused {
            try scratch.record("eliminate", "SUS-0001", on: "2020-02-03", as: "supervisor")
        }
        #expect(refusal.rule == "B1.eliminate")
        #expect(refusal.missing == ["why: what rules the person out"])
    }

    @Test func `refuses a field of the wrong kind, and one that the event has not`() throws {
        let wrong = try scratch.refused {
            try scratch.record(
                "schedule", "SUS-0002", on: "2020-04-01", as: "supervisor", ["interview_on": .text("soon")])
        }
        #expect(wrong.rule == "B1.schedule" && wrong.missing == ["interview_on"])
        let unknown = try scratch.refused {
            try scratch.record("identify", "SUS-0001", on: "2020-02-03", as: "officer", ["colour": .text("a secret")])
        }
        #expect(unknown.missing == ["colour: no field of identify"])
    }

    @Test func `refuses a decision of somebody too junior, and takes it from one who may decide`() throws {
        let fields: [String: Scalar] = ["return_on": .text("2020-03-20")]
        let refusal = try scratch.refused {
            try scratch.record("bail", "CUS-0001", on: "2020-03-02", as: "officer", fields)
        }
        #expect(refusal.rule == "B2.bail")
        #expect(refusal.who.contains { $0.hasPrefix("a custody officer") })
        try scratch.record("bail", "CUS-0001", on: "2020-03-02", as: "officer", fields, by: Scratch.custodyOfficer)
        let bail = try #require(try scratch.history("CUS-0001").first)
        #expect(bail.to == "BAIL_INITIAL")
        #expect(bail.event.decider?.name == "C. Fictitious")
        // The period of 28 days has long ended.
        #expect(try scratch.state("CUS-0001") == "ABP_EXPIRED")
    }

    @Test(arguments: ["care", "care-lead"])
    func `refuses social care what is for the police to record`(_ user: String) throws {
        let refusal = try scratch.refused { try scratch.record("identify", "SUS-0001", on: "2020-02-03", as: user) }
        #expect(refusal.rule == "B1.identify")
        #expect(refusal.missing == ["an account with the role officer, supervisor or inspector"])
        #expect(refusal.who == ["officer", "supervisor", "inspector"])
    }

    @Test func `refuses a data-protection officer what is not about rights or retention`() throws {
        let refusal = try scratch.refused { try scratch.record("identify", "SUS-0001", on: "2020-02-03", as: "dpo") }
        #expect(refusal.rule == "B1.identify" && refusal.who == ["officer", "supervisor", "inspector"])
    }

    @Test(arguments: ["publisher", "custodian"])
    func `turns away whoever records nothing at all`(_ user: String) throws {
        let error = try scratch.turnedAway { try scratch.record("identify", "SUS-0001", on: "2020-02-03", as: user) }
        #expect(error.kind == .notPermitted)
        #expect(try scratch.state("SUS-0001") == "NOMINAL")
    }

    @Test func `turns away a reference that there is not`() throws {
        let error = try scratch.turnedAway {
            try scratch.record("identify", "SUS-0099", on: "2020-02-03", as: "officer")
        }
        #expect(error.kind == .badData && error.sentence.contains("SUS-0099"))
        let field = try scratch.turnedAway {
            try scratch.record(
                "submit_charging", "SUS-0002", on: "2020-04-01", as: "supervisor", ["submission": .text("SUB-0001")])
        }
        #expect(field.kind == .badData)
    }

    @Test func `turns away a record that has no lifecycle`() throws {
        let error = try scratch.turnedAway {
            try scratch.record("identify", "CRM-0001", on: "2020-02-03", as: "officer")
        }
        #expect(error.kind == .badData)
    }

    @Test func `refuses a day before the record began, and turns away one that has not come`() throws {
        let refusal = try scratch.refused {
            try scratch.record("identify", "SUS-0001", on: "2020-01-19", as: "officer")
        }
        #expect(refusal.rule == "B1.identify" && refusal.why.contains("2020-01-20"))
        let error = try scratch.turnedAway {
            try scratch.record("identify", "SUS-0001", on: "2090-01-01", as: "officer")
        }
        #expect(error.kind == .badData)
        #expect(try scratch.state("SUS-0001") == "NOMINAL")
    }

    @Test func `refuses to know something before it happened`() throws {
        _ = try scratch.refused {
            try scratch.record("identify", "SUS-0001", on: "2020-02-03", known: "2020-02-02", as: "officer")
        }
    }

    @Test func `refuses a backdated event that breaks the past, and names what it would break`() throws {
        let refusal = try scratch.refused {
            try scratch.record(
                "eliminate", "SUS-0002", on: "2020-02-20", as: "supervisor", ["why": .text("A fictional reason")])
        }
        #expect(refusal.rule == "B1.arrest" && refusal.why.contains("EV-ARREST0002"))
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        #expect(try scratch.history("SUS-0002").count == 2)
    }

    @Test func `takes a backdated event that leaves the past as it may be`() throws {
        try scratch.record("schedule", "SUS-0002", on: "2020-02-20", as: "supervisor")
        #expect(try scratch.state("SUS-0002") == "UNDER_INVESTIGATION")
        let events = try scratch.history("SUS-0002")
        #expect(events.map(\.event.name) == ["identify", "schedule", "arrest"])
        #expect(events.last?.from == "SCHEDULED")
    }

    @Test func `keeps both ends of a range of days`() throws {
        try scratch.record("identify", "SUS-0001", on: "2020-02-03..2020-02-20", as: "officer")
        let event = try #require(try scratch.history("SUS-0001").first?.event)
        #expect(event.when.text == "2020-02-03..2020-02-20" && event.when.isRanged)
    }

    @Test func `takes what happened against a rule, with the reason, and no decision against one`() throws {
        let refusal = try scratch.refused { try scratch.record("arrest", "SUS-0001", on: "2020-02-03", as: "officer") }
        #expect(refusal.rule == "B1.arrest")
        try scratch.record(
            "arrest", "SUS-0001", on: "2020-02-03", as: "officer", asHappened: "Arrested at a fictional scene")
        let view = try #require(try scratch.history("SUS-0001").first)
        #expect(view.event.asHappened && view.reason == "Arrested at a fictional scene")
        #expect(try scratch.state("SUS-0001") == "UNDER_INVESTIGATION")
        let decision = try scratch.refused {
            try scratch.record("unschedule", "SUS-0001", on: "2020-02-04", as: "supervisor", asHappened: "Because")
        }
        #expect(decision.rule == "B1.unschedule")
    }

    @Test func `says what may come next, and what stands in the way of the rest`() throws {
        let reference = try #require(Reference("SUS-0001"))
        let prospects = try scratch.with("officer") { try $0.next(reference).prospects }
        #expect(!prospects.isEmpty)
        let error = try scratch.turnedAway { try scratch.with("publisher") { try $0.next(reference) } }
        #expect(error.kind == .notPermitted)
    }
}
