// Whose a record is: the nearest allocation counts.
package import Lifecycle

/// Which records are allocated to which accounts on one day.
///
/// An allocation of a suspect or of a victim covers what leans on that person's link; one of an investigation covers all its
/// records for which there is no nearer one.
package struct Allocations: Sendable {
    /// The code of the spans in which an allocation stands.
    package static let code = "T1:ALLOCATED"

    private var accounts: [Int64: [String]] = [:]

    /// Nothing is allocated.
    package init() {}

    /// Notes that a record is allocated to an account, by the account's name.
    package mutating func allocate(_ record: Int64, to account: String) {
        guard accounts[record]?.contains(account) != true else { return }
        accounts[record, default: []].append(account)
        accounts[record]?.sort()
    }

    /// The accounts to whom a record is allocated, by name and in order; none if it is nobody's.
    ///
    /// - Parameters:
    ///   - suspect: the record that its link `suspect` points to.
    ///   - victim: the record that its link `victim` points to.
    ///   - investigation: the investigation that it belongs to.
    package func holders(
        of record: Int64, kind: RecordKind, suspect: Int64?, victim: Int64?, investigation: Int64?
    ) -> [String] {
        if let own = accounts[record] { return own }
        let near = kind.isVictimsFirst ? [victim, suspect] : [suspect, victim]
        for target in near + [investigation] {
            if let target, let found = accounts[target] { return found }
        }
        return []
    }
}

extension RecordKind {
    /// Whether what is due on such a record is due to the victim, where it names a suspect too.
    fileprivate var isVictimsFirst: Bool {
        switch self {
        case .victim, .support, .duty, .review, .information, .allegation: true
        case .investigation, .crime, .phase, .post, .person, .suspect, .custody, .charge, .advice, .submission,
            .prosecution, .retention, .request, .allocation, .aggregate:
            false
        }
    }
}
