// What an account is from a day on, or for a time: a rank, an acting rank, a role, another's cover.
package import Cryptography

/// What somebody is from one day on, or from one day to another, as a custodian signed it.
///
/// Days count from 1970-01-01 in London; both ends are included.
package struct AppointmentRow: AccountRow {
    /// What the account is.
    package enum Post: Hashable, Sendable {
        /// It has this rank from a day on.
        case rank(String)
        /// It acts in this rank for a time.
        case acting(String)
        /// It has this role for a time.
        case role(String)
        /// It has the roles of that account, by its handle, for a time.
        case cover(for: String)

        /// The name under which it is stored.
        package var name: String {
            switch self {
            case .rank: "rank"
            case .acting: "acting"
            case .role: "role"
            case .cover: "cover"
            }
        }

        /// The rank, the role or the handle.
        package var value: String {
            switch self {
            case .rank(let value), .acting(let value), .role(let value), .cover(let value): value
            }
        }

        init?(name: String, value: String) {
            switch name {
            case "rank": self = .rank(value)
            case "acting": self = .acting(value)
            case "role": self = .role(value)
            case "cover": self = .cover(for: value)
            default: return nil
            }
        }
    }

    package static let kind = RowKind.appointment

    /// The account.
    package let user: String
    /// What it is.
    package let post: Post
    /// The first day.
    package let from: Int64
    /// The last day; `nil` for a rank, which stays until the next one.
    package let until: Int64?
    package var by: String
    package let since: Int64

    package var rowName: String {
        switch post {
        case .rank, .acting: "\(user)/\(post.name)/\(from)"
        case .role(let value), .cover(let value): "\(user)/\(post.name)/\(value)/\(from)"
        }
    }

    package var members: [String: CanonicalValue] {
        var members: [String: CanonicalValue] = [
            "from": .number(from), "post": .text(post.name), "user": .text(user), "value": .text(post.value),
        ]
        if let until { members["until"] = .number(until) }
        return members
    }

    /// Whether it is in force on that day.
    package func isInForce(on day: Int64) -> Bool {
        from <= day && until.map { day <= $0 } ?? true
    }

    /// Why there can be no such appointment; `nil` if there can.
    var fault: String? {
        let days = -1_000_000...1_000_000 as ClosedRange<Int64>
        guard days.contains(from), until.map(days.contains) ?? true else { return "its days are out of reach" }
        if let until, until < from { return "its last day comes before its first" }
        if post.value.isEmpty || post.value.utf8.count > 128 { return "it does not say what the account is" }
        switch post {
        case .rank: return until == nil ? nil : "a rank that ends is an acting rank"
        case .acting, .role, .cover:
            if until == nil { return "it has no last day" }
        }
        if post == .role(UserRow.custodian) { return "nobody is a custodian for a time" }
        return post == .cover(for: user) ? "nobody covers for themselves" : nil
    }

    init(user: String, post: Post, from: Int64, until: Int64?, by: String, since: Int64) {
        (self.user, self.post, self.from, self.until) = (user, post, from, until)
        (self.by, self.since) = (by, since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let user = value["user"]?.text, let name = value["post"]?.text, let what = value["value"]?.text,
            let post = Post(name: name, value: what), let from = value["from"]?.number
        else { return nil }
        self.init(user: user, post: post, from: from, until: value["until"]?.number, by: by, since: since)
        guard fault == nil else { return nil }
    }
}
