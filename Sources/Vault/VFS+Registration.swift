// The file system's table of functions, as SQLite wants it.
import CSQLite
import Cryptography
import Glibc
import SQLite

extension VFS {
    /// Where the tables of file methods stand, as numbers: they are made once and never given back.
    static let pageMethods = UInt(bitPattern: unsafe makePageMethods())
    static let logMethods = UInt(bitPattern: unsafe makeLogMethods())

    /// Makes the file system known to SQLite; answers its result code.
    static func register() -> Int32 {
        // What is set for all of SQLite comes before its first use, which this is.
        _ = Library.isReady
        let table = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        unsafe table.initialize(to: sqlite3_vfs())
        // Edition 1: no clock in 64 bits. The one below refuses, so that no statement can read the clock.
        unsafe table.pointee.iVersion = 1
        unsafe table.pointee.szOsFile = Int32(MemoryLayout<dw_file>.size)
        unsafe table.pointee.mxPathname = 256
        unsafe table.pointee.zName = unsafe UnsafePointer(strdup(name))
        unsafe table.pointee.xOpen = { unsafe openFile($1, $2, $3, $4) }
        unsafe table.pointee.xDelete = { unsafe deleteFile($1, syncFolder: $2 != 0) }
        unsafe table.pointee.xAccess = { unsafe findFile($1, $3) }
        unsafe table.pointee.xFullPathname = { unsafe copyName($1, $2, $3) }
        unsafe table.pointee.xRandomness = { unsafe fillWithRandomness($1, $2) }
        unsafe table.pointee.xSleep = { _, microseconds in
            usleep(UInt32(max(0, microseconds)))
            return microseconds
        }
        unsafe table.pointee.xCurrentTime = { _, _ in SQLITE_ERROR }
        unsafe table.pointee.xGetLastError = { _, _, _ in 0 }
        return unsafe sqlite3_vfs_register(table, 0)
    }
}

/// Opens a store's database or log.
///
/// Everything else SQLite might want on a disk would be in the clear.
private func openFile(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ granted: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let file = unsafe file else { return SQLITE_CANTOPEN }
    unsafe file.pointee.pMethods = nil
    let kind = flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)
    guard let found = unsafe name.flatMap({ unsafe VFS.find(String(cString: $0)) }), kind != 0,
        found.isLog == (kind == SQLITE_OPEN_WAL)
    else { return SQLITE_CANTOPEN }
    do {
        let object: UnsafeMutableRawPointer
        let methods: UInt
        if found.isLog {
            let log = try LogFile(found.store, create: flags & SQLITE_OPEN_CREATE != 0)
            unsafe (object, methods) = unsafe (Unmanaged.passRetained(log).toOpaque(), VFS.logMethods)
        } else {
            let page = try PageFile(found.store)
            unsafe (object, methods) = unsafe (Unmanaged.passRetained(page).toOpaque(), VFS.pageMethods)
        }
        unsafe UnsafeMutableRawPointer(file).assumingMemoryBound(to: dw_file.self).pointee.object = unsafe object
        unsafe file.pointee.pMethods = UnsafePointer(bitPattern: methods)
        unsafe granted?.pointee = flags
        return SQLITE_OK
    } catch { return found.store.code(for: error, else: SQLITE_CANTOPEN) }
}

/// Deletes the log, once it is noted that nothing in it is needed any more.
private func deleteFile(_ name: UnsafePointer<CChar>?, syncFolder: Bool) -> Int32 {
    guard let found = unsafe name.flatMap({ unsafe VFS.find(String(cString: $0)) }), found.isLog else {
        return SQLITE_OK
    }
    do {
        try found.store.database.belongsHere()
        try found.store.finishLog()
        let mishaps = found.store.mishaps
        try RawFile.remove(found.store.logPath, mishaps: mishaps)
        if syncFolder { try RawFile.syncFolder(found.store.folder, mishaps: mishaps) }
        return SQLITE_OK
    } catch { return found.store.code(for: error, else: IOCode.delete) }
}

/// Says whether a store's database or log is there.
///
/// A journal never is, whatever lies in the folder.
private func findFile(_ name: UnsafePointer<CChar>?, _ answer: UnsafeMutablePointer<Int32>?) -> Int32 {
    let found = unsafe name.flatMap { unsafe VFS.find(String(cString: $0)) }
    let isThere = found.map { !$0.isLog || RawFile.exists($0.store.logPath) } ?? false
    unsafe answer?.pointee = isThere ? 1 : 0
    return SQLITE_OK
}

private func copyName(_ name: UnsafePointer<CChar>?, _ room: Int32, _ target: UnsafeMutablePointer<CChar>?) -> Int32 {
    guard let name = unsafe name, let target = unsafe target, unsafe strlen(name) < room else { return SQLITE_CANTOPEN }
    unsafe strcpy(target, name)
    return SQLITE_OK
}

private func fillWithRandomness(_ count: Int32, _ target: UnsafeMutablePointer<CChar>?) -> Int32 {
    let memory = unsafe UnsafeMutableRawBufferPointer(start: target, count: Int(max(0, count)))
    do {
        try unsafe Random.fill(memory)
        return count
    } catch { return 0 }
}
