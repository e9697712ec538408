// A day, an hour and minute, or a second of London's, as somebody writes it in a question.
package import Lifecycle

/// The moments that somebody means who writes a day, or a day with a time, in London.
package struct LondonSpan: Hashable, Sendable {
    /// The first and the last moment meant, in milliseconds of UTC since 1970.
    package let first: Int64, last: Int64

    private init(first: Int64, last: Int64) { (self.first, self.last) = (first, last) }

    /// A whole day: 24 hours, but for the two days of the year on which the clocks change.
    package init(_ day: Day) {
        first = LondonTime.moments(of: 0, on: day).first ?? 0
        last = (LondonTime.moments(of: 0, on: day.adding(days: 1)).first ?? 1) - 1
    }

    /// What is written as `2026-11-21`, `2026-11-21 14:05` or `2026-11-21 14:05:09`, a `T` standing for the blank if need
    /// be; nil if it is none of them.
    ///
    /// Of a time that comes twice in autumn all is meant, from its first coming to the end of its second.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let day = Day(String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
        guard bytes.count > 10 else {
            self.init(day)
            return
        }
        guard [16, 19].contains(bytes.count), bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
            let hour = Self.two(bytes[11...12], below: 24), bytes[13] == UInt8(ascii: ":"),
            let minute = Self.two(bytes[14...15], below: 60)
        else { return nil }
        var second = 0
        var length = 60
        if bytes.count == 19 {
            guard bytes[16] == UInt8(ascii: ":"), let given = Self.two(bytes[17...18], below: 60) else { return nil }
            (second, length) = (given, 1)
        }
        let moments = LondonTime.moments(of: hour * 3600 + minute * 60 + second, on: day)
        guard let earlier = moments.first, let later = moments.last else { return nil }
        self.init(first: earlier, last: later + Int64(length) * 1000 - 1)
    }

    private static func two(_ bytes: ArraySlice<UInt8>, below end: Int) -> Int? {
        guard bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        let number = bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return number < end ? number : nil
    }
}
