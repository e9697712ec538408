// The program as a whole: finds the command, runs it, prints its answer or its error.

import Access
import Printing

/// The commands, and the one way in and out.
struct Program: Sendable {
    let version: String
    let summary: String
    let families: [Family]
    /// The commands of the case file; `help` is the program's own and stands in `every`.
    let commands: [Command]

    /// Every command there is.
    var every: [Command] { commands + [helpCommand] }

    /// Runs one command line and gives the code to end with.
    func run(
        _ line: [String], environment: Environment, clock: Clock = .system, talk: Talk = Talk(),
        output: Output = Output()
    ) -> Exit {
        do {
            let exit = try answer(line, environment, clock, talk, output)
            try output.flush()
            return exit
        } catch let error as UsageError {
            talk.complain(error.sentence)
            if error.exit == .usage { talk.say(usage(for: line)) }
            return error.exit
        } catch {
            return report(error, json: line.contains("--json"), talk, output, clock)
        }
    }

    private func answer(
        _ line: [String], _ environment: Environment, _ clock: Clock, _ talk: Talk, _ output: Output
    ) throws -> Exit {
        let found = find(line)
        if let stray = found.stray { throw unknown(stray, in: found.family) }
        var words = try Words(found.rest, for: (found.command?.shapes ?? []) + Global.shapes)
        let global = try Global(&words)
        if global.version {
            try output.write("dalesway \(version)\n")
            return .ok
        }
        if global.help {
            try output.write(visible(help(for: found)))
            return .ok
        }
        guard let command = found.command else {
            throw found.family.map { UsageError.missingSubcommand(of: $0.name, choices: subcommands(of: $0)) }
                ?? UsageError.noCommand
        }
        let body = try command.prepare(&words)
        let call = Call(
            store: try environment.store(global.store),
            stateHome: environment.state,
            named: global.user ?? environment["DALESWAY_USER"],
            reasonGiven: global.reason.map { .success($0) } ?? Reason.said(in: environment),
            json: global.json,
            passphrase: Passphrase(
                descriptor: global.passphraseDescriptor, file: environment["DALESWAY_PASSPHRASE_FILE"]),
            style: Style(global.style, isTerminal: output.isTerminal, environment: environment),
            talk: talk, output: output, clock: clock, scratch: environment["TMPDIR", default: "/tmp"])
        let answer = try body(call)
        try output.write(call.json ? answer.versioned : visible(answer.text()))
        return answer.exit
    }

    private func unknown(_ word: String, in family: Family?) -> UsageError {
        let choices = family.map { subcommands(of: $0) } ?? firstWords
        let prefix = family.map { $0.name + " " } ?? ""
        return .unknownCommand(prefix + word, nearest: nearest(to: word, among: choices).map { prefix + $0 })
    }
}
