// Makes entries into leaves and sealed details, many of them with what is needed made once.
internal import Cryptography

/// Seals one entry after another; one value serves one thread at a time.
package final class EntrySealer {
    private let sealer: SmallSealer
    private var code: QuickCode
    // Salts and nonces are public, and drawn together: asking for randomness costs more than getting it.
    private var drawn: ArraySlice<UInt8> = []
    private static let each = Commitment.saltCount + Seal.nonceCount
    private var context = SealedDetail.context(seq: 0, part: 0)

    /// Makes ready to seal.
    package init() throws {
        sealer = try SmallSealer(sealing: true)
        code = try QuickCode()
    }

    /// Draws what so many parts need.
    package func prepare(parts: Int) throws {
        drawn = try Random.bytes(parts * Self.each)[...]
    }

    /// Makes the leaf that stands at `seq`, and the sealed details that belong to it.
    ///
    /// - Throws: `AuditError` if the leaf would be too long or a recipient has no part to be kept in.
    package func seal(_ entry: Entry, at seq: Int, hash: inout TreeHash) throws -> SealedEntry {
        guard entry.recipient == nil || !entry.parts.isEmpty else { throw AuditError.recipientWithoutPart }
        var details: [SealedDetail] = []
        details.reserveCapacity(entry.parts.count)
        var commitments: [Digest] = []
        var handles: [[UInt8]] = []
        if drawn.count < entry.parts.count * Self.each { try prepare(parts: entry.parts.count) }
        handles.reserveCapacity(entry.parts.count)
        let message = LogKey.message(seq)
        for (place, part) in entry.parts.enumerated() {
            // What was drawn is taken off, so that no salt and no nonce is ever used twice.
            let salt = Array(drawn.prefix(Commitment.saltCount))
            let nonce = drawn.dropFirst(Commitment.saltCount).prefix(Seal.nonceCount)
            drawn = drawn.dropFirst(Self.each)
            let content = entry.detail(of: part).encoded
            commitments.append(try code.code(of: content.span, under: salt.span))
            switch part.reader {
            case .subject(let subject, let key):
                handles.append(Array(try code.code(of: message.span, under: key.key).bytes.prefix(16)))
                SealedDetail.write(seq: seq, part: place, into: &context)
                let box = try sealer.seal(content, under: key.detailKey, context: context, nonce: nonce)
                details.append(SealedDetail(part: place, subject: subject, salt: salt, manner: .sealed, box: box))
            case .holders(let key):
                handles.append([])
                details.append(try SealedDetail(content, boxedTo: key, salt: salt, seq: seq, part: place))
            }
        }
        return try finished(entry, seq, commitments, handles, details, &hash)
    }

    private func finished(
        _ entry: Entry, _ seq: Int, _ commitments: [Digest], _ handles: [[UInt8]], _ details: [SealedDetail],
        _ hash: inout TreeHash
    ) throws -> SealedEntry {
        var (commitments, handles, details) = (commitments, handles, details)
        let isListed = entry.parts.count <= Leaf.mostListedParts
        if !isListed {
            commitments = [try Self.root(of: zip(commitments, handles), parts: &details, hash: &hash)]
            handles = []
        }
        let leaf = Leaf(
            actor: entry.actor, at: entry.at, commitments: commitments, verb: entry.verb, seq: seq, handles: handles,
            partCount: isListed ? nil : entry.parts.count, why: entry.why)
        let bytes = leaf.encoded
        guard bytes.count <= Leaf.greatestByteCount else { throw AuditError.oversizedLeaf }
        // The bytes are all that will ever be known of the leaf: what cannot be read back must not be written.
        guard try Leaf(reading: bytes, at: seq) == leaf else { throw AuditError.malformedLeaf(seq) }
        return SealedEntry(leaf: leaf, bytes: bytes, hash: try hash.leaf(bytes.span), details: details)
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
