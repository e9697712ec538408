// Bringing a store of an older format up to this program's.
package import Cryptography
import Glibc

extension Vault {
    /// Brings the store in the folder `directory` up to this program's format; a store that is there already is left as it is.
    ///
    /// Everything is written to a new file, under keys of the new format, which then takes the old one's place: until that
    /// moment nothing of the old store is changed, and a crash at any moment leaves the one or the other whole. It needs as much room
    /// again as the store. `progress` is told how many pages are done, of how many. Waits at most `seconds` if another
    /// process has the store. Throws ``VaultError``; a store in which a page does not open is refused.
    package static func upgrade(
        at directory: String, storeID: [UInt8], key: borrowing SecretBytes, wait seconds: Double = 5,
        mishaps: Mishaps? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        do {
            let groundwork = try Groundwork.find(
                at: directory, storeID: storeID, key: key, wait: seconds, any: true, mishaps: mishaps)
            guard groundwork.format < Layout.version else { return }
            let old = try FirstFormat(groundwork)
            let folder = old.groundwork.folder
            let path = "\(folder)/\(Layout.newName)"
            do {
                var new = try NewDatabase(
                    at: path, storeID: storeID, key: key, epoch: old.groundwork.epoch, mishaps: mishaps)
                try old.copy(into: &new, progress)
                try new.finish()
                try RawFile.rename(path, to: "\(folder)/\(Layout.databaseName)", mishaps: mishaps)
            } catch {
                unsafe unlink(path)
                throw error
            }
            try RawFile.syncFolder(folder, mishaps: mishaps)
            // The old log does not open under the new keys; it is nobody's from now on.
            try RawFile.remove(old.groundwork.logPath, mishaps: mishaps)
            try RawFile.syncFolder(folder, mishaps: mishaps)
        } catch let failure as SystemFailure { throw failure.error }
    }
}

extension FirstFormat {
    fileprivate borrowing func copy(into new: inout NewDatabase, _ progress: (Int, Int) -> Void) throws {
        let page = UnsafeMutableRawBufferPointer.allocate(byteCount: Layout.pageSize, alignment: 64)
        defer {
            unsafe page.wipe()
            unsafe page.deallocate()
        }
        let lock = Layout.lockPage
        for number in stride(from: 1, through: count, by: 1) where number != lock {
            try unsafe read(number, into: page)
            unsafe page.clearUnusedRoom(ofPage: number)
            try unsafe new.add(number, UnsafeRawBufferPointer(page))
            if number % 256 == 0 { progress(number, count) }
        }
        progress(count, count)
    }
}
