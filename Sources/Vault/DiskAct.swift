// One thing that was asked of the disk, as a test wrote it down.

/// One thing that was asked of the disk, and done.
///
/// A file goes by the system's own number for it, because a name may come to mean another file.
package enum DiskAct: Hashable, Sendable {
    /// A file was opened under this name; `isNew` if the opening made it.
    case open(file: UInt64, name: String, isNew: Bool)
    /// Bytes were written at a place.
    case write(file: UInt64, place: Int, bytes: [UInt8])
    /// A file was cut or lengthened.
    case truncate(file: UInt64, size: Int)
    /// What was written to the file before the act numbered `upTo` is safe.
    case sync(file: UInt64, upTo: Int)
    /// A name was given to the file of another name.
    case rename(from: String, to: String)
    /// A name was taken away.
    case unlink(name: String)
    /// What happened to names before the act numbered `upTo` is safe.
    case syncFolder(upTo: Int)
    /// The test was told that something is done, and gave it this number.
    case acknowledged(Int)
}
