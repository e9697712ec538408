// The numbers of the format on disk; docs/formats-vault.md explains each.
import CSQLite

/// Sizes and places of the store's files.
enum Layout {
    /// The format this program writes.
    static let version: UInt32 = 2

    static let pageSize = 4096

    /// Bytes at the end of each page that SQLite leaves alone: meta 8, nonce 24, tag 16.
    static let reserved = 48

    /// The most pages that a database may have, 128 GiB: below this, no page but one of a b-tree begins with the kind of one.
    static let mostPages = 1 << 25 - 1

    /// Bytes of a page that are sealed.
    static let textSize = pageSize - reserved

    static let metaSize = 8
    static let nonceSize = 24
    static let tagSize = 16

    /// The header block and the block of marks stand before page 1.
    static let pagesStart = 8192

    static let marksStart = 4096

    /// Each mark stands in a sector of its own, so that one torn write spoils one mark.
    static let markStride = 1024

    /// Sequence 8, log 8, frames 4, pages 4, root 16, end 16, sealed.
    static let markSize = 56 + reserved

    /// The log's own header block.
    static let logStart = 512

    /// SQLite's header of a log, and of a frame in it.
    static let logHeaderSize = 32
    static let frameHeaderSize = 24

    /// A frame with its page, in the clear and sealed alike.
    static let frameSize = frameHeaderSize + pageSize

    /// The page that SQLite never uses, because its locks stand there: at 1 GiB, or where a test of SQLite has put it.
    static var lockPage: Int { Int(dw_pending_byte()) / pageSize + 1 }

    /// The files in a store's folder.
    static let databaseName = "case.db"
    static let newName = "case.db-new"
    static let logName = "case.db-wal"
    static let lockName = "lock"
}
