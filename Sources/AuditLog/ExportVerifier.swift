// Verifies an exported log, line by line, against the checkpoints beside it and those that somebody holds.
internal import Cryptography

/// Checks an exported log in one walk over its lines, with memory that does not grow with their number.
///
/// Whatever is wrong is noted with its place, and the walk goes on: nothing of what it reads makes it throw.
package struct ExportVerifier: ~Copyable {
    /// Where a checkpoint comes from.
    package enum Role: Hashable, Sendable {
        /// Beside the log, as the newest.
        case newest
        /// Beside the log, under the size that its file is named for.
        case kept(Int)
        /// Held by somebody elsewhere.
        case held
    }

    private struct Claim {
        let signed: SignedCheckpoint
        let role: Role
    }

    /// What was found so far.
    private var verdict = ExportVerdict()
    private let file: String
    private let keys: [NoteVerifier]
    private let witnesses: [NoteVerifier]
    private var lines = LineSplitter()
    private var order = EntryOrder()
    private var claims: [Int: [Claim]] = [:]
    private var largest = 0
    private var frontier = Frontier()
    private var hash: TreeHash
    /// Whether the lines so far are one log, so that there is a root to compare.
    private var isOneLog = true
    private var matched = 0
    private var differs = false
    private var emergencies = 0
    private var last: Int64?

    /// Begins the check of the log in the file of that name.
    ///
    /// - Parameters:
    ///   - keys: the key beside the log, then those for names that it had before restores, each with its file.
    ///   - trusted: a key that somebody holds, which must be one of them; nil to believe the one beside the log.
    ///   - witnesses: keys whose signatures are looked for too.
    package init(
        of file: String, keys: [(file: String, key: NoteVerifier)], trusted: NoteVerifier? = nil,
        witnesses: [NoteVerifier] = []
    ) throws {
        (self.file, self.keys, self.witnesses) = (file, keys.map(\.key), witnesses)
        hash = try TreeHash()
        if let trusted, !self.keys.contains(trusted), let own = keys.first {
            verdict.add(LogFault(.foreignKey, in: own.file, other: "that is held, of \(trusted.name)"))
        }
        for (file, key) in keys.dropFirst() where key.key != self.keys[0].key {
            verdict.add(LogFault(.foreignKey, in: file, other: "by which the log signs, of \(self.keys[0].name)"))
        }
    }

    /// Takes in a file that is to be a checkpoint; all of them before the first line.
    package mutating func take(checkpoint bytes: [UInt8], in file: String, as role: Role) {
        do throws(LogFault) {
            let (keys, witnesses) = (keys, witnesses)
            let signed = try SignedCheckpoint(reading: bytes, in: file, witnesses: witnesses) { origin in
                keys.first { $0.name == origin }
            }
            let size = signed.checkpoint.size
            if case .kept(let named) = role, named != size {
                verdict.add(LogFault(.misnamed, in: file, other: "\(size)"))
            }
            claims[size, default: []].append(Claim(signed: signed, role: role))
            if role == .newest { verdict.newest = signed.checkpoint }
            if role != .held { largest = max(largest, size) }
        } catch { verdict.add(error) }
    }

    /// Takes in the next bytes of the lines, cut anywhere.
    package mutating func take(_ chunk: [UInt8]) throws {
        lines.add(chunk)
        while let line = lines.next() { try take(line: line) }
    }

    /// How many lines were taken in.
    package var lineCount: Int { lines.count }

    /// What there is to say when all the lines were taken in.
    package consuming func finish() throws -> ExportVerdict {
        if lines.isUnended {
            verdict.add(LogFault(.brokenLine, in: file, line: lines.count + 1, leaf: order.next))
            isOneLog = false
        }
        for gap in order.gaps {
            verdict.add(
                LogFault(.missing, in: file, line: gap.line, leaf: gap.range.lowerBound, other: "\(gap.found)"))
        }
        verdict.size = order.next
        if order.next == 0, !lines.isUnended { verdict.add(LogFault(.emptyLog, in: file)) }
        if isOneLog, order.next > 0 { verdict.root = try frontier.root(hash: &hash) }
        if largest > order.next {
            verdict.add(LogFault(.cutShort, in: file, line: lines.count, leaf: order.next, other: "\(largest)"))
        } else if let newest = verdict.newest, newest.size < order.next {
            verdict.add(LogFault(.unsigned, in: file, leaf: newest.size, other: "\(newest.size)"))
        }
        for (size, claims) in claims.sorted(by: { $0.key < $1.key }) where size > order.next {
            for claim in claims where claim.role == .held {
                verdict.add(
                    isOfFormerName(claim)
                        ? LogFault(.otherPast, in: claim.signed.file)
                        : LogFault(.rolledBack, in: claim.signed.file, other: "\(order.next) for \(size)"))
            }
        }
        return verdict
    }

    private mutating func take(line bytes: ArraySlice<UInt8>) throws {
        let number = lines.count
        let line: ExportLine
        do throws(ExportLine.Unreadable) { line = try ExportLine(reading: bytes) } catch {
            verdict.add(LogFault(.unreadableLine, in: file, line: number, leaf: order.next, field: error.field))
            isOneLog = false
            return order.skip()
        }
        switch order.take(line.index, line: number) {
        case .next: break
        case .ahead: isOneLog = false
        case .late:
            return verdict.add(LogFault(.reordered, in: file, line: number, leaf: line.index))
        case .again:
            return verdict.add(LogFault(.duplicate, in: file, line: number, leaf: line.index))
        }
        switch line.content {
        case .hash(let digest):
            verdict.prunedCount += 1
            last = nil
            try grow(digest)
        case .leaf(let bytes):
            look(at: bytes, line.index, number)
            try grow(hash.leaf(bytes))
        }
    }

    /// Looks at one leaf's form, number and time.
    private mutating func look(at bytes: [UInt8], _ index: Int, _ number: Int) {
        do throws(AuditError) {
            let leaf = try LeafOutline(reading: bytes.span, at: index)
            if leaf.isEmergency(bytes.span) { emergencies += 1 }
            if let last, !leaf.mayFollow(last, bytes.span) {
                verdict.add(LogFault(.timeRunsBack, in: file, line: number, leaf: index, field: "at"))
            }
            last = leaf.at
        } catch {
            let (field, own) = Leaf.fault(in: bytes)
            verdict.add(
                error == .misplacedLeaf(index)
                    ? LogFault(.misplacedLeaf, in: file, line: number, leaf: index, field: "seq", other: "\(own ?? 0)")
                    : LogFault(.malformedLeaf, in: file, line: number, leaf: index, field: field))
        }
    }

    /// Adds an entry to the tree, and compares what checkpoints of that size say.
    private mutating func grow(_ digest: Digest) throws {
        guard isOneLog else { return }
        _ = try frontier.append(digest, hash: &hash)
        guard let claims = claims.removeValue(forKey: frontier.size) else { return }
        let root = try frontier.root(hash: &hash)
        for claim in claims { compare(claim, root) }
        if claims.contains(where: { $0.signed.checkpoint.root == root }) { matched = frontier.size }
    }

    /// Whether a checkpoint is of a name that the log had before a restore, which may have put entries away.
    private func isOfFormerName(_ claim: Claim) -> Bool { claim.signed.checkpoint.origin != keys.first?.name }

    private mutating func compare(_ claim: Claim, _ root: Digest) {
        let size = frontier.size
        guard claim.signed.checkpoint.root == root else {
            // Behind the first of the log's own that differs, the others differ for the same cause.
            if claim.role != .held, differs { return }
            if claim.role != .held { differs = true }
            let kind = claim.role == .held ? isOfFormerName(claim) ? .otherPast : .forked : LogFault.Kind.rootDiffers
            return verdict.add(LogFault(kind, in: claim.signed.file, leaf: matched))
        }
        let counted = emergencies...emergencies + verdict.prunedCount
        guard let told = try? claim.signed.checkpoint.emergencyCount(), counted.contains(told) else {
            return verdict.add(LogFault(.emergenciesDiffer, in: claim.signed.file))
        }
        verdict.checkpoints += 1
        if claim.role == .held { verdict.held += 1 }
        for signer in claim.signed.signers {
            if let seconds = signer.seconds { verdict.note(signer.key.name, saw: size, at: seconds) }
        }
    }
}
