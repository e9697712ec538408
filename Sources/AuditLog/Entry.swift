// What one act says to the log.
internal import Cryptography

/// An act that is to be logged: who, what, when, why, whose data, and to whom it went.
package struct Entry: Sendable {
    /// The random handle of who acted; never a name.
    package var actor: String
    /// What was done.
    package var verb: Verb
    /// When, in milliseconds of UTC since 1970.
    package var at: Int64
    /// The code of the reason, if there is one; free text belongs in a part.
    package var why: String?
    /// Who received the data; it is kept with each part and never in the leaf.
    package var recipient: String?
    /// One part for each person concerned.
    package var parts: [Part]

    /// Makes an entry.
    package init(
        actor: String, verb: Verb, at: Int64, why: String? = nil, parts: [Part] = [], recipient: String? = nil
    ) {
        (self.actor, self.verb, self.at, self.why) = (actor, verb, at, why)
        (self.parts, self.recipient) = (parts, recipient)
    }

    /// Makes the leaf that stands at `seq`, and the sealed details that belong to it.
    ///
    /// - Throws: `AuditError` if the leaf would be too long or a recipient has no part to be kept in.
    package func sealed(at seq: Int, hash: inout TreeHash) throws -> SealedEntry {
        guard recipient == nil || !parts.isEmpty else { throw AuditError.recipientWithoutPart }
        let salts = try Random.bytes(parts.count * Commitment.saltCount)
        var details: [SealedDetail] = []
        details.reserveCapacity(parts.count)
        var commitments: [Digest] = []
        var handles: [[UInt8]] = []
        for (place, part) in parts.enumerated() {
            let salt = Array(salts[place * Commitment.saltCount..<(place + 1) * Commitment.saltCount])
            let content = detail(of: part).encoded
            commitments.append(try Commitment.to(content, salt: salt))
            handles.append(try part.reader.handle(at: seq))
            details.append(try SealedDetail(content, of: part.reader, salt: salt, seq: seq, part: place))
        }
        let isListed = parts.count <= Leaf.mostListedParts
        if !isListed {
            commitments = [try Self.root(of: zip(commitments, handles), parts: &details, hash: &hash)]
            handles = []
        }
        let leaf = Leaf(
            actor: actor, at: at, commitments: commitments, verb: verb, seq: seq, handles: handles,
            partCount: isListed ? nil : parts.count, why: why)
        let bytes = leaf.encoded
        guard bytes.count <= Leaf.greatestByteCount else { throw AuditError.oversizedLeaf }
        // The bytes are all that will ever be known of the leaf: what cannot be read back must not be written.
        guard try Leaf(reading: bytes, at: seq) == leaf else { throw AuditError.malformedLeaf(seq) }
        return SealedEntry(leaf: leaf, bytes: bytes, hash: try hash.leaf(bytes), details: details)
    }

    private func detail(of part: Part) -> CanonicalValue {
        guard let recipient, case .object(var members) = part.detail else { return part.detail }
        members["recipient"] = .text(recipient)
        return .object(members)
    }

    /// The root of the tree whose leaves are commitment || handle, one for each part.
    private static func root(
        of parts: some Sequence<(Digest, [UInt8])>, parts details: inout [SealedDetail], hash: inout TreeHash
    ) throws -> Digest {
        var frontier = Frontier()
        for (place, (commitment, handle)) in parts.enumerated() {
            let partHash = try hash.leaf(commitment.bytes + handle)
            details[place].partHash = partHash
            _ = try frontier.append(partHash, hash: &hash)
        }
        return try frontier.root(hash: &hash)
    }
}

extension Part.Reader {
    /// The handle of the subject in that leaf; empty if the part concerns nobody.
    func handle(at seq: Int) throws -> [UInt8] {
        switch self {
        case .subject(_, let key): try key.handle(at: seq)
        case .holders: []
        }
    }
}
