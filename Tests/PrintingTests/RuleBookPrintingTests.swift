// The rule book printed: as JSON that a program can live by, as a drawing, as a handbook.

import FoundationEssentials
import Lifecycle
import Testing

@testable import Printing

@Suite struct RuleBookPrintingTests {
    static let book = RuleBook.current
    static let json = book.json().text
    static let handbook = book.markdown

    @Test func `prints the same twice`() {
        #expect(Self.book.json().text == Self.json)
        #expect(Self.book.markdown == Self.handbook)
    }

    @Test func `prints every rule, with its states, words and source`() {
        for rule in Self.book.machines.flatMap(\.rules) {
            #expect(
                Self.json.contains(
                    "{\"id\":\"\(rule.id)\",\"event\":\"\(rule.event)\",\"kind\":\"\(rule.kind.rawValue)\""))
            #expect(Self.handbook.contains("`\(rule.machine.rawValue).\(rule.event)"))
        }
    }

    @Test func `prints one machine alone`() throws {
        let one = Self.book.json(only: .b1).text
        #expect(one.hasPrefix("{\"version\":1,\"edition\":\"\(Self.book.edition)\""))
        #expect(one.contains("\"id\":\"B1\",\"record\":\"SUS\"") && !one.contains("\"id\":\"B2\""))
        #expect(
            one.contains(
                "{\"field\":\"submission\",\"type\":\"reference\",\"record\":\"SUB\",\"after\":null,\"needed\":\"now\"")
        )
        #expect(one.contains("\"link\":\"self\",\"states\":[\"CHARGED\"],\"among\":["))
        #expect(one.contains("\"where\":{\"role\":[\"PRIMARY\"]}"))
    }

    @Test func `adds what it is given at the end`() {
        #expect(Self.book.json(only: .d1, adding: [("records", [])]).text.hasSuffix("],\"records\":[]}"))
    }

    @Test func `says for which arrests a rule on bail is law`() {
        #expect(Self.json.contains("\"inForce\":{\"from\":\"2022-10-28\",\"to\":null}"))
        #expect(Self.json.contains("\"inForce\":{\"from\":null,\"to\":\"2017-04-02\"}"))
    }

    @Test(arguments: RuleBook.current.machines.map(\.id)) func `draws every state of a machine`(id: MachineID) throws {
        let machine = try #require(Self.book.machine(id))
        let drawing = machine.mermaid
        #expect(drawing.hasPrefix("stateDiagram-v2\n"))
        #expect(drawing.contains("[*] --> \(machine.initial.rawValue)\n"))
        for state in machine.states {
            #expect(drawing.contains(" --> \(state.id.rawValue)"), "\(state.id)")
            #expect(!machine.isTerminal(state.id) || drawing.contains("\(state.id.rawValue) --> [*]"))
        }
        #expect(Self.book.mermaid.contains("as \(id.rawValue) {"))
    }

    @Test func `keeps every row of a table whole`() {
        for line in Self.handbook.split(separator: "\n") where line.hasPrefix("|") {
            #expect(line.hasSuffix("|"))
            var cells = 0
            var escaped = false
            for character in line {
                if character == "|", !escaped { cells += 1 }
                escaped = character == "\\"
            }
            #expect([4, 6].contains(cells), "\(line)")
        }
    }

    @Test func `tells a detective how an arrest goes`() {
        let chapter = Self.book.machine(.b1)?.markdown ?? ""
        #expect(
            chapter.contains(
                "| **The suspect is arrested.**<br>`B1.arrest` | `IDENTIFIED`, `UNTRACED`, `SCHEDULED` **to**"))
        #expect(chapter.contains("Occurrence<br>Recorded by officer, supervisor, inspector"))
        #expect(chapter.contains("`station` **later**: the police station"))
    }

    @Test func `is what the committed handbook says`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/handbook.md")
        let committed = try String(contentsOf: page, encoding: .utf8)
        #expect(committed == Self.handbook, "print it anew: dalesway lifecycle --markdown > docs/handbook.md")
    }
}
