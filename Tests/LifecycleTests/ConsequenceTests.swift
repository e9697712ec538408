// What events open: every cause there, every way passable, everything that a victim must be told of told.

import Lifecycle
import Testing

@Suite struct ConsequenceTests {
    static let book = RuleBook.current
    static let table = book.consequences

    private func machine(ofCause cause: String) throws -> Machine {
        let parts = cause.split(separator: ".", maxSplits: 1).map(String.init)
        let id = try #require(parts.first.flatMap(MachineID.init(rawValue:)))
        return try #require(Self.book.machine(id))
    }

    @Test func `names each opening once, says what it is and where it comes from`() {
        #expect(Set(Self.table.map(\.id)).count == Self.table.count)
        for consequence in Self.table {
            #expect(consequence.words.hasSuffix(".") && !consequence.source.isEmpty, "\(consequence.id)")
            #expect(!consequence.causes.isEmpty && Set(consequence.causes).count == consequence.causes.count)
        }
    }

    @Test func `is caused by events that there are, of records of one kind`() throws {
        for consequence in Self.table {
            var kinds: Set<RecordKind> = []
            for cause in consequence.causes {
                let machine = try machine(ofCause: cause)
                let event = String(cause.drop { $0 != "." }.dropFirst())
                let rules = machine.rules(for: event)
                #expect(!rules.isEmpty, "\(consequence.id): \(cause)")
                let leads = Set(rules.flatMap(\.to).map(\.state))
                #expect(consequence.into.allSatisfy(leads.contains), "\(consequence.id)")
                kinds.insert(machine.record)
            }
            #expect(kinds.count == 1 || consequence.paths.allSatisfy { $0.isEmpty }, "\(consequence.id)")
        }
    }

    @Test func `opens records that have a lifecycle, and asks for states that those concerned have`() throws {
        for consequence in Self.table {
            let opened = try #require(Self.book.machine(for: consequence.opens))
            #expect(!opened.rules(for: "fall_away").isEmpty, "what \(consequence.id) opens cannot fall away")
            let concerned: RecordKind = consequence.opens == .retention ? .investigation : .victim
            let states = Set(try #require(Self.book.machine(for: concerned)).states.map(\.id))
            #expect(consequence.entitled.allSatisfy(states.contains))
        }
    }

    @Test(arguments: [
        "B1.arrest", "B1.rearrest", "B1.interview_voluntarily", "B2.release_without_bail", "B2.bail", "B2.vary_bail",
        "B2.bail_to_rui", "B3.charge", "B1.cps_nfa_evidential", "B1.cps_nfa_public_interest", "B1.police_nfa",
        "B3.first_hearing", "B3.plead_guilty", "B3.plead_not_guilty", "D3.fix_trial", "D3.vacate", "B3.verdict_guilty",
        "B3.verdict_not_guilty", "B3.sentence", "B3.appeal", "B3.discontinue", "A.close_at_scoping",
    ])
    func `opens a duty to tell each victim whom it concerns`(cause: String) {
        let opened = Self.table.filter { $0.opens == .duty && $0.causes.contains(cause) }
        #expect(opened.count == 1 && opened[0].entitled == Self.told)
        #expect(opened.first.map { $0.facts["trigger"] != nil } == true)
    }

    private static let told: [State] = [
        "INITIAL_ACCOUNT", "ENGAGED", "ABE_DONE", "WITNESS_CARE", "WITHDRAWN", "CONCLUDED",
    ]

    @Test(arguments: [
        ("B1.police_nfa", "police"), ("B1.cps_nfa_evidential", "CPS"), ("B1.cps_nfa_public_interest", "CPS"),
        ("B3.discontinue", "CPS"), ("B3.offer_no_evidence", "CPS"), ("B3.lie_on_file", "CPS"),
    ])
    func `offers a review under the scheme of whoever decided`(cause: String, scheme: String) {
        let opened = Self.table.filter { $0.opens == .review && $0.causes.contains(cause) }
        #expect(opened.map { $0.facts["scheme"] } == [.choice(scheme)])
    }

    @Test(arguments: ["B3.verdict_not_guilty", "B3.dismiss", "B3.stay", "B1.transfer", "B1.died"])
    func `offers no review of what a court decided, or nobody`(cause: String) {
        #expect(!Self.table.contains { $0.opens == .review && $0.causes.contains(cause) })
    }

    @Test func `opens one retention record for an investigation, when it is first closed`() {
        let opened = Self.table.filter { $0.opens == .retention }
        #expect(opened.count == 1 && opened[0].once && opened[0].causes.contains("A.complete"))
    }
}
