// What the commands make of fields, of files and of the words for bodies.

import CaseStore
import Glibc
import Interchange
import Lifecycle
import Testing

@testable import dalesway

@Suite struct `Fields of a command` {
    private func type(_ name: String) -> FieldType? {
        ["low": .count(min: 0, max: 9), "flagged": .flag, "title": .text][name]
    }

    @Test func `are typed by the rule book`() throws {
        let fields = [
            Field(name: "low", value: "3"), Field(name: "flagged", value: nil), Field(name: "title", value: "7"),
        ]
        #expect(try fields.scalars(type) == ["low": .number(3), "flagged": .flag(true), "title": .text("7")])
    }

    @Test func `that cannot be of their type go on as text, for the rules to refuse`() throws {
        let fields = [Field(name: "low", value: "many"), Field(name: "unheard_of", value: "x")]
        #expect(try fields.scalars(type) == ["low": .text("many"), "unheard_of": .text("x")])
    }

    @Test func `without a value are wrong usage`() {
        #expect(throws: UsageError.missingValue("--title")) {
            try [Field(name: "title", value: nil)].scalars(type)
        }
    }

    @Test(arguments: zip(["police", "council", "Court", "nobody"], [Organisation.police, .council, .court, nil]))
    func `name a body by its word or its name`(word: String, body: Organisation?) {
        #expect(Organisation.read(word) == body)
    }
}

@Suite struct `The body of who decided` {
    @Test(
        arguments: zip(
            ["custody officer", "prosecutor", "detective superintendent", "court", "astronomer"],
            [Organisation.police, .prosecution, .police, .court, nil]))
    func `follows from the rank, where the rule book gives the rank one`(rank: Rank, body: Organisation?) {
        #expect(RuleBook.current.body(of: rank, deciding: "bail", of: .custody) == body)
    }

    @Test func `is asked of the event's own rules first`() {
        #expect(RuleBook.current.body(of: "prosecutor", deciding: "authorise", of: .charge) == .prosecution)
        #expect(RuleBook.current.body(of: "custody officer", deciding: "no such event", of: .charge) == .police)
    }
}

@Suite struct `A new file` {
    private func path() -> String {
        var template = Array("/tmp/dalesway-test-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        close(descriptor)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test func `never takes another's place`() {
        let path = path()
        defer { _ = unsafe unlink(path) }
        #expect { _ = try NewFile(path) } throws: { ($0 as? Trouble)?.exit == .cannotCreate }
    }

    @Test func `is for its owner alone and holds what was written`() throws {
        let path = path()
        _ = unsafe unlink(path)
        let file = try NewFile(path)
        defer { file.remove() }
        try file.write("one\n")
        try file.write("two\n")
        try file.finish()
        var facts = stat()
        #expect(unsafe stat(path, &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        let lines = try LinesFile(path)
        #expect(try lines.next().map { String(decoding: $0, as: UTF8.self) } == "one\ntwo\n")
        #expect(try lines.next() == nil)
    }

    @Test func `that is to be read must be there, and no folder`() {
        #expect { _ = try LinesFile("/nowhere/at/all") } throws: { ($0 as? Trouble)?.exit == .noInput }
        #expect { _ = try LinesFile("/tmp") } throws: { ($0 as? Trouble)?.exit == .noInput }
    }
}

@Suite struct `Failures of the case file` {
    private static let codes: [(StoreError.Kind, Exit)] = [
        (.missing, .noInput), (.exists, .cannotCreate), (.busy, .tryAgain), (.notRecognised, .notPermitted),
        (.notPermitted, .notPermitted), (.badData, .data), (.damaged, .io), (.newer, .io), (.inputOutput, .io),
        (.fault, .software),
    ]

    @Test(arguments: codes)
    func `end with the documented code`(kind: StoreError.Kind, exit: Exit) {
        #expect(StoreError(kind, "A sentence.").exit == exit)
    }

    @Test func `by several rules are each said`() {
        let refused = Refused(["B1.arrest", "A.open"].map { Refusal(rule: $0, why: "No.", missing: ["x", "y"]) })
        #expect(
            refused.sentence == """
                refused by B1.arrest: No.
                  missing: x
                  missing: y
                refused by A.open: No.
                  missing: x
                  missing: y
                """)
        #expect(refused.members.map(\.0) == ["refused", "also"])
    }

    @Test func `tell accounts that may record from people who may decide`() {
        let refusal = Refusal(
            rule: "B2.bail", why: "No.", accounts: ["officer", "supervisor"], deciders: ["a custody officer"])
        #expect(
            Refused([refusal]).sentence == """
                refused by B2.bail: No.
                  accounts that can: officer, supervisor
                  can decide it: a custody officer
                """)
        #expect(refusal.who == ["officer", "supervisor", "a custody officer"])
    }

    @Test func `by no rule of the book name no rule`() {
        #expect(
            Refused([Refusal(rule: "B1", why: "There is no such event.")]).sentence
                == "refused: There is no such event.")
    }
}
