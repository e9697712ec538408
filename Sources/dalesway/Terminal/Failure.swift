// What every error that a user may meet must say of itself.

/// An error that is ready for the user: one sentence without anybody's data, and the code the program ends with.
///
/// A room's own error type is made one by an empty-handed extension in this target; what is not a `Failure` is shown as
/// a code and a handle, never as a description, for a description may hold data.
protocol Failure: Error {
    /// The sentence that the user reads; an empty one ends the program quietly.
    var sentence: String { get }
    /// The code the program ends with.
    var exit: Exit { get }
}

/// A failure said on the spot, for the faces' own troubles.
struct Trouble: Failure, Hashable {
    let sentence: String
    let exit: Exit

    init(_ sentence: String, _ exit: Exit) {
        (self.sentence, self.exit) = (sentence, exit)
    }
}
