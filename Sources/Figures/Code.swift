// The code of a span: which stay, mark, link or plan it is.

/// What kind of thing a span says, written as it stands in the span table.
///
/// - `"B1:CHARGED"` a stay in a state. A charge's role stands in its stays: `"B3/PRIMARY:CHARGED"`.
/// - `"B1@arrest"` a mark: an event that a figure counts, without length.
/// - `"SUS>submission"` a link in force; the span's target is the other record.
/// - `"PHA"`, `"D2:planned"`, `"D3:trial"` a plan, with a window and two numbers.
/// - `"POS:detective constable"` a post, for as long as it stands.
package struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(stringLiteral value: String) { rawValue = value }
}

extension [Code] {
    /// Stays in any of these states of a machine.
    ///
    /// - Parameter role: a charge's role, PRIMARY or ANCILLARY; for no other machine.
    static func stays(_ machine: String, role: String? = nil, _ states: String...) -> Self {
        let head = role.map { "\(machine)/\($0)" } ?? machine
        return states.map { Code(rawValue: "\(head):\($0)") }
    }

    /// Marks left by any of these events of a machine.
    static func marks(_ machine: String, _ events: String...) -> Self {
        events.map { Code(rawValue: "\(machine)@\($0)") }
    }
}
