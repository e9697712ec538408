// The order of the log's times, and a clock that was set back.
internal import Cryptography

extension Leaf {
    /// The reason of the one kind of leaf that may be older than the leaf before it.
    package static let clockSetBack = "clock-set-back"

    /// By how many milliseconds a leaf may be older than the leaf before it without saying why.
    ///
    /// Now none is; programs of before wrote the leaves of one act in an order of their own, an import's above all.
    static let mostDisorder: Int64 = 60_000
}

extension LeafOutline {
    /// Whether the leaf, whose bytes are given, may stand after one that was made at `last`.
    func mayFollow(_ last: Int64, _ leaf: Span<UInt8>) -> Bool {
        at >= last - Leaf.mostDisorder || verb == .upkeep && isWhy("clock-set-back", in: leaf)
    }
}

extension Entry {
    /// By how many milliseconds a clock may be put right without a leaf of its own: the log's time then stands still.
    package static let mostUntold: Int64 = 2_000

    /// What is logged when the clock shows `now` and the newest leaf was made at `last`; nil if that is no step back, or
    /// too small a one to tell of.
    ///
    /// Its time is the clock's own, and the log's time goes on from there: one wrong day far ahead must not freeze it.
    /// - Parameter reader: who can open the detail, asked for only where one is made.
    package static func clockSetBack(
        from last: Int64, to now: Int64, actor: String, of reader: @autoclosure () throws -> Part.Reader
    ) rethrows -> Entry? {
        guard last - now >= mostUntold else { return nil }
        let detail = CanonicalValue.object([
            "act": .text(Leaf.clockSetBack), "by": .number(last - now), "from": .number(last),
        ])
        return Entry(
            actor: actor, verb: .upkeep, at: now, why: Leaf.clockSetBack, parts: [Part(detail, for: try reader())])
    }

    /// The entry as it may stand after a leaf that was made at `last`.
    package func inOrder(after last: Int64) -> Entry {
        var entry = self
        if !(verb == .upkeep && why == Leaf.clockSetBack) { entry.at = max(at, last) }
        return entry
    }
}
