// The reason for the work, from the line or from the environment.

import Access

extension Parameter<Reason?> {
    /// `--working-on REASON`, which every command has.
    static var reason: Self {
        let shape = Shape(
            name: "working-on", place: .option,
            words:
                "Why you work, as CODE or ‘CODE: your own words’ (or DALESWAY_WORKING_ON); the code stands in the log.",
            value: "REASON", choices: Reason.Code.allCases.map(\.rawValue))
        return Self(shape: shape) { line throws(UsageError) in
            guard let word = line.options[shape.name]?.first else { return nil }
            return try Reason.read(word, from: "--working-on")
        }
    }
}

extension Reason {
    /// The reason that the environment names; an empty one is none.
    static func said(in environment: Environment) -> Result<Reason?, UsageError> {
        let name = "DALESWAY_WORKING_ON"
        guard let word = environment[name], !word.isEmpty else { return .success(nil) }
        return Result { () throws(UsageError) in try read(word, from: name) }
    }

    fileprivate static func read(_ word: String, from name: String) throws(UsageError) -> Reason {
        do {
            return try Reason(reading: word)
        } catch {
            throw .reason(name: name, error)
        }
    }
}
