// A second person's agreement.

/// That an event takes effect only when a second person has approved it.
package struct Approval: Hashable, Sendable {
    /// The roles that may approve.
    package let by: [Role]
    /// Whether the approver must be another person than the recorder.
    package let notRecorder: Bool

    /// An approval by somebody of one of these roles.
    package init(by: [Role], notRecorder: Bool = true) {
        self.by = by
        self.notRecorder = notRecorder
    }
}
