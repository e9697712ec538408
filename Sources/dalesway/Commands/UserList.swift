// The command `user list`: the accounts.

import CaseStore
import Printing

extension Dalesway {
    static let userList = Command(
        "user list", "List the accounts with their roles and compartments.",
        examples: ["dalesway user list", "dalesway user list --json"]
    ) { call in
        let users = try call.signedIn { try $0.users() }
        let head = ["NAME", "STATUS", "ROLES", "RANK", "BODY", "COMPARTMENTS"]
        let text = columns([head] + users.map(\.row))
        let json = JSON(users.map(\.json))
        return Answer(text, json: ["users": json])
    }
}
