// The help texts, made from the same declarations as the parser.

import Printing

extension Program {
    /// The help of what a line calls.
    func help(for found: Found) -> String {
        if let command = found.command { return help(of: command) }
        if let family = found.family { return help(of: family) }
        return overview
    }

    /// The program's own help: what it is, its commands, its options.
    var overview: String {
        var seen: Set<String> = []
        let rows = every.compactMap { command -> (String, String)? in
            let first = command.name.prefix { $0 != " " }
            guard seen.insert(String(first)).inserted else { return nil }
            let family = families.first { $0.name == first }
            return (String(first), family?.summary ?? command.summary)
        }
        return """
            dalesway: \(summary)

            Usage: dalesway [--store DIR] [--user NAME] [--json] <command> …

            Commands:
            \(Self.table(rows))

            Options of every command:
            \(Self.table(Global.shapes.map(Self.row)))

            The passphrase is asked for on the terminal, or read from --passphrase-fd or the file that
            DALESWAY_PASSPHRASE_FILE names; it is never an argument.

            Example:
              dalesway help record

            """
    }

    /// A family's help: its commands.
    func help(of family: Family) -> String {
        let commands = commands(of: family)
        return """
            dalesway \(family.name): \(family.summary)

            Usage: dalesway \(family.name) <command> …

            Commands:
            \(Self.table(commands.map { ("\($0.name)", $0.summary) }))

            Example:
            \(Self.indented(commands.first?.examples ?? []))

            """
    }

    /// A command's help: usage, what it does, parameters, examples.
    func help(of command: Command) -> String {
        var parts = ["dalesway \(command.name): \(command.summary)", "Usage: \(command.usage)"]
        if !command.details.isEmpty { parts.append(command.details) }
        let arguments = command.shapes.filter { !$0.isOption && $0.place != .fields }
        let options = command.shapes.filter { $0.isOption || $0.place == .fields }
        if !arguments.isEmpty { parts.append("Arguments:\n" + Self.table(arguments.map(Self.row))) }
        if !options.isEmpty { parts.append("Options:\n" + Self.table(options.map(Self.row))) }
        let title = command.examples.count == 1 ? "Example" : "Examples"
        parts.append("\(title):\n" + Self.indented(command.examples))
        parts.append("The options of every command: dalesway help")
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The usage line that belongs to a line that could not be followed.
    func usage(for line: [String]) -> String {
        let found = find(line)
        if let command = found.command { return "Usage: \(command.usage)" }
        if let family = found.family {
            return "Usage: dalesway \(family.name) <command> …; see: dalesway help \(family.name)"
        }
        return "Usage: dalesway [--store DIR] [--user NAME] [--json] <command> …; see: dalesway help"
    }

    private static func row(_ shape: Shape) -> (String, String) {
        let choices = shape.choices.isEmpty ? "" : " One of: \(shape.choices.joined(separator: ", "))."
        return (shape.heading, shape.words + choices)
    }

    private static func indented(_ lines: [String]) -> String {
        lines.map { "  \($0)" }.joined(separator: "\n")
    }

    /// Two columns, the second folded at the width of a page.
    private static func table(_ rows: [(String, String)]) -> String {
        let width = min(28, rows.map(\.0.count).max() ?? 0)
        return rows.map { head, words in
            let pad = String(repeating: " ", count: max(0, width - head.count))
            let folded = fold(words, to: 96 - width)
            let gap = "\n" + String(repeating: " ", count: width + 4)
            let start = head.count > width ? gap : pad + "  "
            return "  \(head)\(start)\(folded.joined(separator: gap))"
        }.joined(separator: "\n")
    }

    /// The words in lines of at most `width` letters.
    private static func fold(_ words: String, to width: Int) -> [String] {
        var lines = [""]
        for word in words.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
