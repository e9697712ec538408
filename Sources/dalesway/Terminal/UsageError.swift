// What is wrong with a command line.
import Access

/// A command line that cannot be followed; printed with the usage of the command it was meant for.
enum UsageError: Failure, Hashable {
    case noCommand
    case unknownCommand(String, nearest: String?)
    case missingSubcommand(of: String, choices: [String])
    case unknownOption(String, nearest: String?)
    case missingValue(String)
    case needlessValue(String)
    case missingArgument(String)
    case missingOption(String)
    case givenTwice(String)
    case unexpected(String)
    case unreadable(name: String, given: String, expected: String, exit: Exit)
    /// The reason for the work cannot be read; what was given is not said again, for it may be about somebody.
    case reason(name: String, ReasonFault)

    var sentence: String {
        switch self {
        case .noCommand: "no command was given"
        case .unknownCommand(let name, let nearest): "unknown command ‘\(name)’" + Self.hint(nearest)
        case .missingSubcommand(let name, let choices): "‘\(name)’ needs one of: \(choices.joined(separator: ", "))"
        case .unknownOption(let name, let nearest): "unknown option ‘\(name)’" + Self.hint(nearest)
        case .missingValue(let name): "‘\(name)’ needs a value (\(name) VALUE, or \(name)=VALUE)"
        case .needlessValue(let name): "‘\(name)’ takes no value"
        case .missingArgument(let name): "<\(name)> is missing"
        case .missingOption(let name): "‘--\(name)’ is missing"
        case .givenTwice(let name): "‘\(name)’ is given twice"
        case .unexpected(let word): "unexpected ‘\(word)’"
        case .unreadable(let name, let given, let expected, _): "\(name) ‘\(given)’ is not \(expected)"
        case .reason(let name, let fault): "\(name) \(fault)"
        }
    }

    var exit: Exit {
        switch self {
        case .unreadable(_, _, _, let exit): exit
        case .noCommand, .unknownCommand, .missingSubcommand, .unknownOption, .missingValue, .needlessValue,
            .missingArgument, .missingOption, .givenTwice, .unexpected, .reason:
            .usage
        }
    }

    private static func hint(_ nearest: String?) -> String {
        nearest.map { "; did you mean ‘\($0)’?" } ?? ""
    }
}
