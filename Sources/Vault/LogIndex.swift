// The index of the log, which other programs keep in a file beside it: here it stands in this process's memory alone.
import CSQLite
import Glibc

/// SQLite's index of the log (its shared memory), and the eight locks on it.
///
/// It is never a file because it holds checksums of the pages in the clear.
@safe struct LogIndex: ~Copyable, Sendable {
    // Addresses as numbers: a pointer may not be shared between threads, and SQLite itself guards what stands there.
    private var regions: [UInt] = []
    private var regionSize = 0
    private var locks = [Int](repeating: 0, count: Int(SQLITE_SHM_NLOCK))

    deinit {
        for region in regions { Self.free(region, regionSize) }
    }

    /// The region numbered `number`, made if `extend`; nil if it is not there.
    mutating func region(_ number: Int, size: Int, extend: Bool) -> UInt? {
        regionSize = size
        while number >= regions.count {
            guard extend, let made = unsafe calloc(1, size) else { return nil }
            regions.append(UInt(bitPattern: made))
        }
        return regions[number]
    }

    /// Forgets the index, wiping it.
    mutating func clear() {
        for region in regions { Self.free(region, regionSize) }
        regions = []
    }

    /// How many frames the log has by this index; 0 if there is none yet.
    var frames: UInt32 {
        guard let first = regions.first, let header = unsafe UnsafeRawPointer(bitPattern: first) else { return 0 }
        return unsafe header.load(fromByteOffset: 16, as: UInt32.self)
    }

    /// How many frames are committed and how many pages the database has with them (0: as many as the file holds).
    ///
    /// Nil while a commit is being noted: SQLite writes what we read here twice, and the two then differ.
    var committed: (frames: UInt32, pages: UInt32)? {
        guard let first = regions.first, let start = unsafe UnsafeRawPointer(bitPattern: first) else { return (0, 0) }
        let header = unsafe UnsafeRawBufferPointer(start: start, count: 96)
        // The second copy is written first, so it is read last.
        let (newer, older) = unsafe ([UInt8](header[..<48]), [UInt8](header[48...]))
        guard newer == older else { return nil }
        return unsafe newer.withUnsafeBytes { header in
            unsafe (header.load(fromByteOffset: 16, as: UInt32.self), header.load(fromByteOffset: 20, as: UInt32.self))
        }
    }

    /// Takes the locks in `slots`; answers SQLite's result code.
    ///
    /// `holding` is what the same holder has already.
    mutating func lock(_ slots: Range<Int>, exclusive: Bool, holding: inout Holding) -> Int32 {
        for slot in slots {
            let bit = UInt16(1) << slot
            if exclusive {
                guard locks[slot] == (holding.shared & bit == 0 ? 0 : 1) else { return SQLITE_BUSY }
            } else {
                guard locks[slot] >= 0 else { return SQLITE_BUSY }
            }
        }
        for slot in slots {
            let bit = UInt16(1) << slot
            if exclusive {
                locks[slot] = -1
                holding.exclusive |= bit
            } else if holding.shared & bit == 0 {
                locks[slot] += 1
                holding.shared |= bit
            }
        }
        return SQLITE_OK
    }

    /// Gives back the locks in `slots`, as far as the holder has them.
    mutating func unlock(_ slots: Range<Int>, holding: inout Holding) {
        for slot in slots {
            let bit = UInt16(1) << slot
            if holding.exclusive & bit != 0 {
                locks[slot] = 0
            } else if holding.shared & bit != 0 {
                locks[slot] -= 1
            }
            holding.exclusive &= ~bit
            holding.shared &= ~bit
        }
    }

    /// The locks that one connection holds, a bit for each.
    struct Holding {
        var shared: UInt16 = 0
        var exclusive: UInt16 = 0
    }

    private static func free(_ region: UInt, _ size: Int) {
        guard let memory = unsafe UnsafeMutableRawPointer(bitPattern: region) else { return }
        unsafe explicit_bzero(memory, size)
        unsafe Glibc.free(memory)
    }
}
