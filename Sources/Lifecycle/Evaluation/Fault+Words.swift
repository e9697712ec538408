// What a fault says to whoever reads it.

extension Fault {
    /// What is missing, or not as it must be.
    func missing(for rule: Rule) -> String {
        switch self {
        case .wrongState(let state):
            let allowed = Words.list(rule.from.map(\.rawValue), last: "or")
            return "the \(rule.machine.record.rawValue) must be \(allowed); it is \(state.rawValue)"
        case .notInForce:
            return "a record that began \(Words.span(rule.inForce))"
        case .notLawThen:
            return "a day of the event \(Words.span(rule.during))"
        case .notByHand:
            return "nothing: \(rule.event) follows by itself"
        case .notDerived:
            return "somebody who records it"
        case .wrongRecorder:
            return "an account with the role \(Words.list(rule.recorders.map(\.rawValue), last: "or"))"
        case .wrongDecider:
            return "the decision of \(Words.list(rule.deciders.map(Words.decider), last: "or"))"
        case .beforeRecord:
            return "a day on or after the day on which the record begins"
        case .missing(let requirement):
            return "\(requirement.field): \(requirement.words)"
        case .badValue(let requirement):
            return "\(requirement.field): \(Words.type(requirement.type))"
        case .givenAlready(let requirement):
            return "\(requirement.field): nothing, for it was given already; another value is a correction"
        case .unknownField(let name):
            return "\(Words.safe(name)): no field of \(rule.event)"
        case .tooEarly(let requirement):
            let bound = requirement.after == "on" ? "the day of the event" : (requirement.after ?? "")
            return "\(requirement.field): a day not before \(bound)"
        case .unmet(let condition):
            return condition.words
        case .nowhereToGo:
            return "where it leads: \(Words.list(rule.conditions.map(\.words), last: "or"))"
        }
    }

    /// Why that stands in the way, in one sentence.
    func why(for rule: Rule) -> String {
        switch self {
        case .wrongState(let state): "\(rule.event) cannot follow \(state.rawValue)."
        case .notInForce: "\(rule.event) is not the law for a record that began on that day."
        case .notLawThen: "\(rule.event) was not the law on that day."
        case .notByHand: "\(rule.event) comes about by itself and is not recorded by hand."
        case .notDerived: "\(rule.event) does not come about by itself."
        case .wrongRecorder: "This account may not record \(rule.event)."
        case .wrongDecider: "\(rule.event) needs the decision of somebody entitled to make it."
        case .beforeRecord: "\(rule.event) cannot have happened before the record begins."
        case .missing: "\(rule.event) cannot be recorded without what is missing."
        case .badValue: "\(rule.event) has a field that cannot hold that value."
        case .givenAlready: "\(rule.event) has that field already: to change it, strike the event and record it anew."
        case .unknownField: "\(rule.event) has no such field."
        case .tooEarly: "\(rule.event) has a day that is too early."
        case .unmet: "\(rule.event) has a condition that is not met."
        case .nowhereToGo: "\(rule.event) has no state to lead to."
        }
    }

    /// Whether an account that may record the event can put it right.
    var isForAccounts: Bool {
        switch self {
        case .wrongState, .notDerived, .wrongRecorder, .beforeRecord, .missing, .badValue, .givenAlready, .unknownField,
            .tooEarly,
            .unmet, .nowhereToGo:
            true
        case .wrongDecider, .notByHand, .notInForce, .notLawThen: false
        }
    }

    /// Whether it takes a person who may decide the event.
    var isForDeciders: Bool { if case .wrongDecider = self { true } else { false } }
}
