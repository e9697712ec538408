// One thing that the demonstration has somebody record.

package import Interchange

/// A line of the demonstration, with the account that records it and the one that approves it.
package struct Act: Sendable {
    /// The account that records it: `inspector`, `supervisor`, `officer`, `care` or `care-lead`.
    package let account: String
    /// What is recorded.
    package let line: ImportLine
    /// The account that approves it, where the rule asks for a second person.
    package let approver: String?

    /// An act of an account's, approved by another if the rule asks for that.
    package init(account: String, line: ImportLine, approver: String? = nil) {
        (self.account, self.line, self.approver) = (account, line, approver)
    }
}
