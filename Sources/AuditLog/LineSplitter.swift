// Lines out of chunks that are cut anywhere.

/// Gives the lines of a file that comes in chunks, and keeps no more than one of them.
struct LineSplitter {
    /// Longer than any line of an export: what is longer still is cut into pieces, none of which can be read.
    static let longest = 200_000

    /// How many lines were given.
    private(set) var count = 0
    private var bytes: [UInt8] = []
    private var place = 0

    /// Takes in the next chunk, when all lines of the one before were given.
    mutating func add(_ chunk: [UInt8]) {
        bytes = place == bytes.count ? chunk : Array(bytes[place...]) + chunk
        place = 0
    }

    /// The next line that has an end, without it; nil if there is none yet.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else {
            guard bytes.count - place > Self.longest else { return nil }
            defer { place = bytes.count }
            count += 1
            return bytes[place...]
        }
        defer { place = end + 1 }
        count += 1
        return bytes[place..<end]
    }

    /// Whether there is something behind the last line's end.
    var isUnended: Bool { place < bytes.count }
}
