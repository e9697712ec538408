// The rule book printed: as JSON that a program can live by, as a drawing, as a handbook.

import FoundationEssentials
import Lifecycle
import Testing

@testable import Printing

@Suite struct RuleBookPrintingTests {
    static let book = RuleBook.current
    static let json = book.json().text
    static let handbook = book.markdown()

    @Test func `prints the same twice`() {
        #expect(Self.book.json().text == Self.json)
        #expect(Self.book.markdown() == Self.handbook)
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
        let one = Self.book.json(only: .machine(.b1)).text
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
        #expect(Self.book.json(only: .machine(.d1), adding: [("records", [])]).text.hasSuffix("],\"records\":[]}"))
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
            #expect((3...7).contains(cells), "\(line)")
        }
    }

    @Test func `tells a detective how an arrest goes`() {
        let chapter = Self.book.markdown(.machine(.b1))
        #expect(
            chapter.contains(
                "| **The suspect is arrested.**<br>`B1.arrest` | `IDENTIFIED`, `UNTRACED`, `SCHEDULED` **to**"))
        #expect(chapter.contains("Occurrence<br>Recorded by officer, supervisor, inspector"))
        #expect(chapter.contains("`station` **later**: the police station"))
    }

    @Test func `has a chapter for every lifecycle, for what follows, for clocks, editions and what is vouched for`() {
        let heads = Self.handbook.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        let wanted =
            ["How to read it", "Contents", "Adoption"] + Self.book.machines.map { "\($0.id.rawValue) \($0.title)" }
            + ["What follows by itself", "What events open", "Time limits", "Editions", "What is vouched for"]
        #expect(heads == wanted)
        #expect(Self.handbook.components(separatedBy: "```mermaid").count == Self.book.machines.count + 1)
    }

    @Test func `tells law from choice in every row of rules, effects, openings and clocks`() {
        let rules = Self.book.machines.flatMap(\.rules)
        for (words, laws) in [
            ("**Law**", rules.count(where: \.law)), ("*Choice*", rules.count { !$0.law }),
        ] {
            let rows = Self.handbook.components(separatedBy: "| \(words)").count - 1
            #expect(rows > 0 && laws > 0)
        }
        for line in Self.handbook.split(separator: "\n") where line.hasPrefix("| **") && !line.hasPrefix("| **Law") {
            guard !line.hasPrefix("| **now**"), !line.hasPrefix("| **later**") else { continue }
            #expect(line.contains("| **Law**<br>") || line.contains("| *Choice*"), "\(line)")
        }
    }

    @Test func `every derived rule stands in the table of effects with its causes`() {
        for effect in Self.book.derivedEffects {
            #expect(Self.handbook.contains("`\(effect.rule.id)` of the \(effect.rule.machine.record.rawValue)"))
            #expect(!effect.rule.followsByItself || !effect.causes.isEmpty, "\(effect.rule.id)")
            for cause in effect.causes {
                #expect(
                    Self.book.machines.contains { $0.rules.contains { "\($0.machine.rawValue).\($0.event)" == cause } })
            }
        }
        for opening in Self.book.consequences {
            #expect(Self.handbook.contains("`\(opening.id)`, a \(opening.opens.rawValue) record"))
        }
        for clock in Clock.all { #expect(Self.handbook.contains("**\(clock.words)**<br>`\(clock.id)`")) }
    }

    @Test func `prints one chapter alone, and as JSON its members alone`() {
        for (name, chapter) in Chapter.named {
            #expect(Self.handbook.contains(Self.book.markdown(chapter)), "\(name)")
            let json = Self.book.json(only: chapter).text
            #expect(!json.contains("\"machines\""))
            for member in chapter.members { #expect(json.contains("\"\(member)\":[")) }
        }
        #expect(Self.book.json(only: .machine(.b2)).text.contains("\"id\":\"B2.abp\""))
        #expect(!Self.book.json(only: .machine(.a)).text.contains("\"id\":\"B2.abp\""))
    }

    @Test func `prints the rules of a day under its edition's name and days`() throws {
        let day = try #require(Day("2016-09-19"))
        let then = Self.book.asOf(day)
        let page = then.markdown(.machine(.b2), on: day)
        #expect(
            page.hasPrefix("**As it is for a record that begins, and an event that happens, on 19 September 2016**"))
        #expect(page.contains("edition before 2017, in force to 2 April 2017."))
        #expect(page.contains("`B2.rebail.bail_initial`"))
        for state in ["BAIL_EXT3", "BAIL_EXT6", "BAIL_COURT1", "ABP_EXPIRED"] { #expect(!page.contains("`\(state)`")) }
        let json = then.json(on: day).text
        #expect(json.contains("\"edition\":\"before 2017\""))
        #expect(json.contains("\"on\":\"2016-09-19\""))
        #expect(!json.contains("\"id\":\"B2.extend_6\""))
    }

    @Test func `says in JSON for which days of the event a rule is law, what sets it off and which clock it ends`() {
        #expect(Self.json.contains("\"during\":{\"from\":null,\"to\":null}"))
        #expect(Self.json.contains("\"triggers\":[{\"event\":\"C1.tell\",\"link\":\"own:victim\"}]"))
        #expect(Self.json.contains("\"clocks\":[{\"id\":\"B2.abp\",\"words\":\"the bail period ends\"}]"))
        #expect(Self.json.contains("\"events\":[\"opt_out\"],\"amongEvents\":[\"opt_out\",\"opt_in\"]"))
        #expect(Self.json.contains("\"period\":{\"unit\":\"working day\",\"count\":5}"))
    }

    @Test func `is what the committed handbook says`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/handbook.md")
        let committed = try String(contentsOf: page, encoding: .utf8)
        #expect(committed == Self.handbook, "print it anew: dalesway lifecycle --markdown > docs/handbook.md")
    }
}
