// What the rules may ask about other records.

/// The rest of the case file, as it stood at the event's place in time.
package protocol Surroundings {
    /// The states of the records that a condition selects by its record kind, link and fields.
    ///
    /// Never asked for the link `self`, which the machine answers from the record's own past.
    /// - Parameter fields: the event's fields, for a link such as `field:submission`.
    func states(_ condition: Condition, fields: [String: FieldValue]) -> [State]

    /// For each record that a condition on events selects, the record itself with the link `self`: where it stands, and the
    /// latest of the events among which the condition looks; nil where none of them has happened.
    func latest(_ condition: Condition, fields: [String: FieldValue]) -> [(state: State, event: String?)]
}

extension Surroundings {
    /// Surroundings in which nothing has happened: each record by its state alone.
    package func latest(_ condition: Condition, fields: [String: FieldValue]) -> [(state: State, event: String?)] {
        condition.link == "self" ? [] : states(condition, fields: fields).map { ($0, nil) }
    }
}
