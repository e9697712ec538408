// Why a witness does not sign, and the sentence that says so.

/// A refusal of a witness, which then holds what it held before.
///
/// No case holds personal data.
package enum WitnessRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The checkpoint is of a log without leaves, which is never signed.
    case emptyLog
    /// The request goes on from another size than the witness holds; 0 if it holds nothing.
    case otherSize(asked: Int, held: Int)
    /// The checkpoint is smaller than the one that the witness holds.
    case smaller(size: Int, held: Int)
    /// The log has signed two roots of one size.
    case forked(size: Int)
    /// The proof does not lead from what the witness holds to the checkpoint.
    case proofFails(from: Int, to: Int)
    /// The log says that it has had fewer emergency accesses than it said before.
    case emergenciesFell(from: Int, to: Int)
    /// The clock stands before the time of the witness's last signature, in seconds of UTC since 1970.
    case clockBehind(last: UInt64)

    /// Whether the request may prove that the log was rewritten, and is to be kept for that.
    package var isEvidence: Bool {
        switch self {
        case .forked, .proofFails, .emergenciesFell: true
        case .emptyLog, .otherSize, .smaller, .clockBehind: false
        }
    }

    package var description: String {
        switch self {
        case .emptyLog: "A checkpoint of a log without entries is never signed."
        case .otherSize(let asked, 0):
            "The request goes on from size \(asked), but this witness holds nothing of that log (size 0): it needs a first "
                + "request (audit prove --first)."
        case .otherSize(let asked, let held):
            "The request goes on from size \(asked), but this witness holds size \(held) of that log: it needs a request "
                + "since the checkpoint of size \(held)."
        case .smaller(let size, let held):
            "The checkpoint is of size \(size), but this witness has signed size \(held) of that log already: the request "
                + "is an old one, or the log was put back to an earlier moment."
        case .forked(let size):
            "FORK: the log has signed two different states of size \(size), and this witness holds the other one. The log "
                + "was rewritten, or there are two of it. Nothing was signed."
        case .proofFails(let from, let to):
            "The log did not only grow: the proof does not lead from size \(from), which this witness holds, to size "
                + "\(to). The log was rewritten, or the request was made from another copy of it. Nothing was signed."
        case .emergenciesFell(let before, let now):
            "The checkpoint says that the log has had \(now) emergency accesses, and the one that this witness holds said "
                + "\(before): their number never falls, so one of the two is not true. Nothing was signed."
        case .clockBehind:
            "This machine's clock stands before the time of this witness's last signature: set it right first."
        }
    }
}
