// What help, the manual, completion and the parser see of a parameter.

/// The outside of a parameter: its name, its place on the line and its words.
struct Shape: Hashable, Sendable {
    /// Where on the line a parameter stands.
    enum Place: String, Hashable, Sendable {
        /// One word without a dash, that must be there.
        case argument
        /// One word without a dash, that may be left out.
        case optionalArgument = "optional-argument"
        /// All the words that remain.
        case rest
        /// `--name VALUE`, once at most.
        case option
        /// `--name VALUE`, that must be there.
        case requiredOption = "required-option"
        /// `--name VALUE`, any number of times.
        case repeatedOption = "repeated-option"
        /// `--name`.
        case flag
        /// Every other `--FIELD VALUE`: which fields there are is for the rule book to say.
        case fields
    }

    let name: String
    let place: Place
    /// What it is for, as a sentence.
    let words: String
    /// What stands for the value in usage, such as `DAY`.
    let value: String
    /// The words it may be, where they are few and fixed; never personal data.
    let choices: [String]
    /// The word that is meant where an option stands without its value; nil where it must have one.
    var bare: String?

    /// Whether it begins with two dashes.
    var isOption: Bool {
        switch place {
        case .option, .requiredOption, .repeatedOption, .flag: true
        case .argument, .optionalArgument, .rest, .fields: false
        }
    }

    /// How it stands in a usage line.
    var usage: String {
        switch place {
        case .argument: "<\(name)>"
        case .optionalArgument: "[<\(name)>]"
        case .rest: "[<\(name)> …]"
        case .option: "[--\(name) \(value)]"
        case .requiredOption: "--\(name) \(value)"
        case .repeatedOption: bare == nil ? "[--\(name) \(value)]…" : "[--\(name) [\(value)]]…"
        case .flag: "[--\(name)]"
        case .fields: "[--\(name) VALUE]…"
        }
    }

    /// How it stands at the head of its line in help.
    var heading: String {
        switch place {
        case .argument, .optionalArgument, .rest: "<\(name)>"
        case .option, .requiredOption, .repeatedOption: bare == nil ? "--\(name) \(value)" : "--\(name) [\(value)]"
        case .flag: "--\(name)"
        case .fields: "--\(name) VALUE"
        }
    }
}
