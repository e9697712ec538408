// One thing that is wrong with an attempt.

/// One fault of an attempt: kept as data, so that an attempt without faults costs no words.
enum Fault {
    /// The record does not stand where the event may happen.
    case wrongState(State)
    /// The rule is for records that began on other days.
    case notInForce
    /// The rule was not law on the day of the event.
    case notLawThen
    /// The event comes about by itself.
    case notByHand
    /// The event is one that somebody records.
    case notDerived
    /// None of the account's roles may record it.
    case wrongRecorder
    /// Nobody is named who may decide it.
    case wrongDecider
    /// It happened before the record began.
    case beforeRecord
    /// A field that must be there now is not.
    case missing(Requirement)
    /// A field holds what it cannot.
    case badValue(Requirement)
    /// A field that is supplied and was given already.
    case givenAlready(Requirement)
    /// A field that the event does not have.
    case unknownField(String)
    /// A day precedes another that it may not precede.
    case tooEarly(Requirement)
    /// A condition does not hold.
    case unmet(Condition)
    /// None of the conditions on where it leads holds.
    case nowhereToGo

    /// Whether no event can be so, lawful or not: such a fault is refused even of what happened.
    var isImpossible: Bool {
        switch self {
        case .notByHand, .notDerived, .wrongRecorder, .beforeRecord, .badValue, .givenAlready, .unknownField: true
        case .wrongState, .notInForce, .notLawThen, .wrongDecider, .missing, .tooEarly, .unmet, .nowhereToGo: false
        }
    }
}
