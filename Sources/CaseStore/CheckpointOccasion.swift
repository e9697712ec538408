// What a checkpoint is kept for.

/// The occasions on which the log is signed.
package enum CheckpointOccasion: String, CaseIterable, Sendable {
    /// A thousand leaves since the last one.
    case leaves
    /// A quarter of an hour of use since the last one.
    case time
    /// The store is let go.
    case lettingGo
    /// Something is about to be handed out.
    case disclosure
    /// Something was destroyed.
    case erasure
    /// Somebody asked for one.
    case asked

    /// Whether the checkpoint is kept for good; one at letting go gives way to the next that is kept.
    var isFirm: Bool {
        switch self {
        case .leaves, .time, .disclosure, .erasure, .asked: true
        case .lettingGo: false
        }
    }
}
