// The manual page, in mdoc, made from the declarations.

extension Program {
    /// The manual page `dalesway(1)`.
    var manual: String {
        let commands = every.map { command in
            """
            .It Cm \(Self.escaped(command.usage.dropPrefix("dalesway ")))
            \(Self.escaped(command.summary))
            \(command.details.isEmpty ? "" : Self.paragraph(command.details))\(Self.list(command.shapes))
            .Pp
            .Dl \(Self.escaped(command.examples.first ?? ""))
            """
        }
        let exits = Exit.allCases.map { ".It \($0.rawValue)\n\(Self.escaped($0.words))" }
        return """
            .Dd January 2026
            .Dt DALESWAY 1
            .Os
            .Sh NAME
            .Nm dalesway
            .Nd \(Self.escaped(summary))
            .Sh SYNOPSIS
            .Nm
            .Op Fl -store Ar DIR
            .Op Fl -user Ar NAME
            .Op Fl -json
            .Ar command ...
            .Sh DESCRIPTION
            The options of every command:
            \(Self.list(Global.shapes))
            .Sh COMMANDS
            .Bl -tag -width Ds
            \(commands.joined(separator: "\n"))
            .El
            .Sh ENVIRONMENT
            .Bl -tag -width Ds
            .It Ev DALESWAY_STORE
            The folder of the store.
            .It Ev DALESWAY_USER
            Who signs in.
            .It Ev DALESWAY_PASSPHRASE_FILE
            A file whose first line is the passphrase; refused if others may read it.
            .It Ev XDG_DATA_HOME
            Where the store is, in dalesway, if nothing says; else ~/.local/share.
            .It Ev XDG_STATE_HOME
            Where this machine keeps, in dalesway, what it has seen of stores, so that an earlier copy put in a store's
            place is noticed; else ~/.local/state. A checkpoint that is laid beside last-seen is compared too.
            .El
            .Sh EXIT STATUS
            .Bl -tag -width Ds
            \(exits.joined(separator: "\n"))
            .El
            .Sh SECURITY
            A passphrase is never an argument.
            Every reading of the case file is written to its audit log before it is shown.

            """
    }

    private static func list(_ shapes: [Shape]) -> String {
        guard !shapes.isEmpty else { return "" }
        let items = shapes.map { shape in
            let choices = shape.choices.isEmpty ? "" : " One of: \(shape.choices.joined(separator: ", "))."
            return ".It \(escaped(shape.heading))\n\(escaped(shape.words + choices))"
        }
        return ".Bl -tag -width Ds\n\(items.joined(separator: "\n"))\n.El"
    }

    private static func paragraph(_ text: String) -> String {
        ".Pp\n" + text.split(separator: "\n").map { escaped(String($0)) }.joined(separator: "\n") + "\n"
    }

    /// Text that mdoc takes as it stands: no backslash, no dot or quote at a line's beginning, and plain ASCII dashes.
    private static func escaped(_ text: String) -> String {
        var text = text.map { character -> String in
            switch character {
            case "\\": "\\e"
            case "-": "\\-"
            case "‘": "\\(oq"
            case "’": "\\(cq"
            case "…": "..."
            default: String(character)
            }
        }.joined()
        if text.hasPrefix(".") || text.hasPrefix("'") { text = "\\&" + text }
        return text
    }
}

extension String {
    fileprivate func dropPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
