// The command `help`: the program says what it can, to people and to other programs.

import Printing

extension Program {
    /// `help`, the one command that the program brings with it.
    var helpCommand: Command {
        Command(
            "help", "Say what the program can do, or what one command does.",
            details: """
                With --json it gives every command and parameter as one structure. It also writes the completion
                script of a shell and the manual page; neither ever completes a reference or a name.
                """,
            examples: [
                "dalesway help record", "dalesway help --json",
                "dalesway help --completion bash > ~/.local/share/bash-completion/completions/dalesway",
                "dalesway help --man > dalesway.1",
            ],
            .rest("command", "The command to explain.", as: String.self),
            .option("completion", "Write the completion script for a shell.", as: Shell.self),
            .flag("man", "Write the manual page.")
        ) { call, path, shell, man in
            if let shell { return Answer(completion(for: shell), json: ["completion": .text(completion(for: shell))]) }
            if man { return Answer(manual, json: ["manual": .text(manual)]) }
            guard !path.isEmpty else { return Answer(overview, json: structure) }
            let found = find(path)
            if let stray = found.stray ?? found.rest.first {
                let choices = found.family.map { subcommands(of: $0) } ?? firstWords
                throw UsageError.unknownCommand(
                    path.joined(separator: " "), nearest: nearest(to: stray, among: choices))
            }
            return Answer(
                help(for: found), json: structure(of: found.command.map { [$0] } ?? found.family.map(commands) ?? []))
        }
    }

    /// Every command as one structure.
    var structure: JSON { structure(of: every) }

    private func structure(of commands: [Command]) -> JSON {
        [
            "program": "dalesway", "programVersion": .text(version), "summary": .text(summary),
            "options": JSON(Global.shapes.map(\.json)),
            "commands": JSON(
                commands.map { command in
                    [
                        "name": .text(command.name), "summary": .text(command.summary),
                        "details": .text(command.details), "usage": .text(command.usage),
                        "examples": JSON(command.examples), "parameters": JSON(command.shapes.map(\.json)),
                    ] as JSON
                }),
            "exits": JSON(Exit.allCases.map { ["code": .number(Int($0.rawValue)), "words": .text($0.words)] as JSON }),
        ]
    }
}

extension Shape {
    /// The shape as JSON.
    var json: JSON {
        [
            "name": .text(name), "place": .text(place.rawValue), "value": .text(value), "words": .text(words),
            "choices": JSON(choices),
        ]
    }
}
