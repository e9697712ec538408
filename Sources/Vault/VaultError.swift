// Why a store cannot be made, opened, read or written.

/// A failure of the vault.
///
/// Each says a different thing to the person who reads it.
package enum VaultError: Error, Hashable, Sendable {
    /// There is no store in the folder.
    case missing
    /// There is a store in the folder already.
    case alreadyThere
    /// The file is not a store at all.
    case notAStore
    /// The file is a store, but another than was asked for.
    case foreign
    /// The key is not this store's key.
    case wrongKey
    /// Something was altered, moved, cut or lost.
    case damaged(Place)
    /// The store was written by a newer program; the number is its format.
    case newerFormat(UInt32)
    /// The store was written by an older program; the number is its format.
    ///
    /// ``Vault/upgrade(at:storeID:key:wait:mishaps:progress:)`` brings it up to this program's.
    case olderFormat(UInt32)
    /// The store was sealed under a key that this opening was not given.
    case otherEpoch(UInt32)
    /// Another process holds the store; the words say which.
    case busy(holder: String)
    /// The disk, or the space allowed on it, is full.
    case full
    /// The system could not read or write; the number is its own (errno).
    case system(Int32)
    /// The disk, or its mounting, is read-only.
    case readOnly
    /// The folder or its files may not be used by this account.
    case denied
}

extension VaultError: CustomStringConvertible {
    /// The sentence the user reads.
    package var description: String {
        switch self {
        case .missing: "There is no store here."
        case .alreadyThere: "There is a store here already; nothing was changed."
        case .notAStore: "case.db is not a store of this program."
        case .foreign: "case.db belongs to another store."
        case .wrongKey: "The key is not the key of this store."
        case .damaged(let place): "The store is damaged or was altered at \(place); nothing was read from there."
        case .newerFormat(let version):
            "The store was written by a newer program (format \(version)); this one reads format \(Layout.version)."
        case .olderFormat(let version):
            "The store was written by an older program (format \(version)) and must be brought up to format \(Layout.version) first."
        case .otherEpoch(let epoch): "The store is sealed under another key (epoch \(epoch))."
        case .busy(let holder): "The store is in use by \(holder); try again when it has finished."
        case .full: "The disk is full; nothing was changed."
        case .system(let number): "The store could not be read or written: \(SystemFailure.words(number))."
        case .readOnly:
            "The store lies on a disk that may only be read: nothing was changed. Even to read it the program must log who "
                + "looks; make the disk writable, or copy the folder to one that is."
        case .denied:
            "This account of the machine may not write the store's files: nothing was changed. They must be its own, with "
                + "the right to read and write them."
        }
    }
}
