// The parser: the words of a command line, sorted by what the command declares.

/// The words of one command line: arguments in order, options by name, and collected fields.
///
/// `--name VALUE` and `--name=VALUE` say the same; `--` ends the options; names are never abbreviated, since a script
/// that leans on an abbreviation breaks on the day a longer name joins it. A value that begins with `--` must be given
/// with `=`, so that a forgotten value does not swallow the next option.
struct Words: Sendable {
    private(set) var options: [String: [String]] = [:]
    private(set) var flags: Set<String> = []
    private(set) var fields: [Field] = []
    private var arguments: ArraySlice<String> = []

    /// Sorts a line's words by the shapes that a command and the program declare.
    init(_ line: [String], for shapes: [Shape]) throws(UsageError) {
        let declared = Dictionary(
            shapes.filter(\.isOption).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let collects = shapes.contains { $0.place == .fields }
        var line = line[...]
        while let word = line.popFirst() {
            if word == "--" {
                arguments += line
                break
            }
            guard word.hasPrefix("-"), word != "-", !Self.isNegativeNumber(word) else {
                arguments.append(word)
                continue
            }
            if word == "-h" {
                flags.insert("help")
                continue
            }
            let (name, given) = Self.split(word)
            if word.hasPrefix("--"), let shape = declared[name] {
                try take(shape, given, from: &line)
            } else if word.hasPrefix("--"), collects, Self.isFieldName(name) {
                try collect(name, given, from: &line)
            } else {
                let near = nearest(to: name, among: Array(declared.keys)).map { "--\($0)" }
                throw .unknownOption(word.hasPrefix("--") ? "--\(name)" : word, nearest: near)
            }
        }
    }

    /// The next word without a dash, taken out of the line.
    mutating func nextArgument() -> String? { arguments.popFirst() }

    /// Throws if a word remains that nothing has taken.
    func finish() throws(UsageError) {
        if let word = arguments.first { throw .unexpected(word) }
    }

    private mutating func take(
        _ shape: Shape, _ given: String?, from line: inout ArraySlice<String>
    ) throws(UsageError) {
        let name = shape.name
        if shape.place == .flag {
            guard given == nil else { throw .needlessValue("--\(name)") }
            flags.insert(name)
            return
        }
        guard let value = given ?? Self.popValue(&line) ?? shape.bare else { throw .missingValue("--\(name)") }
        guard options[name] == nil || shape.place == .repeatedOption else { throw .givenTwice("--\(name)") }
        options[name, default: []].append(value)
    }

    private mutating func collect(
        _ name: String, _ given: String?, from line: inout ArraySlice<String>
    ) throws(UsageError) {
        let name = String(name.map { $0 == "-" ? "_" : $0 })
        guard !fields.contains(where: { $0.name == name }) else { throw .givenTwice("--\(name)") }
        fields.append(Field(name: name, value: given ?? Self.popValue(&line)))
    }

    /// The next word, unless it is an option or there is none.
    private static func popValue(_ line: inout ArraySlice<String>) -> String? {
        guard let next = line.first, !next.hasPrefix("--") else { return nil }
        line.removeFirst()
        return next
    }

    /// `--name=value` as its name and its value.
    private static func split(_ word: String) -> (name: String, value: String?) {
        let bare = word.drop(while: { $0 == "-" })
        guard let equals = bare.firstIndex(of: "=") else { return (String(bare), nil) }
        return (String(bare[..<equals]), String(bare[bare.index(after: equals)...]))
    }

    private static func isNegativeNumber(_ word: String) -> Bool {
        word.count > 1 && word.hasPrefix("-") && word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func isFieldName(_ name: String) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}
