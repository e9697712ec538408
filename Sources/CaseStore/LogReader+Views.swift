// A leaf as it is shown.
import Access
import AuditLog
import Cryptography
import Lifecycle

extension LogReader {
    /// A leaf with what may be told of it.
    func view(_ leaf: Leaf, about subject: Int64? = nil) throws -> LogView {
        let parts = try parts(of: leaf, about: subject)
        let open = parts.filter { $0.told != nil && $0.reason == nil }
        let isShut = parts.contains { $0.told == nil } && open.isEmpty
        var references: [Reference] = []
        for reference in open.flatMap(\.records) where !references.contains(reference) { references.append(reference) }
        return LogView(
            seq: leaf.seq, at: leaf.at, actor: name(of: leaf.actor), verb: leaf.verb.rawValue, why: leaf.why,
            reason: parts.lazy.compactMap(\.reason).first, subjects: references,
            words: words(leaf, parts, open.first?.told), isShut: isShut,
            detail: open.compactMap(\.told).map { String(decoding: $0.encoded, as: UTF8.self) },
            recipient: open.lazy.compactMap { $0.told?["recipient"]?.text }.first.map(store.recipientWords))
    }

    private func words(_ leaf: Leaf, _ parts: [LoggedPart], _ told: CanonicalValue?) -> String {
        if let told { return ActWords.of(told, leaf.verb, name: name) }
        if parts.contains(where: { $0.told == nil }) { return ActWords.shut }
        if leaf.verb == .signIn { return ActWords.signIn }
        let had = leaf.partCount ?? leaf.commitments.count
        return had > parts.count ? ActWords.lost : ""
    }
}
