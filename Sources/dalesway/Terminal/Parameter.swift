// One parameter of a command: what it is called, and how its value is taken from the line.

/// A parameter that gives the command's body one value of a given type.
struct Parameter<Value>: Sendable {
    let shape: Shape
    /// Takes the value out of the words of the line.
    let take: @Sendable (inout Words) throws(UsageError) -> Value
}

extension Parameter {
    /// One word, that must be there.
    static func argument(_ name: String, _ words: String, as type: Value.Type = Value.self) -> Self
    where Value: Spoken {
        let shape = Shape(spoken: type, name, .argument, words)
        return Self(shape: shape) { line throws(UsageError) in
            guard let word = line.nextArgument() else { throw .missingArgument(name) }
            return try shape.read(word)
        }
    }

    /// One word, that may be left out.
    static func optional<Word: Spoken>(_ name: String, _ words: String, as type: Word.Type = Word.self) -> Self
    where Value == Word? {
        let shape = Shape(spoken: type, name, .optionalArgument, words)
        return Self(shape: shape) { line throws(UsageError) in
            guard let word = line.nextArgument() else { return nil }
            return try shape.read(word) as Word
        }
    }

    /// All the words that remain.
    static func rest<Word: Spoken>(_ name: String, _ words: String, as type: Word.Type = Word.self) -> Self
    where Value == [Word] {
        let shape = Shape(spoken: type, name, .rest, words)
        return Self(shape: shape) { line throws(UsageError) in
            var all: [Word] = []
            while let word = line.nextArgument() { all.append(try shape.read(word)) }
            return all
        }
    }

    /// `--name VALUE`, that may be left out; `value` is what stands for the value in usage.
    static func option<Word: Spoken>(
        _ name: String, _ words: String, as type: Word.Type = Word.self, value: String? = nil
    ) -> Self
    where Value == Word? {
        let shape = Shape(spoken: type, name, .option, words, value)
        return Self(shape: shape) { line throws(UsageError) in
            guard let word = line.options[name]?.first else { return nil }
            return try shape.read(word) as Word
        }
    }

    /// `--name VALUE`, that must be there.
    static func required(
        _ name: String, _ words: String, as type: Value.Type = Value.self, value: String? = nil
    ) -> Self
    where Value: Spoken {
        let shape = Shape(spoken: type, name, .requiredOption, words, value)
        return Self(shape: shape) { line throws(UsageError) in
            guard let word = line.options[name]?.first else { throw .missingOption(name) }
            return try shape.read(word)
        }
    }

    /// `--name VALUE`, any number of times; `bare` is the word that is meant where no value follows.
    static func repeated<Word: Spoken>(
        _ name: String, _ words: String, as type: Word.Type = Word.self, value: String? = nil, bare: String? = nil
    ) -> Self
    where Value == [Word] {
        let shape = Shape(spoken: type, name, .repeatedOption, words, value, bare: bare)
        return Self(shape: shape) { line throws(UsageError) in
            var all: [Word] = []
            for word in line.options[name] ?? [] { all.append(try shape.read(word)) }
            return all
        }
    }
}

extension Parameter<Bool> {
    /// `--name`, false unless it is there.
    static func flag(_ name: String, _ words: String) -> Self {
        let shape = Shape(name: name, place: .flag, words: words, value: "", choices: [])
        return Self(shape: shape) { line throws(UsageError) in line.flags.contains(name) }
    }
}

extension Parameter<[Field]> {
    /// Every `--FIELD VALUE` that is not declared, for the rule book to judge.
    static func fields(_ name: String = "FIELD", words: String) -> Self {
        let shape = Shape(name: name, place: .fields, words: words, value: "VALUE", choices: [])
        return Self(shape: shape) { line throws(UsageError) in line.fields }
    }
}

extension Shape {
    fileprivate init<Word: Spoken>(
        spoken type: Word.Type, _ name: String, _ place: Place, _ words: String, _ value: String? = nil,
        bare: String? = nil
    ) {
        self.init(
            name: name, place: place, words: words, value: value ?? type.placeholder, choices: type.choices, bare: bare)
    }

    /// The value that a word says, or what it should have been.
    fileprivate func read<Word: Spoken>(_ word: String) throws(UsageError) -> Word {
        guard let value = Word.read(word) else {
            let said = isOption ? "--\(name)" : "<\(name)>"
            throw .unreadable(name: said, given: word, expected: Word.expected, exit: Word.fault)
        }
        return value
    }
}
