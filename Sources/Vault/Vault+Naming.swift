// Whose store a folder holds, as far as that can be told without a key.
import Glibc

extension Vault {
    /// The 16 bytes that the header of the store in a folder gives as its name, not verified; nil if none can be read.
    ///
    /// It is for telling a slot file of another store before anybody is asked who they are.
    package static func storeID(at directory: String) -> [UInt8]? {
        guard let file = try? RawFile("\(directory)/\(Layout.databaseName)", O_RDONLY, mishaps: nil),
            let block = try? file.read(Header.size, at: 0)
        else { return nil }
        return Header.name(in: block)
    }
}
