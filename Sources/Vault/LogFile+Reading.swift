// Reading the log: what opens is given, what was safe and does not open is refused, a torn end is the end.
import CSQLite
import Cryptography
import Synchronization

extension LogFile {
    /// Reads `target.count` bytes at `offset` of the log as SQLite counts.
    ///
    /// Answers SQLite's result code.
    func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) -> Int32 {
        do {
            try flush()
            if offset < Layout.logHeaderSize { return try unsafe readHeader(into: target, at: offset) }
            let (index, start) = (offset - Layout.logHeaderSize).quotientAndRemainder(dividingBy: Layout.frameSize)
            guard start + target.count <= Layout.frameSize else { return IOCode.read }
            guard let opened = try load(index) else {
                unsafe target.initializeMemory(as: UInt8.self, repeating: 0)
                return try mayBeTheEnd(index) ? SQLITE_OK : fault(index)
            }
            if opened.isRecovering {
                let page = unsafe UInt32(bigEndian: frame.load(as: UInt32.self))
                let isKnown = store.log.withLock { $0.recovered(index, page: page, tag: opened.tag) }
                guard isKnown else { return fault(index) }
            }
            unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: frame[start..<start + target.count]))
            return SQLITE_OK
        } catch {
            unsafe target.initializeMemory(as: UInt8.self, repeating: 0)
            return store.code(for: error, else: IOCode.read)
        }
    }

    /// What is known of a frame that opens.
    struct Opened {
        /// How many frames were safe when it was written.
        let safe: UInt32
        let tag: BlockTag

        /// Whether SQLite is reading the log for the first time.
        let isRecovering: Bool
    }

    /// Opens frame `index` into `frame`, the page's end zero; nil if it does not open.
    func load(_ index: Int) throws(SystemFailure) -> Opened? {
        let (log, isRecovering) = store.log.withLock { ($0.number, $0.isRecovering) }
        guard try unsafe file.read(into: frame, at: Self.place(of: index)) == Layout.frameSize else { return nil }
        let tag = unsafe frame.loadUnaligned(fromByteOffset: Layout.frameSize - Layout.tagSize, as: BlockTag.self)
        guard store.log.withLock({ $0.knows(index, tag) }) else { return nil }
        guard let safe = unsafe sealer.open(frame, as: .frame(index, of: log)) else { return nil }
        unsafe UnsafeMutableRawBufferPointer(rebasing: frame[(Layout.frameSize - Layout.reserved)...]).initializeMemory(
            as: UInt8.self, repeating: 0)
        return Opened(safe: safe, tag: tag, isRecovering: isRecovering)
    }

    private func readHeader(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int32 {
        guard offset + target.count <= Layout.logHeaderSize,
            let (log, header) = LogHeader.read(try file.read(Layout.logStart, at: 0), sealer),
            log == store.log.withLock({ $0.number })
        else {
            unsafe target.initializeMemory(as: UInt8.self, repeating: 0)
            store.note(.damaged(.log))
            return IOCode.altered
        }
        unsafe target.copyBytes(from: header[offset..<offset + target.count])
        return SQLITE_OK
    }

    /// Whether a frame that does not open may be where a crash cut the log, rather than where somebody altered it.
    ///
    /// Only while the log is first read, only past what is known to have been safe, and only if no later frame says
    /// that this one was safe when it was written.
    private func mayBeTheEnd(_ index: Int) throws -> Bool {
        let (isRecovering, marked) = store.log.withLock { ($0.isRecovering, Int($0.safe)) }
        guard isRecovering, index >= marked else { return false }
        for later in (index + 1)..<max(index + 1, framesOnDisk(try file.size())) {
            if let later = try load(later), Int(later.safe) > index { return false }
        }
        return true
    }
}
