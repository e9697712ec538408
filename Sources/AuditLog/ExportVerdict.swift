// What the check of an exported log came to.
package import Cryptography

/// What an exported log is, and what is wrong with it.
package struct ExportVerdict: Sendable {
    /// How many entries it has.
    package internal(set) var size = 0
    /// The root over them; nil if they do not make one log.
    package internal(set) var root: Digest?
    /// How many of the entries are given by their hash alone.
    package internal(set) var prunedCount = 0
    /// How many checkpoints were found true, those held elsewhere included.
    package internal(set) var checkpoints = 0
    /// How many of those were held elsewhere.
    package internal(set) var held = 0
    /// The newest checkpoint beside the log, if it is true.
    package internal(set) var newest: Checkpoint?
    /// The largest checkpoint that each witness signed, of those that are true.
    package internal(set) var cosigned: [(witness: String, size: Int, seconds: UInt64)] = []
    /// What is wrong, in the order in which it was found; empty if the log is whole.
    package private(set) var faults: [LogFault] = []
    /// How many faults there are beyond those.
    package private(set) var moreFaults = 0

    /// The most faults that are told one by one.
    package static let mostFaults = 100

    init() {}

    mutating func add(_ fault: LogFault) {
        if faults.count < Self.mostFaults { faults.append(fault) } else { moreFaults += 1 }
    }

    mutating func note(_ witness: String, saw size: Int, at seconds: UInt64) {
        let known = cosigned.firstIndex { $0.witness == witness }
        if let known, cosigned[known].size >= size { return }
        if let known { cosigned.remove(at: known) }
        cosigned.append((witness, size, seconds))
    }
}
