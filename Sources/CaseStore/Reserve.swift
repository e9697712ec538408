// Room on the disk that is kept back for the log of who looks, so that reading goes on when the disk is full.
import Glibc
import Vault

/// The file `reserve` beside the store: blocks of the disk that are the store's and hold nothing.
///
/// Where a look cannot be logged because the disk is full, the file is cut shorter, and what it gave back is there for the
/// log. It is filled again as soon as there is room. A copy of a store need not have it: the next opening makes it.
struct Reserve {
    /// The bytes of a whole reserve: 10,000 looks, each with its sign-in, and a log of 1,000 frames beside them.
    ///
    /// Measured by `Tests/CaseStoreTests/ReserveTests` and `Tests/Outside/test-reserve`, which print what a look takes.
    static let size = 24 << 20
    /// The bytes it gives back at a time; twice as many when those were not enough.
    static let step = 256 << 10
    /// The looks that a whole reserve is for.
    static let looks = 10_000
    /// Less than this is not worth asking for when it is filled.
    private static let least = 4 << 10

    let path: String
    private let mishaps: Mishaps?
    /// The bytes that are kept back, as far as is known.
    private(set) var held = 0
    /// Whether the file system gave it no blocks of its own, as some do that compress: then nothing is kept back.
    private(set) var isHollow = false
    /// Whether something that is no file of ours has its name.
    private(set) var isBarred = false

    /// The reserve of the store in a folder; `mishaps` is a disk that a test made small.
    init(of folder: String, mishaps: Mishaps? = nil) { (path, self.mishaps) = ("\(folder)/reserve", mishaps) }

    /// Whether all of it is kept back.
    var isWhole: Bool { held == Self.size }

    /// About how many more looks it is for.
    var looksLeft: Int { held / (Self.size / Self.looks) }

    /// How many MiB must be free before it is whole.
    var lack: Int { (Self.size - held) >> 20 + 1 }

    /// Makes it whole, or as large as there is room; the blocks are allocated, and nothing is written where that is not needed.
    mutating func fill() {
        held = 0
        guard let file = Handle(path, O_RDWR | O_CREAT) else {
            isBarred = errno != ENOSPC && errno != EDQUOT
            return
        }
        isBarred = false
        let found = file.room
        if found.size > Self.size { cut(file, from: found.size, to: Self.size) }
        held = min(found.size, Self.size)
        // A copy may be all holes, which keep nothing back.
        if found.allocated < held, !file.allocate(0, held) {
            cut(file, from: held, to: 0)
            held = 0
        }
        var more = Self.size - held
        while more >= Self.least || more == Self.size - held, more > 0 {
            if mishaps?.take(more) ?? true {
                if file.allocate(held, more) {
                    held += more
                    more = min(more, Self.size - held)
                    continue
                }
                _ = mishaps?.take(-more)
            }
            // What a failure left half allocated goes back.
            file.cut(to: held)
            more = more / 2 / 4_096 * 4_096
        }
        isHollow = file.room.allocated < held
    }

    /// Gives `bytes` of it back to the disk; answers whether there was anything left to give.
    mutating func giveWay(_ bytes: Int) -> Bool {
        guard let file = Handle(path, O_RDWR) else {
            held = 0
            return false
        }
        held = min(file.room.size, Self.size)
        guard held > 0 else { return false }
        let rest = max(0, held - bytes)
        cut(file, from: held, to: rest)
        held = rest
        return true
    }

    private func cut(_ file: borrowing Handle, from old: Int, to new: Int) {
        file.cut(to: new)
        _ = mishaps?.take(new - old)
    }

    /// Whether something lies on the same disk, so that what the reserve gives back is of use to it.
    func sharesDisk(with other: String) -> Bool {
        var (mine, its) = (stat(), stat())
        guard unsafe stat(path, &mine) == 0, unsafe stat(other, &its) == 0 else { return false }
        return mine.st_dev == its.st_dev
    }

    /// The open file.
    private struct Handle: ~Copyable {
        private let descriptor: Int32

        /// Nil if there is no such file and none may be made, or something else lies there.
        init?(_ path: String, _ flags: Int32) {
            // Without O_NONBLOCK a pipe laid in its place would keep us waiting for ever.
            descriptor = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode_t(0o600))
            guard descriptor >= 0 else { return nil }
            var about = stat()
            guard unsafe fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                errno = EEXIST
                return nil
            }
        }

        deinit { close(descriptor) }

        /// Its size, and the bytes of the disk that are its own.
        var room: (size: Int, allocated: Int) {
            var about = stat()
            guard unsafe fstat(descriptor, &about) == 0 else { return (0, 0) }
            return (Int(about.st_size), Int(about.st_blocks) * 512)
        }

        func allocate(_ place: Int, _ count: Int) -> Bool {
            posix_fallocate(descriptor, off_t(place), off_t(count)) == 0
        }

        func cut(to size: Int) { ftruncate(descriptor, off_t(size)) }
    }
}

extension Reserve {
    /// Why no store is made where there is no room for its reserve; takes back what was made of it.
    func foundingRefused(in folder: String) -> StoreError {
        unsafe unlink(path)
        unsafe rmdir(folder)
        return StoreError(
            .inputOutput,
            "There is no room for a store in \(folder): with what is kept back for the log of who looks it needs at least "
                + "\(Self.size >> 20 + 1) MiB. Nothing was made.")
    }
}

func ~= (pattern: StoreError, error: any Error) -> Bool { error as? StoreError == pattern }
