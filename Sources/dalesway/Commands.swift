// The list of commands, in the order in which help shows them.

extension Dalesway {
    /// The families of commands that share a first word.
    static let families: [Family] = []

    /// Every command of the case file; each stands in a file of its own under Commands.
    static let commands: [Command] = []
}
