// The way into the vault for scripts/bench-driver, which is written in C and knows SQLite's own functions alone.
import Cryptography
import Glibc
import SQLite
import Vault

/// Opens the store in `folder`, or makes it, and answers SQLite's connection to it; nil, with a line on stderr, if it cannot.
///
/// What is put into `vault` is given back with ``close(_:)``.
@_cdecl("dalesway_open") public func open(
    _ folder: UnsafePointer<CChar>, _ create: CInt, _ vault: UnsafeMutablePointer<UnsafeMutableRawPointer?>
) -> OpaquePointer? {
    do {
        let folder = unsafe String(cString: folder)
        let storeID = [UInt8](1...16)
        let key = SecretBytes(copying: [UInt8](repeating: 0xAB, count: 32))
        let opened =
            create == 0
            ? try Vault.open(at: folder, storeID: storeID, key: key)
            : try Vault.create(at: folder, storeID: storeID, key: key, epoch: 1)
        var connection: OpaquePointer?
        try unsafe opened.connection.withHandle { handle in
            unsafe connection = unsafe handle
            return 0
        }
        unsafe vault.pointee = unsafe Unmanaged.passRetained(opened).toOpaque()
        return unsafe connection
    } catch {
        complain(error)
        return nil
    }
}

/// Closes what ``open(_:_:_:)`` opened; answers 0 if all is well.
@_cdecl("dalesway_close") public func close(_ vault: UnsafeMutableRawPointer) -> CInt {
    let opened = unsafe Unmanaged<Vault>.fromOpaque(vault).takeRetainedValue()
    do {
        try opened.close()
        return 0
    } catch {
        complain(error)
        return 1
    }
}

private func complain(_ error: any Error) {
    let words = Array("\(error)\n".utf8)
    unsafe _ = words.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
