// Accounts as the terminal shows them.

import Access
import CaseStore
import Lifecycle
import Printing

extension Account {
    private var sortedRoles: [String] { ownRoles.map(\.rawValue).sorted() }
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
            "rolesToday": JSON(roles.map(\.rawValue).sorted()), "appointments": JSON(appointments.map(\.json)),
        ]
    }
}

extension Appointment.Post {
    /// The post in words, to follow the account's name.
    var words: String {
        switch self {
        case .rank(let rank): "is \(visible(rank.rawValue, oneLine: true))"
        case .acting(let rank): "acts as \(visible(rank.rawValue, oneLine: true))"
        case .role(let role): "has the role \(role.rawValue)"
        case .cover(let name): "covers for \(visible(name, oneLine: true))"
        }
    }
}

extension Appointment {
    /// Its days in words.
    var days: String { until.map { "from \(from.iso) until \($0.iso)" } ?? "from \(from.iso)" }

    /// Who signed it, in words.
    var signed: String { isOwn ? "signed by themselves" : "signed by \(visible(by, oneLine: true))" }

    /// The appointment as an object.
    var json: JSON {
        [
            "post": .text(post.word), "value": .text(post.value), "from": .text(from.iso), "until": JSON(until?.iso),
            "by": .text(by), "own": .flag(isOwn),
        ]
    }
}
