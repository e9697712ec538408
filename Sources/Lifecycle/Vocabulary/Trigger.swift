// What sets a derived rule off, where it hangs on something happening and not on how things stand.

/// An event of another record that sets a derived rule off.
package struct Trigger: Hashable, Sendable {
    /// The event, as `C4.overturn`.
    package let event: String
    /// How the other record is found from the rule's own record R, as in ``Condition/link``: a link name for records whose
    /// link of that name is R, `own:NAME` for the record that R's own link points to.
    package let link: String

    /// An event that sets a rule off.
    package init(_ event: String, link: String) {
        self.event = event
        self.link = link
    }
}
