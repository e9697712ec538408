// The faults of a log in the sentences that the user reads.

extension LogFault {
    /// What is wrong and where, ready for the user.
    package var sentence: String {
        let place = place
        return switch kind {
        case .unreadableLine: "\(place): this is not an entry as exports have them\(inField)."
        case .brokenLine: "\(place): the line breaks off: the file was cut short."
        case .missing: "\(place): entries are missing here: the file goes on with entry \(other)."
        case .duplicate: "\(place): the entry stands here once more."
        case .reordered: "\(place): the entries do not stand in their order: this one belongs elsewhere."
        case .malformedLeaf: "\(place): the entry is not in the one form that entries have\(inField): it was altered."
        case .misplacedLeaf: "\(place): the entry says itself that it is entry \(other): the log was reordered."
        case .timeRunsBack:
            "\(place): the entry is earlier than the one before it, and nothing says that the clock was set back."
        case .emptyLog: "\(place): there is no entry, and every log begins with its founding: this proves nothing."
        case .cutShort: "\(place): the log ends here, but its checkpoint covers \(other) entries: it was cut short."
        case .unsigned: "\(place): the log goes on from here, but its newest checkpoint covers \(other) entries alone."
        case .rootDiffers:
            "\(place): the entries are not those that the checkpoint covers: from entry \(leaf ?? 0) up to there one was altered, removed, put in or moved."
        case .rolledBack:
            "\(place): this checkpoint covers more entries than the log has (\(other)): the log is of an earlier moment, or entries were removed."
        case .laterRestore:
            "\(place): this checkpoint is of the name \(other), which the log got by a later restore: this one is of a time before it."
        case .putAway:
            "\(place): a restore put away entries that this checkpoint covers: under its name the log ended with \(other)."
        case .otherPast:
            "\(place): this checkpoint, of a name that the log had before, covers other entries than these: a restore put them away, or the log was rewritten."
        case .forked:
            "\(place): the log signed other entries than these: it has two pasts, which part between entry \(leaf ?? 0) and there."
        case .emergenciesDiffer:
            "\(place): the checkpoint tells of another number of emergency accesses than the entries that it covers."
        case .malformedCheckpoint: "\(place): this is not a checkpoint."
        case .emptyCheckpoint: "\(place): this is a checkpoint of no entries, and no log signs one: it proves nothing."
        case .foreignCheckpoint: "\(place): this is a checkpoint of another log, \(other)."
        case .otherKey: "\(place): this is signed under the log's name by another key (\(other)), not by the log's."
        case .falseSignature: "\(place): the signature of \(other) is false: the checkpoint was altered."
        case .notSigned: "\(place): this does not carry the signature of \(other)."
        case .misnamed: "\(place): this is the checkpoint of \(other) entries, and the file is named for others."
        case .foreignKey: "\(place): this is not the key \(other)."
        case .proofFails: "\(place): the proof does not lead from this entry to its checkpoint."
        case .otherLeaf: "\(place): the entry that the file carries is not the entry that it is to prove."
        }
    }

    /// The place in words: the file, its line, the entry.
    private var place: String {
        let named =
            switch kind {
            case .rootDiffers, .forked: ""
            case .unreadableLine, .brokenLine, .missing, .duplicate, .reordered, .malformedLeaf, .misplacedLeaf,
                .timeRunsBack, .emptyLog, .cutShort, .unsigned, .rolledBack, .laterRestore, .putAway, .otherPast,
                .emergenciesDiffer, .malformedCheckpoint,
                .emptyCheckpoint, .foreignCheckpoint, .otherKey, .falseSignature, .notSigned, .misnamed, .foreignKey,
                .proofFails, .otherLeaf:
                leaf.map { ", entry \($0)" } ?? ""
            }
        return file + (line.map { ", line \($0)" } ?? "") + named
    }

    private var inField: String { field.map { " (at \"\($0)\")" } ?? "" }
}
