// case.db-wal as one connection sees it: SQLite's log in the clear in its hands, each frame sealed on the disk.
import CSQLite
import Cryptography
import Glibc
import Synchronization

/// One connection's hold on the log.
///
/// SQLite writes a frame's header and then its page; both are sealed as one, so the header is kept until its page comes.
@safe final class LogFile {
    let store: Store
    let file: RawFile
    let sealer: Sealer

    /// Where one frame is sealed or opened.
    let frame: UnsafeMutableRawBufferPointer

    /// The header of the frame `awaited`, whose page has not come yet.
    private let header: UnsafeMutableRawBufferPointer
    private var awaited: Int?

    /// Whether the file was made by this opening, so that its name must be made safe with it.
    private var isNew: Bool

    init(_ store: Store, create: Bool) throws {
        self.store = store
        isNew = !RawFile.exists(store.logPath)
        file = try RawFile(store.logPath, O_RDWR | (create ? O_CREAT : 0), mishaps: store.mishaps)
        sealer = try Sealer(key: store.keys.frame, epoch: store.epoch)
        unsafe frame = .allocate(byteCount: Layout.frameSize, alignment: 64)
        unsafe header = .allocate(byteCount: Layout.frameHeaderSize, alignment: 16)
    }

    deinit {
        unsafe frame.wipe()
        unsafe frame.deallocate()
        unsafe header.deallocate()
    }

    /// Where frame `index`, counted from 0, begins on the disk.
    static func place(of index: Int) -> Int { Layout.logStart + index * Layout.frameSize }

    /// Writes what SQLite puts at `offset`: the log's header, a frame's header, or a frame's page.
    func write(_ source: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
        do {
            if offset < Layout.logHeaderSize {
                guard offset == 0, source.count == Layout.logHeaderSize else { return IOCode.write }
                awaited = nil
                try unsafe writeHeader(source)
                return SQLITE_OK
            }
            let (index, start) = (offset - Layout.logHeaderSize).quotientAndRemainder(dividingBy: Layout.frameSize)
            switch (start, source.count) {
            case (0, Layout.frameHeaderSize):
                try flush()
                unsafe header.copyMemory(from: source)
                awaited = index
            case (Layout.frameHeaderSize, Layout.pageSize):
                if awaited != index {
                    // A page written again in its frame: the header that stands there stays.
                    try flush()
                    guard try load(index) != nil else { return fault(index) }
                    unsafe header.copyMemory(from: UnsafeRawBufferPointer(rebasing: frame[..<Layout.frameHeaderSize]))
                }
                awaited = nil
                guard unsafe source[Layout.textSize...].allSatisfy({ $0 == 0 }) else { return IOCode.write }
                try unsafe writeFrame(index, page: source)
            default:
                return IOCode.write
            }
            return SQLITE_OK
        } catch { return store.code(for: error, else: IOCode.write) }
    }

    /// Waits until the log is safe, and marks how far it is.
    func sync() -> Int32 {
        do {
            try flush()
            try file.sync()
            if isNew {
                try RawFile.syncFolder(store.folder, mishaps: store.mishaps)
                isNew = false
            }
            try store.logIsSafe()
            return SQLITE_OK
        } catch { return store.code(for: error, else: IOCode.sync) }
    }

    /// Cuts the log to `size` bytes as SQLite counts; to nothing when all of it stands in the pages.
    func truncate(to size: Int) -> Int32 {
        do {
            awaited = nil
            if size == 0 { try store.finishLog() }
            let frames = (size - Layout.logHeaderSize) / Layout.frameSize
            try file.truncate(to: size == 0 ? 0 : Self.place(of: frames))
            return SQLITE_OK
        } catch { return store.code(for: error, else: IOCode.truncate) }
    }

    /// The size of the log as SQLite counts; nil if the system does not say.
    func size() -> Int? {
        guard store.log.withLock({ $0.isLive }) else { return 0 }
        guard let size = try? file.size() else { return nil }
        return size < Layout.logStart ? 0 : Layout.logHeaderSize + framesOnDisk(size) * Layout.frameSize
    }

    func framesOnDisk(_ size: Int) -> Int { max(0, size - Layout.logStart) / Layout.frameSize }

    func fault(_ index: Int) -> Int32 {
        store.note(.damaged(.frame(index + 1)))
        return IOCode.altered
    }

    private func writeHeader(_ source: UnsafeRawBufferPointer) throws {
        let number = try store.beginLog()
        var block = LogHeader.start(of: number)
        let text = unsafe [UInt8](source) + [UInt8](repeating: 0, count: LogHeader.textSize - source.count)
        try unsafe block.withUnsafeMutableBytes { block in
            try unsafe text.withUnsafeBytes { text in
                try unsafe sealer.seal(
                    text, into: UnsafeMutableRawBufferPointer(rebasing: block[LogHeader.clearSize...]),
                    as: .logHeader(number), note: 0)
            }
        }
        try file.write(block, at: 0)
    }

    private func writeFrame(_ index: Int, page: UnsafeRawBufferPointer) throws {
        try store.settleMarks()
        let (number, safe, mayWrite) = store.log.withLock { ($0.number, $0.safe, $0.writes(index)) }
        guard mayWrite else { throw VaultError.damaged(.frame(index + 1)) }
        let pageNumber = unsafe UInt32(bigEndian: header.load(as: UInt32.self))
        let isCommit = unsafe header.load(fromByteOffset: 4, as: UInt32.self) != 0
        unsafe frame.copyMemory(from: UnsafeRawBufferPointer(header))
        unsafe UnsafeMutableRawBufferPointer(rebasing: frame[Layout.frameHeaderSize...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: page[..<Layout.textSize]))
        let text = unsafe UnsafeRawBufferPointer(rebasing: frame[..<(Layout.frameSize - Layout.reserved)])
        try unsafe sealer.seal(text, into: frame, as: .frame(index, of: number), note: safe)
        try unsafe file.write(UnsafeRawBufferPointer(frame), at: Self.place(of: index))
        let tag = unsafe frame.loadUnaligned(fromByteOffset: Layout.frameSize - Layout.tagSize, as: BlockTag.self)
        store.log.withLock { $0.wrote(index, page: pageNumber, tag: tag, isCommit: isCommit) }
    }

    /// Writes a header whose page will not come: SQLite corrects the headers of frames it wrote before.
    func flush() throws {
        guard let index = awaited else { return }
        awaited = nil
        guard try load(index) != nil else {
            store.note(.damaged(.frame(index + 1)))
            throw VaultError.damaged(.frame(index + 1))
        }
        let page = unsafe [UInt8](frame[Layout.frameHeaderSize...])
        try unsafe page.withUnsafeBytes { try unsafe writeFrame(index, page: $0) }
    }
}
