// A value given with an event.

/// The value of one field of an event.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case day(Day)
    case choice(String)
    case reference(Reference)
    case count(Int)
    case flag(Bool)

    /// The day, if this is one.
    package var day: Day? {
        if case .day(let day) = self { day } else { nil }
    }

    /// The reference, if this is one.
    package var reference: Reference? {
        if case .reference(let reference) = self { reference } else { nil }
    }
}
