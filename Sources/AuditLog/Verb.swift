// The kinds of act that the log knows.

/// What was done.
///
/// The first six are the acts of section 62 of the Data Protection Act 2018; the others guard the store.
///
/// The raw values stand in leaves that are never rewritten: none is ever renamed.
package enum Verb: String, CaseIterable, Sendable {
    /// Something was taken into the file.
    case collection
    /// Something in the file was changed, struck or approved.
    case alteration
    /// Somebody looked.
    case consultation
    /// Something was handed to someone outside, transfers included.
    case disclosure
    /// Records of different people or sources were brought together.
    case combination
    /// Something was destroyed.
    case erasure
    /// Somebody opened the store.
    case signIn = "sign-in"
    /// Somebody was refused.
    case denied
    /// The file, or part of it, was written out.
    case export
    /// Somebody was given, or lost, a right.
    case grant
    /// The program changed the store's own shape or keys.
    case upkeep
}
