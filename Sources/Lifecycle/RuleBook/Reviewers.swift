// Who looks at an event that was recorded as it happened although a rule was broken.

extension MachineID {
    /// The roles that review a breach in this lifecycle; never who recorded it.
    package var reviewers: [Role] {
        switch self {
        case .a, .b1, .b2, .b3, .c4, .c5, .d1, .d2, .d3: .supervisors
        case .c1, .c3, .t1: .jointSupervisors
        case .c2: [.careLead]
        case .f1: [.inspector, .dpo]
        case .f2: [.dpo]
        }
    }
}
