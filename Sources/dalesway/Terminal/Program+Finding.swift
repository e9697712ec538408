// Which command a line calls, wherever the program's own options stand.

extension Program {
    /// What a line's first words call, and what is left of the line without them.
    struct Found {
        var command: Command?
        var family: Family?
        /// A word that stands where a command should, and is none.
        var stray: String?
        var rest: [String]
    }

    /// Finds the command: the first word, or the first two or three, that are neither options nor options' values.
    func find(_ line: [String]) -> Found {
        var found = Found(rest: line)
        guard let first = Self.firstWord(in: line) else { return found }
        if let command = every.first(where: { $0.name == line[first] }) {
            found.rest.remove(at: first)
            found.command = command
            // A command may have others beneath it: `figures` and `figures explain`.
            if let next = Self.firstWord(in: found.rest),
                let inner = every.first(where: { $0.name == "\(command.name) \(found.rest[next])" })
            {
                found.rest.remove(at: next)
                found.command = inner
            }
            return found
        }
        guard var family = families.first(where: { $0.name == line[first] }) else {
            found.stray = line[first]
            return found
        }
        found.rest.remove(at: first)
        while true {
            found.family = family
            guard let next = Self.firstWord(in: found.rest) else { return found }
            let name = "\(family.name) \(found.rest[next])"
            found.command = commands.first { $0.name == name }
            let inner = families.first { $0.name == name }
            guard found.command != nil || inner != nil else {
                found.stray = found.rest[next]
                return found
            }
            found.rest.remove(at: next)
            guard let inner else { return found }
            family = inner
        }
    }

    /// The words that may follow a family's name, once each.
    func subcommands(of family: Family) -> [String] {
        var seen: Set<String> = []
        return commands(of: family)
            .map { String($0.name.dropFirst(family.name.count + 1).prefix { $0 != " " }) }
            .filter { seen.insert($0).inserted }
    }

    /// A family's commands.
    func commands(of family: Family) -> [Command] {
        commands.filter { $0.name.hasPrefix(family.name + " ") }
    }

    /// The first words of all commands, once each.
    var firstWords: [String] {
        var seen: Set<String> = []
        return every.compactMap { $0.name.split(separator: " ").first.map(String.init) }
            .filter { seen.insert($0).inserted }
    }

    /// The place of the first word that is neither an option nor the value of one of the program's own options.
    private static func firstWord(in line: [String]) -> Int? {
        let withValue = Set(Global.shapes.filter { $0.place == .option }.map { "--\($0.name)" })
        var index = 0
        while index < line.count {
            if line[index] == "--" { return nil }
            if withValue.contains(line[index]) {
                index += 2
            } else if line[index].hasPrefix("-") {
                index += 1
            } else {
                return index
            }
        }
        return nil
    }
}
