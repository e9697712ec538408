// A grant: one user may open one compartment.
package import Cryptography

/// A compartment's private key wrapped for one user, as who granted it signed it.
package struct GrantRow: AccountRow {
    package static let kind = RowKind.grant

    /// The account that may open the compartment.
    package let user: String
    /// Which compartment and epoch.
    package let compartment: CompartmentID
    /// The compartment's private key, boxed to the user's agreement key.
    package let wrapped: [UInt8]
    /// When the grant ends, in milliseconds of UTC since 1970; `nil` if it does not end by itself.
    package let until: Int64?
    package var by: String
    package let since: Int64

    package var rowName: String { "\(user)/\(compartment)" }

    package var members: [String: CanonicalValue] {
        var members: [String: CanonicalValue] = [
            "compartment": .text(compartment.name), "epoch": .number(compartment.epoch), "user": .text(user),
            "wrapped": .bytes(wrapped),
        ]
        if let until { members["until"] = .number(until) }
        return members
    }

    /// Whether the grant is in force at that moment.
    package func isInForce(at moment: Int64) -> Bool {
        until.map { moment < $0 } ?? true
    }

    init(user: String, compartment: CompartmentID, wrapped: [UInt8], until: Int64?, by: String, since: Int64) {
        (self.user, self.compartment, self.wrapped) = (user, compartment, wrapped)
        (self.until, self.by, self.since) = (until, by, since)
    }

    package init?(_ value: CanonicalValue, by: String, since: Int64) {
        guard let user = value["user"]?.text, let name = value["compartment"]?.text,
            let epoch = value["epoch"]?.number, let wrapped = value["wrapped"]?.bytes
        else { return nil }
        self.init(
            user: user, compartment: CompartmentID(name, epoch: epoch), wrapped: wrapped,
            until: value["until"]?.number, by: by, since: since)
    }
}
