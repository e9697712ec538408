// Why a draft cannot be published at all.

/// A draft whose headlines themselves tell too much, or that contradicts what was told before.
package enum DisclosureRefusal: Error, Hashable, Sendable {
    /// Leaving out every table does not keep these safe.
    case unprotected([Target])
    /// Two things that cannot both be true.
    case contradiction(Contradiction)
}

extension DisclosureRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unprotected(let targets):
            "Even without any table this release would tell too closely what is to stay hidden: "
                + targets.prefix(3).flatMap(\.places).map(\.description).joined(separator: ", ")
                + (targets.count > 3 ? " and more" : "") + ". A headline that is not exempt must be left out."
        case .contradiction(let contradiction): contradiction.description
        }
    }
}
