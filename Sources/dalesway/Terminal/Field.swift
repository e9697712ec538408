// A `--FIELD VALUE` that the command itself does not declare.

/// One collected `--FIELD VALUE`; its type is for the rule book to say.
struct Field: Hashable, Sendable {
    /// The field's name, with `_` where the line may have `-`.
    let name: String
    /// What was said, or nil where nothing followed, as for a field that is only true.
    let value: String?
}
