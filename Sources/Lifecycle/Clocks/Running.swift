// What a clock says at one point of a record's course.

/// A clock that runs, or stands still.
struct Running: Hashable {
    /// The first day that counts.
    var counted: Day
    /// The last day in time; nil while it stands still.
    var due: Day?
    /// The days that are left, where it stands still.
    var left: Int?
    /// The event that set it.
    var event: Int?
    /// The day from which it will stand still by itself; nil: it will not.
    var rests: Day?
}
