// Completion scripts for three shells, made from the declarations.

/// A shell that completion can be written for.
enum Shell: String, CaseIterable, Spoken {
    case bash, zsh, fish

    static var placeholder: String { "SHELL" }
}

extension Program {
    /// The completion script for a shell.
    ///
    /// Only fixed words are completed: commands, options, choices. References and names are personal data in a shell's
    /// memory and are never completed.
    func completion(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    /// What may follow a path of command words: subcommands, options and fixed choices.
    private func followers(of command: Command) -> [String] {
        let options = (command.shapes + Global.shapes).filter(\.isOption).map { "--\($0.name)" }
        let choices = command.shapes.filter { !$0.isOption }.flatMap(\.choices)
        return choices + options
    }

    /// Each path of command words with what may follow it.
    private var cases: [(path: String, followers: [String])] {
        [("", firstWords + Global.shapes.map { "--\($0.name)" })]
            + families.map { ($0.name, subcommands(of: $0)) }
            + every.map { ($0.name, followers(of: $0)) }
    }

    /// Each option that takes a fixed choice, with its choices.
    private var optionChoices: [(option: String, choices: [String])] {
        var all: [String: [String]] = [:]
        for shape in Global.shapes + every.flatMap(\.shapes) where shape.isOption && !shape.choices.isEmpty {
            all[shape.name] = (all[shape.name] ?? []) + shape.choices.filter { !(all[shape.name] ?? []).contains($0) }
        }
        return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The options whose value is the next word.
    private var valued: [String] {
        Set(
            (Global.shapes + every.flatMap(\.shapes)).filter { $0.isOption && $0.place != .flag }.map { "--\($0.name)" }
        )
        .sorted()
    }

    private var bash: String {
        let paths = cases.map { "        '\($0.path)') words='\($0.followers.joined(separator: " "))' ;;" }
        let options = optionChoices.map { "        --\($0.option)) words='\($0.choices.joined(separator: " "))' ;;" }
        return """
            # Completion of dalesway for bash. Made by: dalesway help --completion bash
            _dalesway() {
                local word words='' path='' previous="${COMP_WORDS[COMP_CWORD-1]}" skip=''
                local valued=' \(valued.joined(separator: " ")) '
                COMPREPLY=()
                for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    if [ -n "$skip" ]; then skip=''; continue; fi
                    case "$word" in
                    --*=*) ;;
                    --*) case "$valued" in *" $word "*) skip=1 ;; esac ;;
                    *) case "$path" in
                       '') path="$word" ;;
                       \(families.isEmpty ? "none" : families.map { "'\($0.name)'" }.joined(separator: "|"))) path="$path $word" ;;
                       esac ;;
                    esac
                done
                case "$path" in
            \(paths.joined(separator: "\n"))
                esac
                if [ -n "$skip" ]; then
                    words=''
                    case "$previous" in
            \(options.joined(separator: "\n"))
                    --store) COMPREPLY=($(compgen -d -- "${COMP_WORDS[COMP_CWORD]}")); return ;;
                    esac
                fi
                COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -F _dalesway dalesway

            """
    }

    private var zsh: String {
        """
        #compdef dalesway
        # Completion of dalesway for zsh. Made by: dalesway help --completion zsh
        autoload -U +X bashcompinit && bashcompinit
        \(bash)
        """
    }

    private var fish: String {
        var lines = [
            "# Completion of dalesway for fish. Made by: dalesway help --completion fish",
            "complete -c dalesway -f",
        ]
        for shape in Global.shapes { lines.append("complete -c dalesway \(Self.fishOption(shape))") }
        var seen: Set<String> = []
        for command in every {
            let words = command.name.split(separator: " ").map(String.init)
            let first = words[0]
            if seen.insert(first).inserted {
                let summary = families.first { $0.name == first }?.summary ?? command.summary
                lines.append("complete -c dalesway -n __fish_use_subcommand -a \(first) -d \(Self.quoted(summary))")
            }
            let condition = words.map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
            for count in words.indices.dropFirst() {
                let before = words[..<count].map { "__fish_seen_subcommand_from \($0)" }.joined(separator: "; and ")
                let name = words[...count].joined(separator: " ")
                guard seen.insert(name).inserted else { continue }
                let summary = families.first { $0.name == name }?.summary ?? command.summary
                lines.append("complete -c dalesway -n '\(before)' -a \(words[count]) -d \(Self.quoted(summary))")
            }
            for shape in command.shapes where shape.isOption {
                lines.append("complete -c dalesway -n '\(condition)' \(Self.fishOption(shape))")
            }
            for choice in command.shapes.filter({ !$0.isOption }).flatMap(\.choices) {
                lines.append("complete -c dalesway -n '\(condition)' -a \(Self.quoted(choice))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func fishOption(_ shape: Shape) -> String {
        var text = "-l \(shape.name) -d \(quoted(shape.words))"
        if shape.place != .flag { text += " -x" }
        if !shape.choices.isEmpty { text += " -a \(quoted(shape.choices.joined(separator: " ")))" }
        return text
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "'"
    }
}
