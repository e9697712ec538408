// Accounts as the terminal shows them.

import Access
import CaseStore
import Lifecycle
import Printing

extension Account {
    private var sortedRoles: [String] { roles.map(\.rawValue).sorted() }
    private var sortedCompartments: [String] { compartments.map(\.rawValue).sorted() }

    /// The account as a row of a table.
    var row: [String] {
        [
            name, status, sortedRoles.joined(separator: ","), rank?.rawValue ?? "-", organisation.rawValue,
            sortedCompartments.isEmpty ? "-" : sortedCompartments.joined(separator: ","),
        ]
    }

    /// The account as an object.
    var json: JSON {
        [
            "name": .text(name), "status": .text(status), "roles": JSON(sortedRoles),
            "rank": JSON(rank?.rawValue), "organisation": .text(organisation.rawValue),
            "compartments": JSON(sortedCompartments),
        ]
    }
}
