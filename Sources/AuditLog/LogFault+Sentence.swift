// The faults of a log in the sentences that the user reads.

extension LogFault {
    /// What is wrong and where, ready for the user.
    package var sentence: String { "\(place): \(what)" }

    /// What is wrong, without the place.
    package var what: String {
        switch kind {
        case .unreadableLine: "this is not an entry as exports have them\(inField)."
        case .brokenLine: "the line breaks off: the file was cut short."
        case .missing: "entries are missing here\(other.isEmpty ? "" : ": the file goes on with entry \(other)")."
        case .duplicate: "the entry stands here once more."
        case .reordered: "the entries do not stand in their order: this one belongs elsewhere."
        case .malformedLeaf: "the entry is not in the one form that entries have\(inField): it was altered."
        case .misplacedLeaf: "the entry says itself that it is entry \(other): the log was reordered."
        case .timeRunsBack:
            "the entry is earlier than the one before it, and nothing says that the clock was set back."
        case .emptyLog: "there is no entry, and every log begins with its founding: this proves nothing."
        case .cutShort: "the log ends here, but its checkpoint covers \(other) entries: it was cut short."
        case .unsigned: "the log goes on from here, but its newest checkpoint covers \(other) entries alone."
        case .rootDiffers:
            "the entries are not those that the checkpoint covers: from entry \(leaf ?? 0) up to there one was altered, removed, put in or moved."
        case .rolledBack:
            "this checkpoint covers more entries than the log has (\(other)): the log is of an earlier moment, or entries were removed."
        case .laterRestore:
            "this checkpoint is of the name \(other), which the log got by a later restore: this one is of a time before it."
        case .putAway:
            "a restore put away entries that this checkpoint covers: under its name the log ended with \(other)."
        case .otherPast:
            "this checkpoint, of a name that the log had before, covers other entries than these: a restore put them away, or the log was rewritten."
        case .forked:
            "the log signed other entries than these: it has two pasts, which part between entry \(leaf ?? 0) and there."
        case .emergenciesDiffer:
            "the checkpoint tells of another number of emergency accesses than the entries that it covers."
        case .malformedCheckpoint: "this is not a checkpoint."
        case .emptyCheckpoint: "this is a checkpoint of no entries, and no log signs one: it proves nothing."
        case .foreignCheckpoint: "this is a checkpoint of another log, \(other)."
        case .otherKey: "this is signed under the log's name by another key (\(other)), not by the log's."
        case .falseSignature: "the signature of \(other) is false: the checkpoint was altered."
        case .notSigned: "this does not carry the signature of \(other)."
        case .misnamed: "this is the checkpoint of \(other) entries, and the file is named for others."
        case .foreignKey: "this is not the key \(other)."
        case .treeDiffers: "a hash that is kept of the tree is not the one that the entries lead to."
        case .headDiffers: "the head of the audit log does not fit its entries."
        case .detailDiffers: "its detail is not the one that the entry commits to."
        case .proofFails: "the proof does not lead from this entry to its checkpoint."
        case .otherLeaf: "the entry that the file carries is not the entry that it is to prove."
        }
    }

    /// The place in words: the file, its line, the entry.
    package var place: String {
        let named =
            switch kind {
            case .rootDiffers, .forked: ""
            case .unreadableLine, .brokenLine, .missing, .duplicate, .reordered, .malformedLeaf, .misplacedLeaf,
                .timeRunsBack, .emptyLog, .cutShort, .unsigned, .rolledBack, .laterRestore, .putAway, .otherPast,
                .emergenciesDiffer, .malformedCheckpoint,
                .emptyCheckpoint, .foreignCheckpoint, .otherKey, .falseSignature, .notSigned, .misnamed, .foreignKey,
                .treeDiffers, .headDiffers, .detailDiffers, .proofFails, .otherLeaf:
                leaf.map { ", entry \($0)" } ?? ""
            }
        return file + (line.map { ", line \($0)" } ?? "") + named
    }

    private var inField: String { field.map { " (at \"\($0)\")" } ?? "" }
}
