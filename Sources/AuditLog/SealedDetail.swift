// A detail as it is stored: sealed so that it can be destroyed without touching its leaf.
package import Cryptography

/// One part's detail, sealed to whoever may read it.
package struct SealedDetail: Hashable, Sendable {
    /// How the detail is closed.
    ///
    /// The raw values are stored.
    package enum Manner: Int64, Sendable {
        /// Sealed under the subject's log key.
        case sealed = 0
        /// Boxed to a compartment's public key.
        case boxed = 1
    }

    /// The part's place in its entry.
    package let part: Int
    /// The subject whom it concerns, if any.
    package let subject: Int64?
    /// The salt of the commitment; destroyed with the detail.
    package let salt: [UInt8]
    /// How it is closed.
    package let manner: Manner
    /// The sealed or boxed canonical bytes of the detail.
    package let box: [UInt8]
    /// The part's own hash, where the leaf holds only the root of more than 64: to be kept even when the detail goes.
    package var partHash: Digest?

    /// Takes a detail from where it was stored.
    package init(
        part: Int, subject: Int64?, salt: [UInt8], manner: Manner, box: [UInt8], partHash: Digest? = nil
    ) {
        (self.part, self.subject, self.salt) = (part, subject, salt)
        (self.manner, self.box, self.partHash) = (manner, box, partHash)
    }

    init(_ content: [UInt8], boxedTo key: AgreementPublicKey, salt: [UInt8], seq: Int, part: Int) throws {
        let boxed = try Box.close(content, to: key, context: Self.context(seq: seq, part: part))
        self.init(part: part, subject: nil, salt: salt, manner: .boxed, box: boxed)
    }

    /// Opens a detail that is sealed under a subject's log key, and checks it against its leaf.
    package func open(in leaf: Leaf, with key: LogKey) throws -> CanonicalValue {
        let context = Self.context(seq: leaf.seq, part: part)
        return try checked(Seal.open(box, under: key.detailKey, context: context), in: leaf, by: key)
    }

    /// Opens a detail that is boxed to a compartment's key, and checks it against its leaf.
    package func open(in leaf: Leaf, with key: borrowing AgreementKey) throws -> CanonicalValue {
        let context = Self.context(seq: leaf.seq, part: part)
        return try checked(Box.open(box, with: key, context: context), in: leaf, by: nil)
    }

    /// The same detail closed to a newer key of the compartment that it is boxed to; nil if `old` does not open it.
    package func reboxed(
        from old: borrowing AgreementKey, to new: AgreementPublicKey, in seq: Int
    ) throws -> SealedDetail? {
        let context = Self.context(seq: seq, part: part)
        do {
            let content = try Box.open(box, with: old, context: context)
            return SealedDetail(
                part: part, subject: subject, salt: salt, manner: manner,
                box: try Box.close(content, to: new, context: context), partHash: partHash)
        } catch CryptographyError.doesNotOpen {
            return nil
        }
    }

    private func checked(_ opened: consuming SecretBytes, in leaf: Leaf, by key: LogKey?) throws -> CanonicalValue {
        let content = opened.plainCopy()
        guard let value = CanonicalValue(content) else { throw AuditError.detailDiffers(leaf.seq) }
        let commitment = try Commitment.to(content, salt: salt)
        if leaf.partCount == nil {
            guard leaf.commitments.indices.contains(part), leaf.commitments[part] == commitment else {
                throw AuditError.detailDiffers(leaf.seq)
            }
        } else {
            var hash = try TreeHash()
            let handle = try key?.handle(at: leaf.seq) ?? []
            guard try partHash == hash.leaf(commitment.bytes + handle) else {
                throw AuditError.detailDiffers(leaf.seq)
            }
        }
        return value
    }

    /// Whether the parts' hashes, all of them in order, are those that the leaf committed to by one root.
    package static func match(_ partHashes: [Digest], _ leaf: Leaf) throws -> Bool {
        var hash = try TreeHash()
        var frontier = Frontier()
        for part in partHashes { _ = try frontier.append(part, hash: &hash) }
        return try leaf.partCount == partHashes.count && leaf.commitments == [frontier.root(hash: &hash)]
    }

    /// Puts the numbers of leaf and part into the end of such a context.
    static func write(seq: Int, part: Int, into context: inout [UInt8]) {
        var place = context.count
        for shift in stride(from: 0, to: 32, by: 8) {
            place -= 1
            context[place] = UInt8(truncatingIfNeeded: part >> shift)
        }
        for shift in stride(from: 0, to: 64, by: 8) {
            place -= 1
            context[place] = UInt8(truncatingIfNeeded: seq >> shift)
        }
    }

    static func context(seq: Int, part: Int) -> [UInt8] {
        Array("dalesway audit detail v1".utf8) + UInt64(seq).bigEndianBytes + UInt32(part).bigEndianBytes
    }
}
