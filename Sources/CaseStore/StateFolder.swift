// Where a machine keeps what it has seen of stores: outside of them, so that putting a store back does not put this back.
import Cryptography
import Glibc
import KeyRing

/// The folder of one account of one machine, with a folder for each store that was opened there.
///
/// In it lie `last-seen`, the newest state of the store's log that was seen, and whatever checkpoints somebody puts beside
/// it. Nothing here is secret; marks are signed by the log's own key.
package struct StateFolder: Sendable {
    /// The folder of all stores.
    package let path: String
    /// Tells the user what could not be kept or read here; nothing is refused for that.
    package let note: @Sendable (String) -> Void

    /// Names the folder, which is made when there is something to keep, open to its owner alone.
    package init(path: String, note: @escaping @Sendable (String) -> Void) { (self.path, self.note) = (path, note) }

    /// A file that claims to be a checkpoint of a store's log.
    struct Sheet {
        let path: String
        /// What it holds; nil if it cannot be read, or is longer than any checkpoint.
        let bytes: [UInt8]?
    }

    private static let most = (sheets: 1_000, bytes: 65_536)
    private static let own = "last-seen"

    func folder(of store: StoreID) -> String { "\(path)/\(store)" }
    func lastSeen(of store: StoreID) -> String { "\(folder(of: store))/\(Self.own)" }

    /// Everything that lies in a store's folder, `last-seen` first; nil if there is no such folder yet.
    func sheets(of store: StoreID) -> [Sheet]? {
        let folder = StoreFolder(path: folder(of: store))
        guard let names = folder.names() else { return nil }
        let kept = names.filter { !$0.hasSuffix(".part") && ![Self.own, ErasedRegister.name].contains($0) }.sorted()
            .prefix(Self.most.sheets)
        let own = names.contains(Self.own) ? [Self.own] : []
        return (own + kept).map { name in
            let file = "\(folder.path)/\(name)"
            return Sheet(path: file, bytes: try? folder.read(file, most: Self.most.bytes))
        }
    }

    /// Keeps a mark in place of the one before it; `isLast` waits until it is safe.
    func keep(_ bytes: [UInt8], of store: StoreID, isLast: Bool) throws {
        let file = lastSeen(of: store)
        let folder = StoreFolder(path: folder(of: store))
        do {
            try folder.write(file + ".part", bytes, waiting: isLast)
        } catch {
            // The folder may not be there yet.
            try StoreFolder(path: self.path).makeWithParents()
            try folder.make()
            try folder.write(file + ".part", bytes, waiting: isLast)
        }
        try folder.rename(file + ".part", to: file, waiting: isLast)
    }
}
