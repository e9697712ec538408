// A schema script: the only SQL of more than one statement.

/// A numbered script of the Schema folder, embedded in the program when it was built.
///
/// Only what carries the Schema folder's scripts may make one; `scripts/check-walls` sees to it.
package struct Script: Sendable {
    /// The script's name, as in the Schema folder.
    package let name: String

    let text: [UInt8]

    /// Wraps an embedded script.
    package init(embedded bytes: [UInt8], name: StaticString) {
        text = bytes
        self.name = "\(name)"
    }
}
