// What the functions of both kinds of file have in common.
import CSQLite

/// Our part of an open file.
func object(of file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutableRawPointer {
    guard let object = unsafe UnsafeMutableRawPointer(file)?.assumingMemoryBound(to: dw_file.self).pointee.object
    else { preconditionFailure("SQLite used a file that was never opened.") }
    return unsafe object
}

/// Hints that would change the file's size are taken and ignored; everything else is unknown here.
func fileControl(_ act: Int32) -> Int32 {
    act == SQLITE_FCNTL_SIZE_HINT || act == SQLITE_FCNTL_CHUNK_SIZE ? SQLITE_OK : SQLITE_NOTFOUND
}

/// Tells SQLite a file's size, or that it is not known.
func answer(_ size: Int?, _ target: UnsafeMutablePointer<sqlite3_int64>?) -> Int32 {
    guard let size else { return IOCode.size }
    unsafe target?.pointee = sqlite3_int64(size)
    return SQLITE_OK
}
