// A file's bytes, cut into lines, however they arrive.

/// Cuts chunks of bytes into lines, holding no more than one line at a time.
///
/// A pure value: whoever reads the file feeds it. A line ends with a line feed; the last may do without.
package struct LineReader: Sendable {
    /// One line of the file, without its end.
    package struct Line: Hashable, Sendable {
        /// Its number, from 1.
        package let number: Int
        /// Its bytes; nil if there are more than ``LineReader/most``, which are read past and not kept.
        package let bytes: ArraySlice<UInt8>?

        package init(number: Int, bytes: ArraySlice<UInt8>?) {
            (self.number, self.bytes) = (number, bytes)
        }
    }

    /// The longest line that is read: 16 MiB, room for a narrative of 10 MB and its escapes.
    package static let most = 16 << 20

    private var waiting: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var number = 1
    private var isPassing = false
    private let most: Int

    package init(most: Int = LineReader.most) { self.most = most }

    /// Takes the next bytes of the file.
    package mutating func feed(_ chunk: some Collection<UInt8>) {
        if start > 0 {
            waiting.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        waiting += chunk
    }

    /// The next whole line, or nil until more is fed.
    package mutating func next() -> Line? {
        guard let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = waiting.count
            if searched - start > most { pass() }
            return nil
        }
        defer {
            start = end + 1
            searched = start
        }
        return line(upTo: end)
    }

    /// The last line, where the file ends without a line feed; nil if it does not.
    package mutating func last() -> Line? {
        guard start < waiting.count || isPassing else { return nil }
        defer {
            start = waiting.count
            searched = start
        }
        return line(upTo: waiting.count)
    }

    private mutating func line(upTo end: Int) -> Line {
        let isTooLong = isPassing || end - start > most
        defer {
            number += 1
            isPassing = false
        }
        return Line(number: number, bytes: isTooLong ? nil : waiting[start..<end])
    }

    /// Drops what there is of a line that is too long already.
    private mutating func pass() {
        isPassing = true
        waiting.removeAll(keepingCapacity: true)
        (start, searched) = (0, 0)
    }
}
