// One file of the store as the operating system knows it: bytes at places.
import Cryptography
import Glibc

/// An open file; closed when dropped.
final class RawFile: Sendable {
    private let descriptor: Int32
    private let mishaps: Mishaps?

    /// Who opened it: a process forked from that one must leave the file alone.
    private let process = getpid()

    /// The system's number for the file; 0 unless a test writes down what is done to it.
    private let number: UInt64

    /// Opens `path`.
    ///
    /// A symbolic link is refused; a new file can be read by its owner alone.
    init(_ path: String, _ flags: Int32, mishaps: Mishaps? = nil) throws(SystemFailure) {
        let isNew = mishaps != nil && !Self.exists(path)
        let opened = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
        guard opened >= 0 else { throw .last }
        descriptor = opened
        self.mishaps = mishaps
        var status = stat()
        if mishaps != nil { unsafe fstat(opened, &status) }
        number = UInt64(status.st_ino)
        mishaps?.note(.open(file: number, name: Self.name(of: path), isNew: isNew))
        if flags & O_TRUNC != 0, !isNew { mishaps?.note(.truncate(file: number, size: 0)) }
    }

    deinit { close(descriptor) }

    /// Refuses a process that was forked from the one that opened the file.
    ///
    /// Its copy of what is known of the store grows old, and what it wrote would harm the store of the other.
    func belongsHere() throws(SystemFailure) {
        guard getpid() == process else { throw .forked }
    }

    /// Reads at `place` until `target` is full or the file ends, and answers how many bytes there were.
    func read(into target: UnsafeMutableRawBufferPointer, at place: Int) throws(SystemFailure) -> Int {
        try belongsHere()
        try mishaps?.meet(.read)
        var done = 0
        while done < target.count {
            let count = unsafe pread(
                descriptor, target.baseAddress.map { unsafe $0 + done }, target.count - done, off_t(place + done))
            if count == 0 { break }
            if count < 0 {
                guard errno == EINTR else { throw .last }
                continue
            }
            done += count
        }
        return done
    }

    /// Reads `count` bytes at `place`; fewer if the file ends before.
    func read(_ count: Int, at place: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let done = try unsafe bytes.withUnsafeMutableBytes { try unsafe read(into: $0, at: place) }
        return Array(bytes[..<done])
    }

    /// The tags of the first `count` pages, zero where the file ends before.
    ///
    /// One call gathers the tags of hundreds of pages: what lies between them goes to one piece of memory, again and
    /// again, which is four times as fast as a call for each.
    func tags(of count: Int) throws(SystemFailure) -> [BlockTag] {
        var tags = [BlockTag](repeating: .zero, count: count)
        let between = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Layout.pageSize - Layout.tagSize, alignment: 64)
        defer { unsafe between.deallocate() }
        try unsafe tags.withUnsafeMutableBufferPointer { (tags) throws(SystemFailure) in
            let tags = UnsafeMutableRawBufferPointer(tags)
            // The system takes at most 1,024 pieces in a call.
            for first in stride(from: 0, to: count, by: 512) {
                let pages = min(512, count - first)
                var pieces = unsafe [iovec]()
                unsafe pieces.reserveCapacity(2 * pages)
                for page in first..<first + pages {
                    let tag = unsafe UnsafeMutableRawBufferPointer(rebasing: tags[page * 16..<page * 16 + 16])
                    unsafe pieces.append(iovec(iov_base: between.baseAddress, iov_len: between.count))
                    unsafe pieces.append(iovec(iov_base: tag.baseAddress, iov_len: tag.count))
                }
                try unsafe gather(pieces, at: Layout.pagesStart + first * Layout.pageSize)
            }
        }
        return tags
    }

    private func gather(_ pieces: [iovec], at place: Int) throws(SystemFailure) {
        try mishaps?.meet(.read)
        while true {
            let wanted = unsafe pieces.count / 2 * Layout.pageSize
            let count = unsafe preadv(descriptor, pieces, Int32(pieces.count), off_t(place))
            if count == wanted { return }
            guard count < 0 else { break }
            guard errno == EINTR else { throw .last }
        }
        // Fewer bytes than there are: the file ends here, or the system gave only some. Piece by piece, then.
        var start = place
        for index in unsafe pieces.indices {
            let piece = unsafe pieces[index]
            let target = unsafe UnsafeMutableRawBufferPointer(start: piece.iov_base, count: piece.iov_len)
            let count = unsafe try read(into: target, at: start)
            if count < target.count {
                // Half a tag is none.
                if target.count == Layout.tagSize { unsafe target.initializeMemory(as: UInt8.self, repeating: 0) }
                return
            }
            start += target.count
        }
    }

    /// Writes all of `source` at `place`.
    func write(_ source: UnsafeRawBufferPointer, at place: Int) throws(SystemFailure) {
        try belongsHere()
        do { try mishaps?.meet(.write) } catch {
            if mishaps?.isTorn == true { try unsafe put(.init(rebasing: source[..<(source.count / 2)]), at: place) }
            throw error
        }
        try unsafe put(source, at: place)
    }

    private func put(_ source: UnsafeRawBufferPointer, at place: Int) throws(SystemFailure) {
        try resize(to: place + source.count, mayShrink: false)
        var done = 0
        while done < source.count {
            let count = unsafe pwrite(
                descriptor, source.baseAddress.map { unsafe $0 + done }, source.count - done, off_t(place + done))
            if count < 0 {
                guard errno == EINTR else { throw .last }
                continue
            }
            done += count
        }
        if let mishaps, mishaps.isRecording {
            mishaps.note(unsafe .write(file: number, place: place, bytes: [UInt8](source)))
        }
    }

    /// Writes all of `bytes` at `place`.
    func write(_ bytes: [UInt8], at place: Int) throws {
        try unsafe bytes.withUnsafeBytes { try unsafe write($0, at: place) }
    }

    /// Waits until everything written is safe on the disk.
    func sync() throws(SystemFailure) {
        try belongsHere()
        try mishaps?.meet(.sync)
        let written = mishaps?.place ?? 0
        guard fdatasync(descriptor) == 0 else { throw .last }
        mishaps?.note(.sync(file: number, upTo: written))
    }

    /// Cuts or lengthens the file to `size` bytes.
    func truncate(to size: Int) throws(SystemFailure) {
        try belongsHere()
        try mishaps?.meet(.truncate)
        try resize(to: size, mayShrink: true)
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw .last }
        mishaps?.note(.truncate(file: number, size: size))
    }

    /// Takes what the file is about to grow by off the room of a disk that a test made small.
    private func resize(to new: Int, mayShrink: Bool) throws(SystemFailure) {
        guard let mishaps, mishaps.room != nil else { return }
        let old = try size()
        guard mishaps.take(Self.blocks(mayShrink ? new : max(old, new)) - Self.blocks(old)) else {
            throw SystemFailure(number: ENOSPC)
        }
    }

    /// What a file of so many bytes takes of the disk.
    private static func blocks(_ size: Int) -> Int { (size + Layout.pageSize - 1) / Layout.pageSize * Layout.pageSize }

    /// The file's size in bytes.
    func size() throws(SystemFailure) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
        return Int(status.st_size)
    }

    /// Makes the names in a folder safe on the disk: a new, renamed or deleted file.
    static func syncFolder(_ path: String, mishaps: Mishaps? = nil) throws(SystemFailure) {
        try mishaps?.meet(.syncFolder)
        let changed = mishaps?.place ?? 0
        let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .last }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .last }
        mishaps?.note(.syncFolder(upTo: changed))
    }

    /// Gives the file at `path` the name `other`, in the place of the file that had it.
    static func rename(_ path: String, to other: String, mishaps: Mishaps? = nil) throws(SystemFailure) {
        try mishaps?.meet(.rename)
        guard unsafe Glibc.rename(path, other) == 0 else { throw .last }
        mishaps?.note(.rename(from: name(of: path), to: name(of: other)))
    }

    /// Takes the file at `path` away, if it is there.
    static func remove(_ path: String, mishaps: Mishaps? = nil) throws(SystemFailure) {
        try mishaps?.meet(.unlink)
        var status = stat()
        if let mishaps, unsafe stat(path, &status) == 0 { _ = mishaps.take(-blocks(Int(status.st_size))) }
        guard unsafe unlink(path) == 0 else {
            guard errno == ENOENT else { throw .last }
            return
        }
        mishaps?.note(.unlink(name: name(of: path)))
    }

    private static func name(of path: String) -> String {
        String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }

    /// Whether there is a file of this name.
    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
