// One command: its name, its words, its parameters and its body.

/// A command of the program.
///
/// Its body is given exactly what its parameters declare, each in its own type.
struct Command: Sendable {
    /// The words that call it: `show`, or `user add`.
    let name: String
    /// One line for the list of commands.
    let summary: String
    /// What its own help says beneath the summary.
    let details: String
    /// Lines that a reader can copy, each beginning with `dalesway`.
    let examples: [String]
    let shapes: [Shape]
    /// Reads the line and gives the body to be run, so that a wrong line is known before anything is opened.
    let prepare: @Sendable (inout Words) throws(UsageError) -> @Sendable (Call) throws -> Answer

    init<each Value: Sendable>(
        _ name: String,
        _ summary: String,
        details: String = "",
        examples: [String],
        _ parameters: repeat Parameter<each Value>,
        run: @escaping @Sendable (Call, repeat each Value) throws -> Answer
    ) {
        (self.name, self.summary, self.details, self.examples) = (name, summary, details, examples)
        var shapes: [Shape] = []
        repeat shapes.append((each parameters).shape)
        self.shapes = shapes
        prepare = { words throws(UsageError) in
            let values = (repeat try (each parameters).take(&words))
            try words.finish()
            return { call in try run(call, repeat each values) }
        }
    }

    /// The usage line, without the program's own options.
    var usage: String {
        (["dalesway", name] + shapes.map(\.usage)).joined(separator: " ")
    }
}

/// A family of commands that share their first word.
struct Family: Sendable {
    let name: String
    let summary: String
}
