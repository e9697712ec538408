// The keys of one store, each made from the store key for one purpose.
import Cryptography

/// What the vault needs of the store key: one key for each kind of thing it protects.
///
/// Wiped when dropped.
struct StoreKeys: ~Copyable, Sendable {
    let page: SecretBytes
    let frame: SecretBytes
    let header: SecretBytes
    let mark: SecretBytes
    let root: SecretBytes

    /// Tells a wrong key from a damaged header.
    ///
    /// It protects nothing and stands in the header.
    let check: [UInt8]

    /// The keys of the format that `format` numbers: each format has its own, so that nothing of an older one opens in a newer.
    init(key: borrowing SecretBytes, storeID: [UInt8], epoch: UInt32, format: UInt32 = Layout.version) throws {
        func derived(_ purpose: String) throws -> SecretBytes {
            try HKDFSHA256.derive(
                from: key, salt: storeID, info: Array("dalesway vault \(format) \(purpose)".utf8) + epoch.bigEndianBytes
            )
        }
        // All first, then stored: a value half made could not be wiped.
        let page = try derived("page")
        let frame = try derived("frame")
        let header = try derived("header")
        let mark = try derived("mark")
        let root = try derived("root")
        check = unsafe try derived("check").withBytes { unsafe Array($0[..<16]) }
        self.page = page
        self.frame = frame
        self.header = header
        self.mark = mark
        self.root = root
    }
}
