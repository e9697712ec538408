// Taking in a file: every fault in one pass, all or nothing; and out and in again.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

@Suite struct `Taking in a file` {
    let scratch: Scratch

    init() throws { scratch = try .withCasework() }

    private func logSize() throws -> Int { try scratch.with("inspector") { try $0.verifyLog().size } }

    private static let faulty = """
        {"add":"person","ref":"PER-0010","on":"2020-02-01","fields":{"name":"Nora Invented"}}
        {"add":"person","ref":"PER-0010","on":"2020-02-01"}
        {"add":"suspect","ref":"SUS-0010","person":"PER-0010","on":"2020-02-01"}
        {"record":"identify","ref":"SUS-0010","on":"2020-02-03"}
        {"record":"identify","ref":"SUS-0001","id":"EV-ARREST0002","on":"2020-02-03"}
        {"record":"eliminate","ref":"SUS-0001","on":"2020-02-04"}
        not a line at all
        {"record":"identify","ref":"SUS-0001","on":"2020-13-45"}
        {"record":"identify","ref":"SUS-0055","on":"2020-02-03"}
        {"add":"person","ref":"PER-0011","on":"2020-02-01","fields":{"born":"long ago"}}
        {"record":"identify","ref":"SUS-0001","id":"EV-NEW0000001","on":"2020-02-03"}
        {"correct":"EV-NOWHERE001","reason":"A mistake"}
        {"record":"schedule","ref":"SUS-0001","on":"2020-01-01"}

        """

    @Test func `tells every fault in one pass, with its line, its field and its rule`() throws {
        let first = try logSize(), before = try logSize()
        let outcome = try scratch.take(Self.faulty, as: "inspector")
        // Two sign-ins, and one leaf that says that an import was refused.
        #expect(try logSize() == before + 2 * (before - first) + 1)
        #expect(outcome.lines == 13)
        #expect(outcome.faults.map(\.line) == [2, 3, 5, 6, 7, 8, 9, 10, 12, 13])
        let fields = Dictionary(outcome.faults.map { ($0.line, $0.field) }, uniquingKeysWith: { first, _ in first })
        #expect(fields[3] == "investigation" && fields[5] == "id" && fields[8] == "on" && fields[10] == "born")
        let rules = Dictionary(outcome.faults.map { ($0.line, $0.rule) }, uniquingKeysWith: { first, _ in first })
        #expect(rules[6] == "B1.eliminate" && rules[13] == "B1.schedule")
        #expect(outcome.faults.allSatisfy { !$0.text.contains("Nora") && !$0.text.contains("long ago") })
        #expect(try scratch.state("SUS-0001") == "NOMINAL")
        #expect(try scratch.with("inspector") { try $0.list(.person).count } == 3)
    }

    @Test func `changes nothing in the figures when a file is faulty, or only tried`() throws {
        let day = try #require(Day("2020-12-31"))
        let before = try scratch.with("inspector") { try $0.figures(asAt: day) }
        let sound = """
            {"add":"investigation","ref":"INV-0002","on":"2020-01-06"}
            {"record":"accept_for_scoping","ref":"INV-0002","on":"2020-01-07"}

            """
        #expect(try scratch.take(sound, as: "inspector", dryRun: true).faults.isEmpty)
        #expect(try scratch.with("inspector") { try $0.figures(asAt: day) } == before)
        #expect(try scratch.take(sound + "{}\n", as: "inspector").faults.count == 1)
        #expect(try scratch.with("inspector") { try $0.figures(asAt: day) } == before)
        #expect(try scratch.take(sound, as: "inspector").faults.isEmpty)
        #expect(try scratch.with("inspector") { try $0.figures(asAt: day) } != before)
    }

    @Test func `a fault in one record hides no fault in another, and blames nothing that leans on it`() throws {
        let outcome = try scratch.take(
            """
            {"add":"investigation","ref":"INV-0002","on":"2090-01-06"}
            {"record":"accept_for_scoping","ref":"INV-0002","on":"2020-01-07"}
            {"add":"crime","ref":"CRM-0002","investigation":"INV-0002","on":"2020-01-07"}
            {"record":"eliminate","ref":"SUS-0001","on":"2020-02-04"}
            {"record":"rebail","ref":"CUS-0001","on":"2020-03-04"}

            """, as: "inspector")
        #expect(outcome.faults.map(\.line) == [1, 4, 5])
    }

    @Test(arguments: ["officer", "care", "supervisor", "dpo", "publisher"])
    func `is not for everybody`(_ user: String) throws {
        let error = try scratch.turnedAway { try scratch.take("", as: user) }
        #expect(error.kind == .notPermitted)
    }

    @Test func `what was taken out and in again has the same histories`() throws {
        try scratch.record(
            "arrest", "SUS-0001", on: "2020-02-03..2020-02-05", known: "2020-02-10", as: "officer",
            asHappened: "Arrested at a fictional scene")
        try scratch.record("authorise", "CHG-0001", on: "2020-05-01", as: "officer", by: Scratch.prosecutor)
        try scratch.record("charge", "CHG-0001", on: "2020-05-04", as: "officer", by: Scratch.custodyOfficer)
        try scratch.record(
            "bail", "CUS-0001", on: "2020-03-02", as: "officer",
            ["return_on": .text("2020-03-20"), "conditions": .text("Fictional\nconditions, “quoted” \\ 💡")],
            by: Scratch.custodyOfficer)
        _ = try scratch.with("inspector") {
            try $0.correct(CorrectLine(event: "EV-ACTIVE0001", reason: "A trial"), evenIfBroken: true)
        }
        var exported = ""
        _ = try scratch.with("inspector") { try $0.export { exported += $0 } }
        let again = try Scratch()
        try again.found()
        #expect(try again.take(exported, as: "inspector").faults.map(\.text) == [])
        for ref in ["INV-0001", "VIC-0001", "SUS-0001", "SUS-0002", "CUS-0001", "CHG-0001"] {
            let (one, other) = (try scratch.history(ref), try again.history(ref))
            #expect(one.map { Told($0) } == other.map { Told($0) }, "\(ref)")
        }
        for user in ["officer", "dpo"] {
            for ref in ["PER-0001", "PER-0002", "CHG-0001"] {
                let reference = try #require(Reference(ref))
                let one = try scratch.with(user) { try $0.show(reference) }
                let other = try again.with(user) { try $0.show(reference) }
                #expect(one.fields == other.fields && one.links == other.links && one.sealed == other.sealed, "\(ref)")
            }
        }
        #expect(try again.with("inspector") { try $0.check().isWhole })
    }

    @Test func `what the account may not take out, it does not`() throws {
        #expect(try scratch.turnedAway { try scratch.with("officer") { try $0.export { _ in } } }.kind == .notPermitted)
        var exported = ""
        _ = try scratch.with("care-lead") { try $0.export { exported += $0 } }
        #expect(!exported.contains("Simon Fictitious") && exported.contains("Vera Invented"))
        #expect(!exported.contains("SUS-0") && !exported.contains("CHG-0"))
    }

    /// What a history says of an event, whoever recorded it.
    private struct Told: Equatable {
        let id: String, name: String, when: String, known: Day, struck: Day?
        let fields: [String: FieldValue], decider: DecisionMaker?, asHappened: Bool, derived: Bool
        let from: State?, to: State?, reason: String?, cause: String?

        init(_ view: EventView) {
            let event = view.event
            (id, name, when, known, struck) = (event.id, event.name, event.when.text, event.known, event.struck)
            (fields, decider, asHappened, derived) = (event.fields, event.decider, event.asHappened, event.derived)
            (from, to, reason, cause) = (view.from, view.to, view.reason, view.cause)
        }
    }
}
