// When the log is next signed: after so many entries, or so long in use.

/// Counts what was logged, and how long the store was in use, since the last checkpoint that is kept for good.
///
/// A pure count: the moments are handed in, and one that lies before another counts as no time at all.
struct CheckpointPace: Hashable {
    /// How far the log may run ahead of what was signed.
    struct Limits: Hashable {
        /// The most leaves.
        var leaves = 1_000
        /// The longest time in use, in milliseconds.
        var time: Int64 = 15 * 60 * 1_000
    }

    var limits: Limits
    /// The size of the last checkpoint that is kept for good; 0 if there is none.
    private(set) var firm: Int
    /// How long the store was in use since the first leaf after it, in milliseconds.
    private(set) var used: Int64
    private var last: Int64

    /// Begins to count at `moment`; `used` is what earlier sittings came to.
    init(limits: Limits, firm: Int, used: Int64, at moment: Int64) {
        (self.limits, self.firm, self.used, last) = (limits, firm, max(0, used), moment)
    }

    /// Why a checkpoint is due now that the log has so many leaves; nil if none is.
    mutating func due(at size: Int, now moment: Int64) -> CheckpointOccasion? {
        // While nothing is uncovered no time counts; a clock that was set back gives none.
        if size > firm, moment > last { used = min(limits.time, used + min(limits.time, moment - last)) }
        last = moment
        guard size > firm else { return nil }
        return size - firm >= limits.leaves ? .leaves : used >= limits.time ? .time : nil
    }

    /// A checkpoint of that size is kept for good.
    mutating func signed(at size: Int) { (firm, used) = (size, 0) }

    /// The log ran ahead of every checkpoint without having been let go in good order: one is due.
    mutating func hasLostCount() { used = limits.time }
}
