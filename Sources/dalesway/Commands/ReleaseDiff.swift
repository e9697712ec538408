// The command `release diff`: what one release says otherwise than another.

import CaseStore
import Printing
import Publishing

extension Dalesway {
    static let releaseDiff = Command(
        "release diff", "Show what the second release says otherwise than the first.",
        details: "Only what each of them shows is compared; [c] stays hidden. The look is logged.",
        examples: ["dalesway --user publisher release diff REL-0001 REL-0002"],
        .argument("first", "The first release.", as: ReleaseReference.self),
        .argument("second", "The second release.", as: ReleaseReference.self)
    ) { (call, first: ReleaseReference, second: ReleaseReference) in
        let (one, other) = try call.signedIn { try $0.releases(first, and: second) }
        let diff = ReleaseDiff(one.content, other.content)
        return Answer(
            "From \(diff.from) (as at \(one.content.asAt)) to \(diff.to) (as at \(other.content.asAt)):\n"
                + (diff.changes.isEmpty ? "They say the same.\n" : diff.changes.map(\.text).joined()),
            json: [
                "from": .text(diff.from), "to": .text(diff.to),
                "changes": JSON(
                    diff.changes.map { change -> JSON in
                        [
                            "place": .text(change.place), "was": change.was?.json ?? .null,
                            "now": change.now?.json ?? .null, "difference": JSON(change.difference),
                        ]
                    }),
            ])
    }
}

extension ReleaseDiff.Change {
    fileprivate var text: String {
        let sign = difference.map { $0 > 0 ? " (+\($0))" : $0 < 0 ? " (\($0))" : "" } ?? ""
        return "  \(place): \(was?.text ?? "not there") -> \(now?.text ?? "not there")\(sign)\n"
    }
}

extension Shown {
    fileprivate var text: String {
        switch self {
        case .number(let count): "\(count)"
        case .range(let low, let high): "\(low) to \(high)"
        case .hidden, .impossible, .unavailable: mark ?? ""
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .number(let count): .number(count)
        case .range(let low, let high): [.number(low), .number(high)]
        case .hidden, .impossible, .unavailable: JSON(mark)
        }
    }
}
