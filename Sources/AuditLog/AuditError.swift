// What can be wrong with a log, a checkpoint or a proof, and the sentence that says so.

/// A fault found in the log or in something that claims to speak for it.
///
/// No case holds personal data.
package enum AuditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A leaf is not in the one form that leaves have; the payload is its index.
    case malformedLeaf(Int)
    /// A leaf carries another index than its place.
    case misplacedLeaf(Int)
    /// A leaf is not there; the payload is its index.
    case missingLeaf(Int)
    /// A leaf is older than the one before it, and does not say that the clock was set back.
    case timeRunsBack(Int)
    /// A leaf would be longer than a tile's entry may be.
    case oversizedLeaf
    /// A recipient was named, but no part of the entry can keep the name.
    case recipientWithoutPart
    /// The running state of the tree is not one that a tree can have.
    case malformedFrontier
    /// A signed note is not in its form.
    case malformedNote
    /// A known key's signature on a note is false.
    case falseSignature(String)
    /// A note carries no signature of the key that it must.
    case notSigned(String)
    /// A verifier key is not in its form, or its fingerprint is not its own.
    case malformedVerifierKey
    /// A checkpoint is not in its form.
    case malformedCheckpoint
    /// A checkpoint is of another log.
    case foreignCheckpoint(String)
    /// A checkpoint's root is not the root of that many leaves.
    case rootDiffers(Int)
    /// A checkpoint tells of another number of emergency accesses than there were before that size.
    case emergenciesDiffer(Int)
    /// A proof file is not in its form.
    case malformedProof
    /// A request to a witness is not in its form.
    case malformedRequest
    /// A proof file carries another leaf than the one that it is to prove.
    case otherLeaf
    /// A proof does not lead to the root.
    case proofFails
    /// A proof was asked for that this size of tree cannot give.
    case noSuchProof
    /// A leaf or node that a proof needs is not there.
    case missingNode(level: Int, place: Int)
    /// A detail does not match what its leaf committed to.
    case detailDiffers(Int)

    package var description: String {
        switch self {
        case .malformedLeaf(let index): "Leaf \(index) of the audit log is not in the form of a leaf: it was altered."
        case .misplacedLeaf(let index): "Leaf \(index) of the audit log carries another number: the log was reordered."
        case .missingLeaf(let index): "Leaf \(index) of the audit log is missing."
        case .timeRunsBack(let index):
            "Leaf \(index) of the audit log is older than the one before it, and does not say that the clock was set back."
        case .oversizedLeaf: "An entry of the audit log is longer than 65,535 bytes and was refused."
        case .recipientWithoutPart: "A recipient can be logged only with the data that went to them."
        case .malformedFrontier: "The audit log's running state is damaged; it can be rebuilt from its leaves."
        case .malformedNote: "A signed note is not in the form of a signed note."
        case .falseSignature(let name): "The signature of \(name) is false: the note was altered."
        case .notSigned(let name): "The note does not carry the signature of \(name)."
        case .malformedVerifierKey: "A verifier key is not in its form, or does not match its own fingerprint."
        case .malformedCheckpoint: "A checkpoint is not in the form of a checkpoint."
        case .foreignCheckpoint(let origin): "The checkpoint is of another log, \(origin)."
        case .rootDiffers(let size): "The first \(size) leaves are not those that the checkpoint of that size covers."
        case .emergenciesDiffer(let size):
            "The checkpoint of size \(size) tells of another number of emergency accesses than the entries that it covers."
        case .malformedProof: "A proof file is not in the form of a proof."
        case .malformedRequest: "A request to a witness is not in the form of one."
        case .otherLeaf: "The leaf that the proof file carries is not the leaf that it is to prove."
        case .proofFails: "The proof does not lead to the checkpoint's root."
        case .noSuchProof: "The log cannot give that proof: it is not that long."
        case .missingNode(let level, let place): "The audit log's node \(place) of level \(level) is missing."
        case .detailDiffers(let index): "A detail of leaf \(index) is not what was committed to: it was altered."
        }
    }
}
