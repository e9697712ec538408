// The commands `user rank`, `user role` and `user cover`: what an account is from a day on, or for a time.

import CaseStore
import Lifecycle
import Printing

extension Dalesway {
    static let userRank = Command(
        "user rank", "Say which rank an account has from a day on, or in which it acts for a time.",
        details: """
            Without --until it is the account's rank from that day; with it an acting rank, the last day included. A \
            decision is weighed by the rank in force on the day on which it was made. The custodian signs it, and the log \
            tells of it.
            """,
        examples: [
            "dalesway user rank wren 'detective sergeant' --from 2026-03-01",
            "dalesway user rank wren 'detective inspector' --from 2026-03-01 --until 2026-03-31",
            "dalesway user rank wren 'detective inspector' --from 2026-03-01 --until 2026-03-31 --take-back",
        ],
        .argument("name", "Whose account.", as: String.self),
        .argument("rank", "The rank or office.", as: Rank.self),
        .option("from", "The first day; today if not said.", as: Day.self),
        .option("until", "The last day of an acting rank.", as: Day.self),
        .flag("take-back", takingBack)
    ) { (call, name, rank, from: Day?, until: Day?, takeBack: Bool) in
        let post: Appointment.Post = until == nil ? .rank(rank) : .acting(rank)
        return try appoint(call, name, post, from, until, takeBack)
    }

    static let userRole = Command(
        "user role", "Give an account a role for a time.",
        details: """
            The last day is included. No compartment comes with it: who holds one grants it. Nobody is a custodian for \
            a time. The custodian signs it, and the log tells of it.
            """,
        examples: ["dalesway user role wren supervisor --from 2026-03-01 --until 2026-03-31"],
        .argument("name", "Whose account.", as: String.self),
        .argument("role", "What the account may do then.", as: Role.self),
        .option("from", "The first day; today if not said.", as: Day.self),
        .option("until", "The last day.", as: Day.self),
        .flag("take-back", takingBack)
    ) { (call, name, role, from: Day?, until: Day?, takeBack: Bool) in
        try appoint(call, name, .role(role), from, until, takeBack)
    }

    static let userCover = Command(
        "user cover", "Have an account stand in for another for a time.",
        details: """
            Who covers has the other's roles, and what is due from the other. No compartment comes with it, no rank, and \
            never the custodian's role; nor does what the other has by covering for somebody else. Who covers for the \
            recorder of an event does not approve it. The last day is included.
            """,
        examples: ["dalesway user cover wren --for finch --from 2026-03-01 --until 2026-03-14"],
        .argument("name", "Who covers.", as: String.self),
        .required("for", "Whom they cover for.", as: String.self, value: "NAME"),
        .option("from", "The first day; today if not said.", as: Day.self),
        .option("until", "The last day.", as: Day.self),
        .flag("take-back", takingBack)
    ) { (call, name, other, from: Day?, until: Day?, takeBack: Bool) in
        try appoint(call, name, .cover(for: other), from, until, takeBack)
    }

    private static let takingBack = "Take it back, as though it had never been; what was recorded under it stands."

    private static func appoint(
        _ call: Call, _ name: String, _ post: Appointment.Post, _ from: Day?, _ until: Day?, _ takeBack: Bool
    ) throws -> Answer {
        let named = visible(name, oneLine: true)
        if takeBack {
            try call.signedIn { try $0.takeBack(post, of: name, from: from) }
            return Answer(
                "Taken back: \(named) \(post.words).\n",
                json: ["user": .text(name), "takenBack": ["post": .text(post.word), "value": .text(post.value)]])
        }
        let from = from ?? call.clock.today
        switch post {
        case .rank, .acting: break
        case .role, .cover: if until == nil { throw UsageError.missingOption("until") }
        }
        let made = try call.signedIn { try $0.appoint(name, post, from: from, until: until) }
        let own = made.isOwn ? "You appointed yourself: the log says so.\n" : ""
        return Answer(
            "\(named) \(post.words) \(made.days).\n\(own)", json: ["user": .text(name), "appointed": made.json])
    }
}
