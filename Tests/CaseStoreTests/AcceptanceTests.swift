// Two of the acceptance checks of the figures, asked of the store itself; the others drive the program: test-acceptance.
import Access
import CaseModel
import FoundationEssentials
import Interchange
import Lifecycle
import Rows
import Testing

@testable import CaseStore

@Suite struct `Acceptance checks asked of the store` {
    private static let police = #""by":{"rank":"custody officer","organisation":"West Yorkshire Police"}"#
    private static let prosecutor = #""by":{"rank":"crown prosecutor","organisation":"Crown Prosecution Service"}"#

    private static func line(_ event: String, _ on: String, of ref: String = "CUS-0009", _ more: String = "") -> String
    {
        #"{"record":"\#(event)","ref":"\#(ref)","on":"\#(on)","known":"\#(on)"\#(more.isEmpty ? "" : ",")\#(more)}"#
            + "\n"
    }

    private static let arrest =
        #"{"record":"arrest","ref":"SUS-0002","on":"2024-01-10","known":"2024-01-10","asHappened":true,"reason":"For the test"}"#
        + "\n" + #"{"add":"custody","ref":"CUS-0009","suspect":"SUS-0002","on":"2024-01-10","known":"2024-01-10"}"#
        + "\n"
        + line("bail", "2024-01-10", police)

    /// An arrest and bail of January 2024, and what the CPS asks told by hand, as no file is linked.
    private static let byHand =
        arrest + line("bail_for_dpp", "2024-03-11", police) + line("dpp_asks_more", "2024-04-15", prosecutor)
        + line("dpp_request_met", "2024-04-29") + line("charge", "2024-05-20", police)

    /// The same with the file linked: its action plan sets the clock going, and the answer stops it.
    private static let byTheFile =
        arrest
        + #"{"add":"submission","ref":"SUB-0009","investigation":"INV-0001","on":"2024-02-01","known":"2024-02-01"}"#
        + "\n" + line("submit", "2024-03-11", of: "SUB-0009")
        + line("bail_for_dpp", "2024-03-11", police + #","fields":{"submission":"SUB-0009"}"#)
        + line("triage_accept", "2024-03-20", of: "SUB-0009", prosecutor)
        + line("start_review", "2024-04-01", of: "SUB-0009", prosecutor)
        + line("issue_action_plan", "2024-04-15", of: "SUB-0009", prosecutor)
        + line("action_plan_met", "2024-04-29", of: "SUB-0009")
        + line("decide", "2024-05-20", of: "SUB-0009", prosecutor + #","fields":{"decision":"charge, full code"}"#)
        + line("charge", "2024-05-20", police)

    @Test(arguments: [byHand, byTheFile])
    func `5 the bail period runs, stands still for the CPS, runs again for what it asks, and keeps its days`(
        bail: String
    ) throws {
        let scratch = try Scratch.withCasework()
        #expect(try scratch.take(bail, as: "inspector").faults.map(\.text) == [])
        let spans = try scratch.with("inspector") { store in
            try store.connection.spans(ofRecord: store.row(Reference(kind: .custody, number: 9)).id).keys
        }
        let clock = spans.filter { $0.code.hasSuffix("B2.abp") && $0.knownTo == Span.open }
            .sorted { ($0.from, $0.code) < ($1.from, $1.code) }
        let told = clock.map { span in
            let what = span.code.hasPrefix("due/") ? "runs from" : "stands still,"
            let days =
                span.code.hasPrefix("due/")
                ? "\(span.windowFrom?.iso ?? "") to \(span.windowTo?.iso ?? "")" : "\(span.low ?? 0) days left"
            return "\(what) \(days), until \(span.to.iso)"
        }
        // 60 of 91 days from 11 January to 10 March; 14 of the other 31 from 15 to 28 April.
        #expect(
            told == [
                "runs from 2024-01-11 to 2024-04-10, until 2024-03-11", "stands still, 31 days left, until 2024-04-15",
                "runs from 2024-04-15 to 2024-05-15, until 2024-04-29", "stands still, 17 days left, until 2024-05-20",
            ])
    }

    /// What erasure does as yet: its keys are destroyed, its details in the log with them.
    ///
    /// No command calls it, what is not sealed is not stripped, and others' text that speaks of the person is not listed.
    @Test func `9 the entry of an erasure carries none of what was erased, and nor does the log any more`() throws {
        let scratch = try Scratch.withCasework()
        let person = Reference(kind: .person, number: 2)
        let erased = ["Simon Fictitious", "Named in a fictional account", "PER-0002", "SUS-0001"]
        let before = try scratch.with("dpo") { try $0.log(LogFilter(about: person)) }
        #expect(!before.isEmpty)
        try scratch.with("custodian") { store in
            store.reason = Reason(.dataRights)
            try store.destroyKeys(of: person)
        }
        let log = try scratch.with("dpo") { try $0.log() }
        let entry = try #require(log.last { $0.verb == "erasure" })
        for words in erased {
            #expect(!entry.words.contains(words) && !entry.detail.joined().contains(words), "\(words)")
        }
        #expect(entry.subjects.isEmpty || !entry.subjects.contains(person))
        let after = log.filter { $0.subjects.contains(person) || $0.detail.joined().contains("PER-0002") }
        #expect(after.isEmpty, "\(after.map(\.words))")
        var exported = ""
        _ = try scratch.with("dpo") { try $0.exportLog { exported += $1 } }
        for words in erased {
            #expect(!exported.contains(words))
            #expect(!exported.contains(Data(words.utf8).base64EncodedString()))
        }
        #expect(try scratch.with("dpo") { try $0.verifyLog().faults } == [])
    }
}
