// Who was found to have signed a note.

/// A known key whose signature on a note is true.
package struct NoteSigner: Hashable, Sendable {
    /// The key.
    package let key: NoteVerifier
    /// When a witness saw the note, in seconds of UTC since 1970; `nil` for a log's own signature.
    package let seconds: UInt64?
}
