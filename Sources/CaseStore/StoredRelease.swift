// A release as the store keeps it: its bytes, what stands behind them, and the signatures over both.
import Cryptography
import DisclosureControl
import KeyRing
import Publishing

/// One release in the form in which the store keeps it; whatever is made of this type has been verified.
struct StoredRelease {
    /// The parts of a release, each a fact of the store; the raw value ends its name.
    enum Part: String, CaseIterable {
        /// What is published.
        case content = ""
        /// The counts behind it: as secret as they are.
        case statement = ".statement"
        /// The worlds that prove what is hidden: as secret as the counts.
        case protection = ".protection"
        /// Who did what with it.
        case standing = ".standing"
    }

    /// An act and its signature.
    struct Signed {
        let act: ReleaseAct
        let signature: [UInt8]
    }

    let reference: ReleaseReference
    /// What it says, as bytes and as they are read.
    let bytes: [UInt8]
    let content: ReleaseContent
    /// The counts and the proof, as bytes.
    let statement: [UInt8], protection: [UInt8]
    /// What was asked for when it was drafted.
    let request: ReleaseRequest
    /// The hash of the standing of the release before, as it was drafted: none can be taken out of the row unnoticed.
    let before: String
    /// How many figures given elsewhere were noted when it was drafted.
    let facts: Int
    let departures: [Departure]
    private(set) var signed: [Signed]
    /// The entry of the audit log that tells that it was published.
    var entry: Int?

    /// A release that is about to be drafted: `signed` begins empty.
    init(
        _ reference: ReleaseReference, content: ReleaseContent, bytes: [UInt8], statement: [UInt8],
        protection: [UInt8], request: ReleaseRequest, before: String, facts: Int
    ) {
        (self.reference, self.content, self.bytes) = (reference, content, bytes)
        (self.statement, self.protection, self.request) = (statement, protection, request)
        (self.before, self.facts, departures, signed) = (before, facts, request.departures, [])
    }

    /// Everything that a signature under an act stands for: the hashes of all three parts, what was asked for, the row
    /// in which it stands, and the act itself.
    func value(of act: ReleaseAct) throws -> CanonicalValue {
        var members = try hashes
        members["act"] = .text(act.kind.rawValue)
        members["at"] = .number(act.at)
        members["owner"] = act.owner.map { .text($0.rawValue) }
        members["ledger"] = act.ledger.map { .text($0) }
        members["because"] = act.because.map { .text($0) }
        return .object(members)
    }

    private var hashes: [String: CanonicalValue] {
        get throws {
            [
                "release": .text(reference.text), "content": .text(try SHA256.hash(bytes).description),
                "statement": .text(try SHA256.hash(statement).description),
                "protection": .text(try SHA256.hash(protection).description), "before": .text(before),
                "request": request.value, "facts": .number(Int64(facts)),
            ]
        }
    }

    /// The hash of the bytes that are published, in hexadecimal.
    var hash: String { get throws { try SHA256.hash(bytes).description } }

    /// The hash by which the next release is bound to this one: of all that was signed at its drafting.
    var link: String {
        get throws { try SHA256.hash(CanonicalValue.object(try hashes).encoded).description }
    }

    /// Adds an act and its signature.
    mutating func add(_ act: ReleaseAct, _ signature: Signature) {
        signed.append(Signed(act: act, signature: signature.bytes))
    }

    /// The standing as its fact keeps it.
    var standing: [UInt8] {
        get throws {
            var members = try hashes
            members["v"] = .number(1)
            members["entry"] = entry.map { .number(Int64($0)) }
            members["acts"] = .list(
                signed.map { signed in
                    var members: [String: CanonicalValue] = [
                        "act": .text(signed.act.kind.rawValue), "at": .number(signed.act.at),
                        "by": .text(signed.act.account), "signature": .bytes(signed.signature),
                    ]
                    members["owner"] = signed.act.owner.map { .text($0.rawValue) }
                    members["ledger"] = signed.act.ledger.map { .text($0) }
                    members["because"] = signed.act.because.map { .text($0) }
                    return .object(members)
                })
            return CanonicalValue.object(members).encoded
        }
    }

    /// Who did what with it.
    func state(correctedBy: ReleaseReference? = nil) throws(ReleaseDamage) -> ReleaseStanding {
        guard let standing = ReleaseStanding(signed.map(\.act), departures: departures, correctedBy: correctedBy) else {
            throw .standing
        }
        return standing
    }
}

/// What is wrong with a stored release.
enum ReleaseDamage: Error, Hashable {
    /// A part of it is not there, or not in its form.
    case unreadable(StoredRelease.Part)
    /// Its bytes are not those that were signed.
    case altered(StoredRelease.Part)
    /// A signature is not that of the account that is named.
    case forged(ReleaseAct.Kind)
    /// An act was done by an account that had no right to it.
    case unlawful(ReleaseAct.Kind)
    /// The acts could not have followed each other.
    case standing
    /// The row of releases is not whole at this place.
    case row

    /// The damage, in words that go on after the release's reference.
    var words: String {
        switch self {
        case .unreadable(let part): "its \(part.words) cannot be read"
        case .altered(let part): "its \(part.words) is not what was signed: it was altered"
        case .forged(let kind): "the signature under ‘\(kind.rawValue)’ is not that of the account that is named"
        case .unlawful(let kind): "‘\(kind.rawValue)’ was done by an account that had no right to it"
        case .standing: "the acts on it could not have followed each other"
        case .row: "it does not follow the release before it: one was taken away, put in or altered"
        }
    }
}

extension StoredRelease.Part {
    fileprivate var words: String {
        switch self {
        case .content: "content"
        case .statement: "record of counts"
        case .protection: "proof"
        case .standing: "standing"
        }
    }
}
