// One event of a record's course, as its clocks see it.

/// An event that stands, with where it found the record and where it led.
package struct Turn: Sendable {
    /// The last day on which it can have happened.
    package var day: Day
    /// The event's name; empty where the passing of days alone moved the record.
    package var event: String
    /// Its fields.
    package var fields: [String: FieldValue]
    /// Where the record stood.
    package var from: State
    /// Where it stands then.
    package var to: State
    /// Its place in the course; nil where the passing of days alone moved the record.
    package var place: Int?

    /// A turn of a record's course.
    package init(
        _ event: String, on day: Day, fields: [String: FieldValue] = [:], from: State, to: State, place: Int? = nil
    ) {
        self.event = event
        self.day = day
        self.fields = fields
        self.from = from
        self.to = to
        self.place = place
    }
}
