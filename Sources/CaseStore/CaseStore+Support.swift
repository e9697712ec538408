// What an account without the social-care compartment is told of support: whether it is being received, and no more.
import Access
import CaseModel
import Lifecycle

extension CaseStore {
    /// Whether the course of a record is not open to this account: the police see of support yes or no.
    ///
    /// The rules weigh the true states all the same; what this account wrote itself it may see again.
    func isShut(_ reference: Reference) -> Bool {
        reference.kind.machine == .c2 && glass?.opens(reference) != true
            && !account.compartments.contains(MachineID.c2.compartment)
    }

    /// What the rules say, in words that do not tell where a shut record stands.
    func told(_ refusals: [Refusal], of reference: Reference, _ event: String) -> [Refusal] {
        guard isShut(reference), let first = refusals.first else { return refusals }
        let rules = RuleBook.current.machine(.c2)?.rules(for: event) ?? []
        let recorders = rules.flatMap(\.recorders)
        guard rules.isEmpty || recorders.contains(where: account.roles.contains) else {
            let roles = Role.allCases.filter(recorders.contains).map(\.rawValue)
            return [Refusal(rule: first.rule, why: "This account may not record \(event).", accounts: roles)]
        }
        let roles = Role.allCases.filter { $0.compartments.contains(.care) }.map(\.rawValue)
        return [
            Refusal(
                rule: first.rule,
                why: "\(reference.text) does not stand where that may be done, or what was given with it is not right; "
                    + "where it stands is open to social care alone.", accounts: roles)
        ]
    }
}

extension RecordView {
    /// Leaves of a record of support whether it is being received.
    mutating func shut() {
        isReceiving = state == "RECEIVING"
        state = nil
        sealed = Set(sealed).union(fields.keys).sorted()
        fields = [:]
    }
}

extension EventView {
    /// Leaves of an event what its recorder gave, and not where it led or what others supplied to it.
    mutating func shut(for user: String) {
        (from, to, cause, isCourseOpen) = (nil, nil, nil, false)
        for supplied in supplies where supplied.event.recorder != user {
            event.fields = event.fields.filter { event.supplied[$0.key] != supplied.event.seq }
        }
        supplies.removeAll { $0.event.recorder != user }
    }
}
