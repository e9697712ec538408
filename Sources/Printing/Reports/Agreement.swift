// One and several: the words of a count as they are said of one.

/// The words that follow a number, as they are said of that many: `are charged` of several is `is charged` of one.
///
/// What agrees is the verb that they begin with, the noun before it, and a verb that follows `and`.
func agreeing(_ words: String, with count: Int) -> String {
    guard count == 1 else { return words }
    var parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if let noun = parts.first.flatMap({ nouns[$0] }) {
        parts[0] = noun
        if parts.count > 1, let verb = verbs[parts[1]] { parts[1] = verb }
    }
    for place in parts.indices where place == 0 || parts[place - 1] == "and" {
        if let verb = verbs[parts[place]] { parts[place] = verb }
    }
    return parts.joined(separator: " ")
}

private let nouns = [
    "people": "person", "investigations": "investigation", "victims": "victim", "suspects": "suspect",
    "arrests": "arrest", "trials": "trial", "submissions": "submission", "posts": "post",
]
private let verbs = [
    "are": "is", "have": "has", "were": "was", "await": "awaits", "face": "faces", "stand": "stands", "need": "needs",
    "receive": "receives", "wait": "waits",
]

extension Int {
    /// The number in a sentence, in which nought is `none`.
    var orNone: String { self == 0 ? "none" : String(self) }
}
