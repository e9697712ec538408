// Why somebody may not do something with a release now.

/// What stands in the way of an act on a release, what is missing, and who could supply it.
package struct ReleaseObstacle: Error, Hashable, Sendable {
    /// The kinds of obstacle.
    package enum Kind: Hashable, Sendable {
        /// The four who make a release are four: this one has done another part of it.
        case samePerson
        /// No role of the account is asked for.
        case wrongRole
        /// It is not the release's turn for it.
        case notNow
    }

    /// What kind it is.
    package let kind: Kind
    /// Why, in sentences.
    package let why: String
    /// What is missing, a line each.
    package let missing: [String]
    /// What has to be done by somebody else instead, if anything: the accounts that can are for the store to name.
    package let instead: ReleaseAct.Kind?

    /// An obstacle.
    package init(_ kind: Kind, _ why: String, missing: [String] = [], instead: ReleaseAct.Kind? = nil) {
        (self.kind, self.why, self.missing, self.instead) = (kind, why, missing, instead)
    }
}
