// When something happened: a day, or a range of days when the day is not known more closely.

/// The days between which something happened, both included.
///
/// A day known exactly is a range of one day. What is ordered or counted goes by the last day.
package struct Interval: Hashable, Sendable {
    /// The earliest day on which it may have happened.
    package let first: Day
    /// The latest day on which it may have happened; the day by which it is ordered and counted.
    package let last: Day

    /// Something that happened on a known day.
    package init(_ day: Day) {
        first = day
        last = day
    }

    /// Something that happened between two days; nil if the last precedes the first.
    package init?(first: Day, last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// The interval written `DAY` or `DAY..DAY`; nil if either is no day, or the last precedes the first.
    package init?(_ text: some StringProtocol) {
        if let day = Day(text) {
            self.init(day)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 22, bytes[10] == UInt8(ascii: "."), bytes[11] == UInt8(ascii: ".") else { return nil }
        guard let first = Day(String(decoding: bytes[..<10], as: UTF8.self)),
            let last = Day(String(decoding: bytes[12...], as: UTF8.self))
        else { return nil }
        self.init(first: first, last: last)
    }

    /// `DAY`, or `DAY..DAY` if it is a range.
    package var text: String {
        isRanged ? "\(first.iso)..\(last.iso)" : last.iso
    }

    /// Whether the day is known only as a range.
    package var isRanged: Bool {
        first != last
    }
}
