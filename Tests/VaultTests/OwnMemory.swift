// The memory of the test's own process, searched as somebody with a debugger would.
import Foundation
import Glibc

/// Looks for bytes in everything that this process may write to.
enum OwnMemory {
    /// In how many places `needle`, each byte of it mixed with `mask`, lies in memory; what is looked with is left out.
    static func count(_ needle: [UInt8], mixedWith mask: UInt8) throws -> Int {
        let size = 1 << 20
        // A mapping of our own, so that our own copies can be left out by their address.
        guard let room = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) else {
            throw POSIXError(.ENOMEM)
        }
        defer { unsafe munmap(room, size) }
        let length = needle.count
        for (place, byte) in needle.enumerated() {
            unsafe room.storeBytes(of: byte ^ mask, toByteOffset: place, as: UInt8.self)
        }
        let buffer = unsafe room + length
        let most = size - length
        let memory = unsafe open("/proc/self/mem", O_RDONLY)
        guard memory >= 0 else { throw POSIXError(.EACCES) }
        defer { close(memory) }
        var count = 0
        let own = UInt(bitPattern: room)
        for region in try regions() where !region.contains(own) {
            var place = region.lowerBound
            while place < region.upperBound {
                let wanted = min(most, Int(region.upperBound - place))
                let got = unsafe pread(memory, buffer, wanted, off_t(place))
                guard got > 0 else { break }
                count += unsafe occurrences(of: room, length, in: buffer, got)
                // What lies across the end of this piece is found in the next.
                place += UInt(got == wanted && place + UInt(got) < region.upperBound ? got - length + 1 : got)
            }
        }
        return count
    }

    private static func occurrences(
        of needle: UnsafeMutableRawPointer, _ length: Int, in start: UnsafeMutableRawPointer, _ size: Int
    ) -> Int {
        let first = unsafe Int32(needle.load(as: UInt8.self))
        var (count, place) = (0, 0)
        while place + length <= size, let found = unsafe memchr(start + place, first, size - length + 1 - place) {
            if unsafe memcmp(found, needle, length) == 0 { count += 1 }
            place = unsafe found - UnsafeMutableRawPointer(start) + 1
        }
        return count
    }

    private static func regions() throws -> [Range<UInt>] {
        try String(contentsOfFile: "/proc/self/maps", encoding: .utf8).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard fields[1].hasPrefix("rw"), ends.count == 2, !line.hasSuffix("[vvar]") else { return nil }
            return ends[0]..<ends[1]
        }
    }
}
