// What came of an import.
package import Interchange
package import Lifecycle

/// What a file held, and what is wrong with it; if anything is, nothing of it was taken in.
package struct ImportOutcome: Sendable {
    /// How many lines the file has.
    package internal(set) var lines = 0
    /// How many records it adds.
    package internal(set) var added = 0
    /// How many events it records and strikes.
    package internal(set) var recorded = 0
    /// Everything that is wrong, in the order of the lines.
    package internal(set) var faults: [Fault] = []
    /// What the rules say, for the faults that break one, by their place in `faults`.
    package internal(set) var refusals: [Int: Refusal] = [:]
}
