// What the connections of one store know together of its log.
import Cryptography

/// Which log is in use and how far it is safe.
///
/// Shared, because a connection of its own memory raises false alarms.
struct LogState {
    /// The log in use, or the last one that was.
    var number: UInt64

    /// Whether the file holds a log that counts.
    ///
    /// If not, SQLite is shown an empty file.
    var isLive: Bool

    /// How many frames there are up to the last commit, and the tag of the last of them.
    private(set) var committed: UInt32 = 0
    private(set) var end = BlockTag.zero

    /// How many frames were safe on the disk at the last wait, and the tag of the last of them.
    private(set) var safe: UInt32
    private(set) var safeEnd: BlockTag

    /// While SQLite reads the log for the first time, a frame that does not open may be the end of the log.
    private(set) var isRecovering = true

    /// The pages of the frames that are not known to be safe; while recovering, of all frames read so far.
    private(set) var waiting: [UInt32] = []

    /// The tags of all frames of the log; zero for one that could not be written.
    private var tags: [BlockTag] = []

    /// The state that a mark tells of, before the log is looked at.
    init(_ mark: Mark) {
        (number, isLive) = (mark.log, false)
        (safe, safeEnd) = (mark.frames, mark.end)
    }

    /// A frame is about to be written: until it is, nobody knows its tag.
    ///
    /// Answers false for a frame that is safe already or would leave a gap: such a one is never written.
    mutating func writes(_ index: Int) -> Bool {
        guard isLive, !isRecovering, index >= Int(safe), index <= tags.count else { return false }
        if index == tags.count { tags.append(.zero) } else { tags[index] = .zero }
        return true
    }

    /// A frame was written; a commit frame completes a transaction.
    mutating func wrote(_ index: Int, page: UInt32, tag: BlockTag, isCommit: Bool) {
        tags[index] = tag
        let place = index - Int(safe)
        if place < waiting.count { waiting[place] = page } else { waiting.append(page) }
        if index < Int(committed) { (committed, end) = (safe, safeEnd) }
        if isCommit { (committed, end) = (UInt32(truncatingIfNeeded: index) + 1, tag) }
    }

    /// Whether a frame that opens is the one that was written last in its place, and not one that was taken back.
    func knows(_ index: Int, _ tag: BlockTag) -> Bool { isRecovering || index < tags.count && tags[index] == tag }

    /// SQLite read a frame for the first time; answers false if it is not the one that the mark knows.
    mutating func recovered(_ index: Int, page: UInt32, tag: BlockTag) -> Bool {
        guard index == tags.count else { return true }
        tags.append(tag)
        waiting.append(page)
        return index + 1 != Int(safe) || tag == safeEnd
    }

    /// The log was read, and the first `taken` frames of it count.
    mutating func hasRecovered(_ taken: UInt32) {
        let count = min(Int(taken), tags.count)
        (committed, end) = (taken, count > 0 ? tags[count - 1] : .zero)
        tags.removeLast(tags.count - count)
        waiting = Array(waiting[min(Int(safe), count)..<count])
        isRecovering = false
    }

    /// All frames up to the last commit are safe, and a mark says so.
    mutating func isSafe() {
        waiting.removeFirst(min(waiting.count, Int(committed - safe)))
        (safe, safeEnd) = (committed, end)
    }

    /// The log is finished; SQLite is shown an empty one.
    mutating func finish() {
        (committed, end, safe, safeEnd) = (0, .zero, 0, .zero)
        (waiting, tags, isLive) = ([], [], false)
    }

    /// The next log begins.
    mutating func begin() {
        finish()
        (number, isLive) = (number + 1, true)
    }
}
