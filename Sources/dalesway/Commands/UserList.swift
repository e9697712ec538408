// The command `user list`: the accounts.

import CaseStore
import Printing

extension Dalesway {
    static let userList = Command(
        "user list", "List the accounts with their roles and compartments.",
        details: """
            The rank is that of today. Below the table stand ranks, roles for a time and cover, with their days.
            """,
        examples: ["dalesway user list", "dalesway user list --json"]
    ) { call in
        let users = try call.signedIn { try $0.users() }
        let head = ["NAME", "STATUS", "ROLES", "RANK", "BODY", "COMPARTMENTS"]
        let posts = users.flatMap { user in
            user.appointments.map { "\(visible(user.name, oneLine: true)) \($0.post.words) \($0.days), \($0.signed)\n" }
        }
        let text = columns([head] + users.map(\.row)) + posts.joined()
        let json = JSON(users.map(\.json))
        return Answer(text, json: ["users": json])
    }
}
