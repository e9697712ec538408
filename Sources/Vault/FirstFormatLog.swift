// The log of a store of format 1, as far as its commits count.
import Glibc

/// Which frames of a log count, found as SQLite finds them: a chain of checksums, up to the last commit.
struct FirstFormatLog {
    private let file: RawFile
    private let sealer: Sealer
    private let number: UInt64
    private var frames: [Int: Int] = [:]

    /// How many pages the database has after the last commit; nil if nothing in the log counts.
    private(set) var pages: Int?

    /// Reads the log at `path`.
    ///
    /// Throws ``VaultError`` if a frame that was safe is not what it was.
    init(_ path: String, _ state: LogState, _ sealer: Sealer) throws {
        file = try RawFile(path, O_RDWR)
        self.sealer = sealer
        number = state.number
        guard let (_, header) = LogHeader.read(try file.read(Layout.logStart, at: 0), sealer) else {
            throw VaultError.damaged(.log)
        }
        var sum = LogChecksum(header)
        var uncommitted: [(page: Int, frame: Int)] = []
        var taken = 0
        let count = max(0, try file.size() - Layout.logStart) / Layout.frameSize
        for index in 0..<count {
            var frame = try file.read(Layout.frameSize, at: LogFile.place(of: index))
            let isWhole = unsafe frame.withUnsafeMutableBytes { frame in
                let isOpen = unsafe sealer.open(frame, as: .frame(index, of: number)) != nil
                unsafe UnsafeMutableRawBufferPointer(rebasing: frame[(Layout.frameSize - Layout.reserved)...])
                    .initializeMemory(as: UInt8.self, repeating: 0)
                return isOpen
            }
            guard isWhole, sum.follows(frame) else {
                let wasSafe = try index < Int(state.safe) || !isWhole && isKnownSafe(index, until: count)
                if wasSafe { throw VaultError.damaged(.frame(index + 1)) }
                break
            }
            uncommitted.append((Int(UInt32(bigEndian: frame, at: 0)), index))
            let size = Int(UInt32(bigEndian: frame, at: 4))
            guard size > 0 else { continue }
            for (page, index) in uncommitted { frames[page] = index }
            (uncommitted, pages, taken) = ([], size, index + 1)
        }
        guard taken >= Int(state.safe) else { throw VaultError.damaged(.log) }
    }

    /// Whether a later frame says that frame `index` was safe when it was written.
    private func isKnownSafe(_ index: Int, until count: Int) throws -> Bool {
        for later in index + 1..<max(index + 1, count) {
            var frame = try file.read(Layout.frameSize, at: LogFile.place(of: later))
            let note = unsafe frame.withUnsafeMutableBytes { unsafe sealer.open($0, as: .frame(later, of: number)) }
            if let note, Int(note) > index { return true }
        }
        return false
    }

    /// Reads the newest state of page `page` into `target`, if it stands in the log.
    func read(_ page: Int, into target: UnsafeMutableRawBufferPointer) throws -> Bool {
        guard let index = frames[page] else { return false }
        var frame = try file.read(Layout.frameSize, at: LogFile.place(of: index))
        guard unsafe frame.withUnsafeMutableBytes({ unsafe sealer.open($0, as: .frame(index, of: number)) }) != nil
        else { throw VaultError.damaged(.frame(index + 1)) }
        unsafe target.copyBytes(from: frame[Layout.frameHeaderSize...].prefix(target.count))
        return true
    }
}
