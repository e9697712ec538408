// The database file's table of functions, as SQLite wants it.
import CSQLite

extension VFS {
    /// Makes the table for ``PageFile``.
    ///
    /// Edition 2: with an index of the log, without memory maps.
    static func makePageMethods() -> UnsafeMutablePointer<sqlite3_io_methods> {
        let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        unsafe table.initialize(to: sqlite3_io_methods())
        unsafe table.pointee.iVersion = 2
        unsafe table.pointee.xClose = { file in
            unsafe Unmanaged<PageFile>.fromOpaque(object(of: file)).release()
            return SQLITE_OK
        }
        unsafe table.pointee.xRead = { file, target, count, offset in
            unsafe page(file).read(into: .init(start: target, count: Int(count)), at: Int(offset))
        }
        unsafe table.pointee.xWrite = { file, source, count, offset in
            unsafe page(file).write(.init(start: source, count: Int(count)), at: Int(offset))
        }
        unsafe table.pointee.xTruncate = { unsafe page($0).truncate(to: Int($1)) }
        unsafe table.pointee.xSync = { file, _ in unsafe page(file).sync() }
        unsafe table.pointee.xFileSize = { unsafe answer(page($0).size(), $1) }
        unsafe table.pointee.xLock = { unsafe page($0).lock($1) }
        unsafe table.pointee.xUnlock = { unsafe page($0).unlock($1) }
        unsafe table.pointee.xCheckReservedLock = { file, answer in
            unsafe answer?.pointee = unsafe page(file).isReserved ? 1 : 0
            return SQLITE_OK
        }
        unsafe table.pointee.xFileControl = { _, act, _ in fileControl(act) }
        unsafe table.pointee.xSectorSize = { _ in Int32(Layout.pageSize) }
        // Nothing more is promised: with less, SQLite would split frames between two writes.
        unsafe table.pointee.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
        unsafe table.pointee.xShmMap = { file, number, size, extend, answer in
            let region = unsafe page(file).indexRegion(Int(number), size: Int(size), extend: extend != 0)
            unsafe answer?.pointee = UnsafeMutableRawPointer(bitPattern: region)
            return region == 0 && extend != 0 ? IOCode.noMemory : SQLITE_OK
        }
        unsafe table.pointee.xShmLock = { file, first, count, flags in
            unsafe page(file).lockIndex(Int(first)..<Int(first + count), flags: flags)
        }
        // Every lock above takes and gives a mutex, which is a barrier too; this one is for SQLite's own reading.
        unsafe table.pointee.xShmBarrier = { unsafe page($0).barrier() }
        unsafe table.pointee.xShmUnmap = { file, forget in
            unsafe page(file).leaveIndex(forget: forget != 0)
            return SQLITE_OK
        }
        return unsafe table
    }
}

private func page(_ file: UnsafeMutablePointer<sqlite3_file>?) -> PageFile {
    unsafe Unmanaged<PageFile>.fromOpaque(object(of: file)).takeUnretainedValue()
}
