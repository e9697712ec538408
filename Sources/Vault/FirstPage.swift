// The database of a new store: the one page that SQLite itself would write, already in the shape the vault needs.

/// Page 1 of an empty database, by SQLite's file format.
///
/// Writing it here rather than by SQLite means that a new store is whole from its first moment: no journal is needed to
/// turn the log on, and the bytes kept back for the cipher stand there from the beginning.
enum FirstPage {
    /// The page in the clear, without the bytes kept back.
    static var text: [UInt8] {
        var page = Array("SQLite format 3\0".utf8)
        page += UInt16(Layout.pageSize).bigEndianBytes
        page += [2, 2]  // written and read with a log
        page += [UInt8(Layout.reserved), 64, 32, 32]
        page += UInt32(1).bigEndianBytes  // change counter
        page += UInt32(1).bigEndianBytes  // pages
        page += [UInt8](repeating: 0, count: 12)  // no free pages; schema cookie
        page += UInt32(4).bigEndianBytes  // schema format
        page += [UInt8](repeating: 0, count: 8)  // cache size, no vacuum
        page += UInt32(1).bigEndianBytes  // UTF-8
        page += [UInt8](repeating: 0, count: 32)  // user version, vacuum, application, kept back
        page += UInt32(1).bigEndianBytes  // the change counter for which the next number holds
        page += UInt32(3_040_001).bigEndianBytes  // the SQLite whose page this is
        page += [13, 0, 0, 0, 0]  // an empty leaf
        page += UInt16(Layout.textSize).bigEndianBytes
        page += [0]
        return page + [UInt8](repeating: 0, count: Layout.textSize - page.count)
    }
}
