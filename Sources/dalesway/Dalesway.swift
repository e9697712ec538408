// The program's entry.

import Glibc

/// The program.
@main
struct Dalesway {
    /// Everything that the program can do.
    static let program = Program(
        version: "0.1",
        summary: "the case file of a team that investigates non-recent child sexual exploitation",
        families: families,
        commands: commands
    )

    static func main() {
        prepareProcess()
        let line = Array(CommandLine.arguments.dropFirst())
        exit(program.run(line, environment: .process()).rawValue)
    }
}
