// The log's table of functions, as SQLite wants it.
import CSQLite

extension VFS {
    /// Makes the table for ``LogFile``.
    static func makeLogMethods() -> UnsafeMutablePointer<sqlite3_io_methods> {
        let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        unsafe table.initialize(to: sqlite3_io_methods())
        unsafe table.pointee.iVersion = 1
        unsafe table.pointee.xClose = { file in
            unsafe Unmanaged<LogFile>.fromOpaque(object(of: file)).release()
            return SQLITE_OK
        }
        unsafe table.pointee.xRead = { file, target, count, offset in
            unsafe log(file).read(into: .init(start: target, count: Int(count)), at: Int(offset))
        }
        unsafe table.pointee.xWrite = { file, source, count, offset in
            unsafe log(file).write(.init(start: source, count: Int(count)), at: Int(offset))
        }
        unsafe table.pointee.xTruncate = { unsafe log($0).truncate(to: Int($1)) }
        unsafe table.pointee.xSync = { file, _ in unsafe log(file).sync() }
        unsafe table.pointee.xFileSize = { unsafe answer(log($0).size(), $1) }
        unsafe table.pointee.xLock = { _, _ in SQLITE_OK }
        unsafe table.pointee.xUnlock = { _, _ in SQLITE_OK }
        unsafe table.pointee.xCheckReservedLock = { _, answer in
            unsafe answer?.pointee = 0
            return SQLITE_OK
        }
        unsafe table.pointee.xFileControl = { _, act, _ in fileControl(act) }
        unsafe table.pointee.xSectorSize = { _ in Int32(Layout.pageSize) }
        unsafe table.pointee.xDeviceCharacteristics = { _ in SQLITE_IOCAP_POWERSAFE_OVERWRITE }
        return unsafe table
    }
}

private func log(_ file: UnsafeMutablePointer<sqlite3_file>?) -> LogFile {
    unsafe Unmanaged<LogFile>.fromOpaque(object(of: file)).takeUnretainedValue()
}
