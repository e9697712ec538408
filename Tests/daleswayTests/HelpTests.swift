// Help, the manual and completion, and the declarations that they are made from.

import Foundation
import Testing

@testable import dalesway

@Suite struct `Help` {
    @Test func `of a command says how to call it, with an example`() {
        let help = """
            dalesway list: List.

            Usage: dalesway list <kind> [<text>] [--limit N]

            Arguments:
              <kind>  Of what. One of: investigation, crime, phase, post, person, suspect, custody, charge,
                      victim, support, advice, submission, prosecution, duty, review, information, retention,
                      request, allocation, allegation, aggregate.
              <text>  Like what.

            Options:
              --limit N  How many.

            Example:
              dalesway list person

            The options of every command: dalesway help

            """
        #expect(run(["list", "--help"]) == Said(exit: .ok, out: help, err: ""))
        #expect(run(["help", "list"]).out == help)
        #expect(run(["-h", "list", "nonsense", "here"]).out == help)
    }

    @Test func `of the program and of a family names their commands`() {
        let overview = run(["--help"])
        #expect(overview == run(["help"]) && overview.exit == .ok)
        for name in ["show", "record", "user", "list", "help"] { #expect(overview.out.contains("\n  \(name) ")) }
        #expect(run(["user", "--help"]).out.contains("user add          Add an account."))
        #expect(run(["user", "badge", "--help"]).out.contains("user badge issue  Issue a badge."))
        #expect(!run(["user", "badge", "--help"]).out.contains("user add"))
        #expect(run(["help", "user", "add"]).out.contains("--role ROLE"))
        #expect(run(["--version"]) == Said(exit: .ok, out: "dalesway 9\n", err: ""))
    }

    @Test(arguments: [["help", "--json"], ["help", "show", "--json"], ["--json", "help", "user"]])
    func `as JSON is one structure with a version`(line: [String]) throws {
        let said = run(line)
        let object = try #require(JSONSerialization.jsonObject(with: Data(said.out.utf8)) as? [String: Any])
        #expect(object["version"] as? Int == 1)
        #expect((object["commands"] as? [Any])?.isEmpty == false)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `writes completion that never completes a reference`(shell: String) {
        let script = run(["help", "--completion", shell]).out
        #expect(script.contains("dalesway") && script.contains("as-at"))
        #expect(!script.contains("INV-"))
    }

    @Test func `writes a manual page in which no line is taken for a request`() {
        let manual = run(["help", "--man"]).out
        for line in manual.split(separator: "\n") where line.hasPrefix(".") {
            #expect(line.wholeMatch(of: /\.(Dd|Dt|Os|Sh|Nm|Nd|Op|Ar|Bl|El|It|Pp|Dl|Ev).*/) != nil, "\(line)")
        }
    }
}

/// The declarations of a program, looked over for what the compiler cannot see.
@Suite struct `The commands as declared` {
    @Test(arguments: Dalesway.program.every + sample.every)
    func `are sound`(command: Command) throws {
        let places = command.shapes.map(\.place)
        let names = command.shapes.map(\.name)
        #expect(Set(names).count == names.count, "a name stands twice")
        #expect(Set(names).isDisjoint(with: Global.shapes.map(\.name)), "a name is the program's own")
        #expect(command.summary.hasSuffix("."), "a summary is a sentence")
        for shape in command.shapes {
            #expect(shape.words.hasSuffix("."), "\(shape.name): words are a sentence")
            #expect(shape.name.wholeMatch(of: /[a-zA-Z][a-zA-Z0-9-]*/) != nil, "\(shape.name)")
        }
        let optional = places.firstIndex { $0 == .optionalArgument || $0 == .rest }
        let lastArgument = places.lastIndex(of: .argument)
        if let optional, let lastArgument { #expect(lastArgument < optional, "an argument follows an optional one") }
        if let rest = places.firstIndex(of: .rest) {
            #expect(!places[(rest + 1)...].contains { [.argument, .optionalArgument, .rest].contains($0) })
        }
    }

    @Test(arguments: Dalesway.program.every + sample.every)
    func `have examples that can be followed`(command: Command) throws {
        #expect(!command.examples.isEmpty)
        for example in command.examples {
            let words = example.split(separator: " > ").first.map { $0.split(separator: " ").map(String.init) } ?? []
            #expect(words.first == "dalesway", "\(example)")
            let program = Dalesway.program.every.contains { $0.name == command.name } ? Dalesway.program : sample
            let found = program.find(unquoted(Array(words.dropFirst())))
            #expect(found.command?.name == command.name, "\(example)")
            var line = try Words(found.rest, for: command.shapes + Global.shapes)
            _ = try Global(&line)
            _ = try command.prepare(&line)
        }
    }

    /// Words joined where quotes join them.
    private func unquoted(_ words: [String]) -> [String] {
        var all: [String] = []
        var open: String?
        for word in words {
            let quotes = word.filter { $0 == "'" || $0 == "\"" }.count
            let bare = word.filter { $0 != "'" && $0 != "\"" }
            if let part = open {
                open = part + " " + bare
            } else if quotes % 2 == 1 {
                open = bare
                continue
            } else {
                all.append(bare)
            }
            if quotes % 2 == 1, let whole = open {
                all.append(whole)
                open = nil
            }
        }
        return all
    }

    @Test(arguments: [Dalesway.program, sample])
    func `are called by one name each, in families that exist`(program: Program) {
        let names = program.every.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names where name.contains(" ") {
            // A family, or a command with another beneath it.
            #expect((program.families.map(\.name) + names).contains { name.hasPrefix($0 + " ") }, "\(name)")
        }
        for family in program.families {
            #expect(!program.commands(of: family).isEmpty && !names.contains(family.name), "\(family.name)")
        }
    }
}
