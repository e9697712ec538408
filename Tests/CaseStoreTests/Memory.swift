// The memory of this process, searched.
import Glibc

/// Something to look for, kept so that its own copies are not found: written the other way round, bit by bit.
struct Sought: Sendable {
    let name: String
    private let inverted: [UInt8]

    init(_ name: String, inverted: [UInt8]) { (self.name, self.inverted) = (name, inverted) }

    /// Something whose bytes may stand in memory for as long as this takes.
    init(_ name: String, lent bytes: UnsafeRawBufferPointer) {
        self.init(name, inverted: unsafe bytes.map { ~$0 })
    }

    /// How often it stands in the memory that this process can write to.
    func count() -> Int {
        let own = UnsafeMutableRawBufferPointer.allocate(byteCount: inverted.count, alignment: 16)
        for (place, byte) in inverted.enumerated() { unsafe own[place] = ~byte }
        defer {
            unsafe own.initializeMemory(as: UInt8.self, repeating: 0)
            unsafe own.deallocate()
        }
        guard let needle = own.baseAddress else { return 0 }
        var found = 0
        for region in Self.regions() {
            var place = region.lowerBound
            while place < region.upperBound, let start = unsafe UnsafeRawPointer(bitPattern: place),
                let hit = unsafe memchr(start, Int32(own[0]), Int(region.upperBound - place))
            {
                let isWhole = UInt(bitPattern: hit) + UInt(own.count) <= region.upperBound
                if isWhole, unsafe hit != needle, unsafe memcmp(hit, needle, own.count) == 0 {
                    found += 1
                }
                place = UInt(bitPattern: hit) + 1
            }
        }
        return found
    }

    /// Where memory is that can be read and written.
    private static func regions() -> [Range<UInt>] {
        let file = unsafe open("/proc/self/maps", O_RDONLY)
        defer { close(file) }
        var text: [UInt8] = [], part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe part.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            text += part.prefix(count)
        }
        return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let words = String(decoding: line, as: UTF8.self).split(separator: " ")
            let ends = (words.first ?? "").split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard words.count > 1, words[1].hasPrefix("rw"), ends.count == 2 else { return nil }
            return ends[0]..<ends[1]
        }
    }
}
