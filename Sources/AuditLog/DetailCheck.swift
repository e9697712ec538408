// Opens details by the thousand and holds each against what its leaf committed to.
internal import Cryptography

/// The check of details against their leaves, with everything ready that one detail after another needs.
///
/// It opens what is sealed under subjects' log keys; what is boxed to a compartment is passed over, but for its part's hash.
/// One value serves one thread at a time.
package final class DetailCheck {
    /// Gives a subject's log key, if it has one.
    package typealias Keys = (Int64) throws -> LogKey?

    // Enough for whom a day's work is about; a log's length does not let it grow.
    private static let mostKeys = 8_192

    private let opener: SmallSealer
    private var code: QuickCode
    private var hash: TreeHash
    private var ready: [Int64: LogKey] = [:]
    private var context = SealedDetail.context(seq: 0, part: 0)

    /// Makes ready to check.
    package init() throws {
        opener = try SmallSealer(sealing: false)
        code = try QuickCode()
        hash = try TreeHash()
    }

    /// The leaves of a run, each once, of which a detail is not what was committed to.
    package func faults(in details: DetailRun, of leaves: LeafRun, keys: Keys) throws -> [Int] {
        var faults: [Int] = []
        var start = 0
        while start < details.entries.count {
            let seq = details.entries[start].seq
            var end = start
            while end < details.entries.count, details.entries[end].seq == seq { end += 1 }
            if try !areRight(start..<end, in: details, of: seq, leaves, keys) { faults.append(seq) }
            start = end
        }
        return faults
    }

    /// Whether the details of one leaf are those that it committed to.
    private func areRight(
        _ range: Range<Int>, in details: DetailRun, of seq: Int, _ leaves: LeafRun, _ keys: Keys
    ) throws -> Bool {
        guard (leaves.first..<leaves.first + leaves.count).contains(seq) else { return false }
        let place = seq - leaves.first
        if leaves.isPruned(place) { return true }
        let bytes = leaves.bytes.span.extracting(leaves.range(of: place))
        guard let leaf = try? LeafOutline(reading: bytes, at: seq) else { return false }
        var isRight = true
        for entry in range.map({ details.entries[$0] }) where isRight {
            guard let subject = entry.subject, entry.manner == .sealed else { continue }
            guard let key = try ready(subject, keys) else { return false }
            isRight = try opens(entry, in: details, under: key, leaf, bytes)
        }
        guard isRight, !leaf.isListed else { return isRight }
        // Each part has its hash, also where the rest of it was destroyed: together they are what the leaf holds.
        var frontier = Frontier()
        for index in range {
            guard let part = details.entries[index].partHash, details.entries[index].part == index - range.lowerBound
            else { return false }
            _ = try frontier.append(part, hash: &hash)
        }
        return try frontier.size == leaf.partCount && frontier.root(hash: &hash) == leaf.commitment(0, in: bytes)
    }

    /// Whether a detail opens, is canonical, and is what the leaf committed to.
    private func opens(
        _ entry: DetailRun.Entry, in details: DetailRun, under key: LogKey, _ leaf: LeafOutline, _ bytes: Span<UInt8>
    ) throws -> Bool {
        let salt = details.bytes.span.extracting(entry.range.lowerBound..<entry.middle)
        let box = details.bytes.span.extracting(entry.middle..<entry.range.upperBound)
        guard salt.count == Commitment.saltCount else { return false }
        SealedDetail.write(seq: entry.seq, part: entry.part, into: &context)
        let context = context
        let commitment: Digest?
        do {
            commitment = try opener.open(box, under: key.detailKey, context: context) { content in
                CanonicalScan.isCanonical(content) ? try code.code(of: content, under: salt) : nil
            }
        } catch CryptographyError.doesNotOpen {
            return false
        }
        guard let commitment else { return false }
        if leaf.isListed { return leaf.commitment(entry.part, in: bytes) == commitment }
        let handle = try key.handle(at: entry.seq)
        return try entry.partHash == hash.leaf(commitment.bytes + handle)
    }

    private func ready(_ subject: Int64, _ keys: Keys) throws -> LogKey? {
        if let found = ready[subject] { return found }
        guard let key = try keys(subject) else { return nil }
        if ready.count >= Self.mostKeys { ready.removeAll(keepingCapacity: true) }
        ready[subject] = key
        return key
    }
}
