// Where the rules of one event stand in a machine's list.

/// The rules of one event, by the states from which they lead.
struct EventIndex: Sendable {
    /// Their places in the machine's list, in its order.
    private(set) var places: [Int] = []
    /// Their places by state; more than one only where they are in force for different days.
    private(set) var byState: [State: [Int]] = [:]

    /// Enters a rule that stands at that place.
    mutating func add(_ rule: Rule, at place: Int) {
        places.append(place)
        for state in rule.from {
            byState[state, default: []].append(place)
        }
    }
}
