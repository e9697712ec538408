// What the connections of one store know together of its log.

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

    /// How many frames there are up to the last commit.
    var committed: UInt32

    /// How many frames were safe on the disk at the last wait.
    var safe: UInt32

    var marks: Marks

    /// While SQLite reads the log for the first time, a frame that does not open may be the end of the log.
    var isRecovering = true

    /// A frame was written; a commit frame completes a transaction.
    mutating func wrote(_ index: Int, isCommit: Bool) {
        let count = UInt32(truncatingIfNeeded: index)
        if count < committed { committed = count }
        if isCommit { committed = count + 1 }
    }
}
