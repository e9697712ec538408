// What the rules may ask about other records.

/// The rest of the case file, as it stood at the event's place in time.
package protocol Surroundings {
    /// The states of the records that a condition selects by its record kind, link and fields.
    ///
    /// Never asked for the link `self`, which the machine answers from the record's own past.
    /// - Parameter fields: the event's fields, for a link such as `field:submission`.
    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State]
}
