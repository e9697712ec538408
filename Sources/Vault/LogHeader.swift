// The block at the front of the log: which log this is, and SQLite's own header, sealed.

/// The log's header block: 16 bytes in the clear (a name and the log's number), the rest sealed.
enum LogHeader {
    static let clearSize = 16
    static let textSize = Layout.logStart - clearSize - Layout.reserved
    private static let magic = Array("DWlog\0\0\u{1}".utf8)

    /// The block for a log, not sealed yet.
    static func start(of log: UInt64) -> [UInt8] {
        magic + log.bigEndianBytes + [UInt8](repeating: 0, count: Layout.logStart - clearSize)
    }

    /// The log's number and SQLite's header; nil if the block was altered or is no such block.
    static func read(_ block: [UInt8], _ sealer: Sealer) -> (log: UInt64, header: [UInt8])? {
        guard block.count == Layout.logStart, Array(block[..<8]) == magic else { return nil }
        let log = UInt64(bigEndian: block, at: 8)
        var sealed = Array(block[clearSize...])
        guard unsafe sealed.withUnsafeMutableBytes({ unsafe sealer.open($0, as: .logHeader(log)) }) != nil else {
            return nil
        }
        return (log, Array(sealed[..<Layout.logHeaderSize]))
    }
}
