// What somebody asks for who drafts a release.
import Cryptography
package import Lifecycle
package import Publishing

/// What a release is to be of; it is stored and signed with it, so that whoever checks can count again.
package struct ReleaseRequest: Hashable, Sendable {
    /// The day at whose end its figures hold, and the day whose knowledge they rest on.
    package var asAt: Day, knownAt: Day
    /// What it is called; nil for the usual title.
    package var title: String?
    /// The breakdowns, as `FIGURE:CHARACTERISTIC[,CHARACTERISTIC]`; empty for the usual ones.
    package var breakdowns: [String] = []
    /// Categories to be told as one, as `TABLE:A+B=NAME`.
    package var merges: [String] = []
    /// The release that it corrects, and why; the reason is published with it.
    package var corrects: ReleaseReference?, because: String?
    /// When the next release is to come, and whom to ask, as it is published.
    package var next: Day?, contact: String?
    /// Where it is to go below the policy.
    package var departures: [Departure] = []

    /// A release of the usual breakdowns.
    package init(asAt: Day, knownAt: Day) { (self.asAt, self.knownAt) = (asAt, knownAt) }

    /// As it is signed.
    var value: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "asAt": .text(asAt.iso), "knownAt": .text(knownAt.iso), "by": .list(breakdowns.map { .text($0) }),
            "merges": .list(merges.map { .text($0) }),
            "departures": .list(
                departures.map { .object(["departure": .text($0.text), "because": .text($0.because)]) }),
        ]
        members["title"] = title.map { .text($0) }
        members["corrects"] = corrects.map { .text($0.text) }
        members["because"] = because.map { .text($0) }
        members["next"] = next.map { .text($0.iso) }
        members["contact"] = contact.map { .text($0) }
        return .object(members)
    }

    /// Reads a request as it was signed; nil if it is none.
    init?(_ value: CanonicalValue?) {
        guard let value, let asAt = value["asAt"]?.text.flatMap({ Day($0) }),
            let knownAt = value["knownAt"]?.text.flatMap({ Day($0) }),
            let breakdowns = value["by"]?.list?.map(\.text), let merges = value["merges"]?.list?.map(\.text),
            let departures = value["departures"]?.list
        else { return nil }
        self.init(asAt: asAt, knownAt: knownAt)
        (title, because, contact) = (value["title"]?.text, value["because"]?.text, value["contact"]?.text)
        corrects = value["corrects"]?.text.flatMap { ReleaseReference($0) }
        next = value["next"]?.text.flatMap { Day($0) }
        (self.breakdowns, self.merges) = (breakdowns.compactMap(\.self), merges.compactMap(\.self))
        self.departures = departures.compactMap { departure in
            guard let text = departure["departure"]?.text, let because = departure["because"]?.text else { return nil }
            return Departure(reading: text, because: because)
        }
        guard self.value == value else { return nil }
    }
}
