// One span as the counting reads it.

/// A span without what few figures ask: whose it is and its days, with -1 for none.
struct Stay {
    var record = -1, person = -1, investigation = -1
    var from = 0, to = 0
    var ranged = false

    /// Whether it has been by the end of a day, and whether it stands there.
    func hasBeen(by day: Int) -> Bool { from <= day }
    func stands(at day: Int) -> Bool { from <= day && to > day }

    /// The number of the unit by which it is counted.
    func unit(_ whose: Head.Whose) -> Int {
        switch whose {
        case .person, .arrest: person
        case .investigation: investigation
        case .record: record
        }
    }
}
