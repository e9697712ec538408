// What a change of keys came to.

/// Which keys are new, and which are left to others.
package struct RekeyOutcome: Sendable {
    /// Whether the store's own key is a new one.
    package let hasNewStoreKey: Bool
    /// The compartments that have new keys.
    package let compartments: [String]
    /// The compartments that keep their keys because this account does not hold them, each with who does, in words.
    package let left: [(name: String, holders: String)]
}
