// How far disclosure control has come.

/// How much is proven of what there is to prove; given while it works, so that it can be shown or stopped.
package struct Progress: Hashable, Sendable {
    /// What is being done, in a few words.
    package let doing: String
    /// How many targets are proven, and how many there are.
    package let proven: Int, of: Int
}
