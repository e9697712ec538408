// Records, events, histories and prospects in print.

import CaseModel
import Testing

@testable import Lifecycle
@testable import Printing

@Suite struct `Records in print` {
    private let day = Day(number: 17_000)

    private func record(title: String? = "Wren Fictional", sealed: [String] = ["grounds"]) -> RecordView {
        RecordView(
            reference: Reference(kind: .suspect, number: 1), state: "UNDER_INVESTIGATION", begun: day, known: day,
            links: ["person": Reference(kind: .person, number: 7)], fields: ["count": .count(3), "open": .flag(true)],
            sealed: sealed, title: title)
    }

    private func event(needsApproval: Bool = false) -> EventView {
        let event = Event(
            seq: 1, id: "EV-AAAAAAAAAA", rule: "B1.arrest", name: "arrest", when: Interval(day), known: day,
            recordedAt: 5, recorder: "officer", fields: ["station": .text("Weirside")], needsApproval: needsApproval)
        return EventView(reference: Reference(kind: .suspect, number: 1), event: event, from: "NOMINAL", to: "ARRESTED")
    }

    @Test func `name what is sealed and do not show it`() {
        let text = record().text
        #expect(text.hasPrefix("SUS-0001  Wren Fictional\n"))
        #expect(text.contains("grounds  sealed: not open to you\n"))
        #expect(text.contains("PER-0007") && text.contains("UNDER_INVESTIGATION"))
    }

    @Test func `keep a hostile title on its own line`() {
        let table = [record(title: "Wren\nSUS-9999  forged\u{202E}")].table
        #expect(table.split(separator: "\n").count == 1)
        #expect(!table.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `as JSON hold values in the form of an import line`() {
        let text = record().json.text
        #expect(text.contains(#""fields":{"count":3,"open":true}"#))
        #expect(text.contains(#""links":{"person":"PER-0007"}"#) && text.contains(#""sealed":["grounds"]"#))
    }

    @Test func `tell a held event from one that stands`() {
        #expect(event(needsApproval: true).isHeld && !event().isHeld)
        #expect(event(needsApproval: true).text { "\($0)" }.contains("held: takes effect when"))
        #expect(!event().text { "\($0)" }.contains("held"))
    }

    @Test func `tell a life from its beginning`() {
        let text = History(record(), [event()]).text { "at \($0)" }
        #expect(text.contains("now UNDER_INVESTIGATION") && text.contains("NOMINAL to ARRESTED  EV-AAAAAAAAAA"))
        #expect(text.contains("recorded at 5 by officer") && text.contains("station  Weirside"))
        #expect(History(record(), []).text { "\($0)" }.contains("nothing has been recorded"))
    }

    @Test(arguments: RecordKind.allCases)
    func `of every kind are described beside the rule book`(kind: RecordKind) {
        #expect(RecordShape.records.text.contains(#"{"kind":"\#(kind.rawValue)","prefix":"\#(kind.prefix)""#))
    }

    @Test func `stand in columns without trailing blanks`() {
        #expect(columns([["a", "", "b"], ["long", "", ""]]) == "a       b\nlong\n")
    }
}
