// A release that was published before.

package import DisclosureControl

/// An earlier release: what it said, and what stands behind it in the ledger.
package struct EarlierRelease: Hashable, Sendable {
    /// What it said.
    package let content: ReleaseContent
    /// Its statements, with the counts as they were known then.
    package let statements: [Statement]

    /// A release as it was stored.
    package init(_ content: ReleaseContent, statements: [Statement]) {
        (self.content, self.statements) = (content, statements)
    }
}
