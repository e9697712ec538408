// The fictional case that the tests of the door work on, and short ways through the door.
import CaseModel
import CaseStore
import Interchange
import Lifecycle
import Testing

extension Scratch {
    /// A live investigation with a crime, a victim, two suspects and one charge, as lines of a file.
    static let casework = """
        {"add":"investigation","ref":"INV-0001","on":"2020-01-06","known":"2020-01-06","fields":{"title":"Fictional investigation"}}
        {"record":"accept_for_scoping","ref":"INV-0001","id":"EV-SCOPED0001","on":"2020-01-06","known":"2020-01-06"}
        {"add":"crime","ref":"CRM-0001","investigation":"INV-0001","on":"2020-01-06","known":"2020-01-06","fields":{"offence":"A fictional offence"}}
        {"add":"person","ref":"PER-0001","on":"2020-01-06","known":"2020-01-06","fields":{"name":"Vera Invented"}}
        {"add":"victim","ref":"VIC-0001","investigation":"INV-0001","person":"PER-0001","on":"2020-01-06","known":"2020-01-06"}
        {"record":"go_live","ref":"INV-0001","id":"EV-ACTIVE0001","on":"2020-01-20","known":"2020-01-20","fields":{"crime":"CRM-0001"}}
        {"add":"person","ref":"PER-0002","on":"2020-01-20","known":"2020-01-20","fields":{"name":"Simon Fictitious"}}
        {"add":"suspect","ref":"SUS-0001","investigation":"INV-0001","person":"PER-0002","on":"2020-01-20","known":"2020-01-20","fields":{"grounds":"Named in a fictional account"}}
        {"add":"person","ref":"PER-0003","on":"2020-01-20","known":"2020-01-20","fields":{"name":"Peter Madeup"}}
        {"add":"suspect","ref":"SUS-0002","investigation":"INV-0001","person":"PER-0003","on":"2020-01-20","known":"2020-01-20"}
        {"record":"identify","ref":"SUS-0002","id":"EV-KNOWN00002","on":"2020-02-01","known":"2020-02-01"}
        {"record":"arrest","ref":"SUS-0002","id":"EV-ARREST0002","on":"2020-03-02","known":"2020-03-02"}
        {"add":"custody","ref":"CUS-0001","suspect":"SUS-0002","on":"2020-03-02","known":"2020-03-02"}
        {"add":"charge","ref":"CHG-0001","suspect":"SUS-0002","crime":"CRM-0001","on":"2020-03-03","known":"2020-03-03","fields":{"offence":"A fictional offence"}}

        """

    /// A store with accounts and the case in it.
    static func withCasework(goLive: String? = nil) throws -> Scratch {
        let scratch = try Scratch()
        try scratch.found(goLive: goLive)
        let outcome = try scratch.take(casework, as: "inspector")
        try #require(outcome.faults.map(\.text) == [])
        return scratch
    }

    /// Opens the store for one account, does `body` and lets the store go.
    @discardableResult
    func with<Result>(_ user: String, _ body: (CaseStore) throws -> Result) throws -> Result {
        let store = try open(user)
        do {
            let result = try body(store)
            try store.close()
            return result
        } catch {
            try store.close()
            throw error
        }
    }

    /// Records an event for one account.
    @discardableResult
    func record(
        _ event: String, _ ref: String, on day: String, known: String? = nil, as user: String,
        _ fields: [String: Scalar] = [:], by decider: DecisionMaker? = nil, asHappened reason: String? = nil
    ) throws -> [EventView] {
        let line = RecordLine(
            event: event, ref: try #require(Reference(ref)), on: try #require(Interval(day)),
            known: try known.map { try #require(Day($0)) }, fields: fields, by: decider, asHappened: reason != nil,
            reason: reason)
        return try with(user) { try $0.record(line) }
    }

    /// The state in which a record stands.
    func state(_ ref: String) throws -> String? {
        let reference = try #require(Reference(ref))
        return try with("inspector") { try $0.show(reference).state?.rawValue }
    }

    /// Everything recorded of a record, as one account sees it.
    func history(_ ref: String, as user: String = "inspector") throws -> [EventView] {
        let reference = try #require(Reference(ref))
        return try with(user) { try $0.history(reference).events }
    }

    /// What the rules say against `body`; fails if they say nothing.
    func refused(_ body: () throws -> some Any) throws -> Refusal {
        let refused = #expect(throws: Refused.self) { _ = try body() }
        return try #require(refused?.refusals.first)
    }

    /// What the door says against `body`; fails if it says nothing.
    func turnedAway(_ body: () throws -> some Any) throws -> StoreError {
        let error = #expect(throws: StoreError.self) { _ = try body() }
        return try #require(error)
    }

    static let custodyOfficer = DecisionMaker(
        name: "C. Fictitious", rank: "custody officer", organisation: .police)
    static let prosecutor = DecisionMaker(
        name: "P. Invented", rank: "senior crown prosecutor", organisation: .prosecution)
}
