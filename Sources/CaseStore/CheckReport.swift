// What a check of the whole store came to.
package import Lifecycle

/// What is wrong with a store, and what else its keeper should know.
package struct CheckReport: Sendable {
    /// What is wrong; empty if the store is whole.
    package var findings: [Finding] = []
    /// What is not wrong and should be put right, in sentences.
    package var warnings: [String] = []
    /// How many pages, records, sealed values and log entries were looked at; only what was looked at to the end.
    package var looked: [(what: String, count: Int)] = []
    /// The first day whose events open duties and reviews; nil if nothing has been opened yet.
    package var goLive: Day?

    package init() {}

    /// Whether nothing at all is wrong.
    package var isWhole: Bool { findings.isEmpty }
}
