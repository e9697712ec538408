// Who records what: the usual groups of roles.

extension [Role] {
    /// Any officer of the team.
    static let officers: [Role] = [.officer, .supervisor, .inspector]
    /// A sergeant or supervisory investigative officer, or the inspector.
    static let supervisors: [Role] = [.supervisor, .inspector]
    /// The inspector who leads.
    static let lead: [Role] = [.inspector]
    /// Social-care staff.
    static let social: [Role] = [.care, .careLead]
    /// Either agency.
    static let joint: [Role] = officers + social
    /// Whoever supervises in either agency.
    static let jointSupervisors: [Role] = supervisors + [.careLead]
}
