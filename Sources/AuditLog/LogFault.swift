// One thing that is wrong with what claims to be a log, and where.

/// A fault of an exported log, a checkpoint or a proof: its kind, its place, and a sentence.
///
/// Names of files, numbers and names of logs and keys: no personal data.
package struct LogFault: Error, Hashable, Sendable {
    /// What is wrong.
    package let kind: Kind
    /// The file in which it is seen, as it was named.
    package let file: String
    /// The line of the file, from 1, where it has lines.
    package var line: Int?
    /// The entry concerned, from 0, or the first of those that may be.
    package var leaf: Int?
    /// The member of the leaf or line that is wrong.
    package var field: String?
    /// The name or number that the sentence speaks of.
    var other = ""

    /// Names a fault and its place; `other` is the name or number that its sentence speaks of.
    package init(
        _ kind: Kind, in file: String, line: Int? = nil, leaf: Int? = nil, field: String? = nil, other: String = ""
    ) {
        (self.kind, self.file, self.line, self.leaf) = (kind, file, line, leaf)
        (self.field, self.other) = (field, other)
    }

    /// The kinds of fault.
    ///
    /// The raw values stand in answers for programs: none is ever renamed.
    package enum Kind: String, CaseIterable, Sendable {
        /// A line is not an entry in the one form that exports have.
        case unreadableLine = "unreadable-line"
        /// The last line has no end.
        case brokenLine = "broken-line"
        /// Entries are not there.
        case missing
        /// An entry stands twice.
        case duplicate
        /// Entries stand in another order.
        case reordered
        /// A leaf is not in the one form that leaves have.
        case malformedLeaf = "malformed-leaf"
        /// A leaf carries another number than its place.
        case misplacedLeaf = "misplaced-leaf"
        /// The time of a leaf is before that of the one before it.
        case timeRunsBack = "time-runs-back"
        /// There is no entry at all.
        case emptyLog = "empty-log"
        /// The log ends before its own checkpoint says.
        case cutShort = "cut-short"
        /// The log goes on behind its newest checkpoint.
        case unsigned
        /// The entries are not those that a checkpoint covers.
        case rootDiffers = "root-differs"
        /// A checkpoint held elsewhere covers more than there is.
        case rolledBack = "rolled-back"
        /// A checkpoint held elsewhere is of a name that the log got by a later restore.
        case laterRestore = "later-restore"
        /// A checkpoint held elsewhere covers entries that a restore put away.
        case putAway = "put-away"
        /// A checkpoint held elsewhere, of a name that the log had before a restore, covers other entries.
        case otherPast = "other-past"
        /// A checkpoint held elsewhere, which the log's key signed, covers other entries.
        case forked
        /// A checkpoint counts other emergency accesses than there are.
        case emergenciesDiffer = "emergencies-differ"
        /// A file that should be a checkpoint is none.
        case malformedCheckpoint = "malformed-checkpoint"
        /// A checkpoint of no entries, which no log signs.
        case emptyCheckpoint = "empty-checkpoint"
        /// A checkpoint is of another log.
        case foreignCheckpoint = "foreign-checkpoint"
        /// A checkpoint is signed under the right name by another key.
        case otherKey = "other-key"
        /// A known key's signature is false.
        case falseSignature = "false-signature"
        /// The log's key did not sign.
        case notSigned = "not-signed"
        /// A checkpoint's file is named for another size.
        case misnamed
        /// The key beside the log is not the one that is held, or not that of the other names.
        case foreignKey = "foreign-key"
        /// What a store keeps of the tree does not fit its entries.
        case treeDiffers = "tree-differs"
        /// What a store says of its log as a whole does not fit its entries.
        case headDiffers = "head-differs"
        /// A detail is not what its entry committed to.
        case detailDiffers = "detail-differs"
        /// A proof does not lead to its checkpoint's root.
        case proofFails = "proof-fails"
        /// The leaf that a proof carries is not the one that it is to prove.
        case otherLeaf = "other-leaf"
    }
}
