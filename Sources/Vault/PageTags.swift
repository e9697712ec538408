// The tag of every page of case.db, as it must stand on the disk at this moment, and the sums by which they are proven.
import Cryptography

/// What this process knows of the pages of `case.db`: each page's tag, and which pages stand in the log as well.
///
/// A page that is read from the file must carry the tag known here. A page that stands in no part of the log that is safe
/// is *outside*: it is not written, and the sum of all outside pages' codes stands sealed in every mark. Sixteen bytes a
/// page, and one bit.
struct PageTags {
    /// The tags of pages 1, 2, …; zero where there is no page, or where nobody knows what a failed write left.
    private(set) var tags: [BlockTag]

    /// The sum over the pages outside: those not in the frames of the log that are safe.
    private(set) var outside: BlockTag

    /// Whether a mark that was waited for covers all frames whose pages are no longer outside.
    var isCovered = false

    /// Whether a page was written since the last wait for the file.
    var isWritten = false

    /// A bit for each page that stands in the safe part of the log.
    private var inLog: [UInt64] = []

    /// The pages whose bit is set, in the order in which they came.
    private var logPages: [UInt32] = []

    private let code: TagCode

    /// Takes the tags as they stand on the disk, with the whole log outside of what they are summed over.
    ///
    /// Throws ``CryptographyError``.
    init(_ tags: [BlockTag], code: TagCode) throws(CryptographyError) {
        self.tags = tags
        self.code = code
        let lock = Layout.lockPage
        if lock <= tags.count { self.tags[lock - 1] = .zero }
        outside = try code.sum(self.tags[...], from: 1)
    }

    /// How many pages the file holds.
    var count: Int { tags.count }

    /// The tag that page `page` must carry; zero if there is no such page.
    func tag(of page: Int) -> BlockTag { page > 0 && page <= tags.count ? tags[page - 1] : .zero }

    /// Whether page `page` stands in the part of the log that is safe, so that it may be written.
    func isInLog(_ page: Int) -> Bool {
        let (word, bit) = page.quotientAndRemainder(dividingBy: 64)
        return page > 0 && word < inLog.count && inLog[word] >> UInt64(bit) & 1 == 1
    }

    /// What changes when further frames of the log are safe.
    struct Wider {
        let outside: BlockTag
        fileprivate let new: [UInt32]
    }

    /// What it will be when frames with these pages are safe in the log too; nothing changes before ``take(_:)``.
    ///
    /// Throws ``CryptographyError``.
    func wider(_ pages: ArraySlice<UInt32>) throws(CryptographyError) -> Wider {
        var new: [UInt32] = []
        // A commit of a few pages is the ordinary case, and an import the other.
        if pages.count <= 16 {
            for page in pages where !isInLog(Int(page)) && !new.contains(page) { new.append(page) }
        } else {
            new = Set(pages.filter { !isInLog(Int($0)) }).sorted()
        }
        guard !new.isEmpty else { return Wider(outside: outside, new: []) }
        return Wider(outside: try outside ^ code.sum(new.map { tag(of: Int($0)) }, numbers: new), new: new)
    }

    /// Notes that those frames are safe: their pages are outside no longer.
    mutating func take(_ wider: Wider) {
        guard !wider.new.isEmpty else { return }
        for page in wider.new { mark(Int(page)) }
        logPages += wider.new
        outside = wider.outside
        isCovered = false
    }

    /// Notes that page `page` is about to be written: until it is, nobody knows its tag.
    mutating func forget(_ page: Int) {
        if page > tags.count { tags += [BlockTag](repeating: .zero, count: page - tags.count) }
        tags[page - 1] = .zero
        isWritten = true
    }

    /// Notes that page `page` was written whole.
    mutating func set(_ tag: BlockTag, for page: Int) { tags[page - 1] = tag }

    /// The pages after `count` that may not be cut off, because they do not stand in the log.
    func pagesKept(after count: Int) -> [Int] {
        guard count < tags.count else { return [] }
        return (count + 1...tags.count).filter { tags[$0 - 1] != .zero && !isInLog($0) }
    }

    /// Notes that the file now ends after `count` pages, or is lengthened to them.
    mutating func cut(to count: Int) {
        if count != tags.count { isWritten = true }
        if count < tags.count { tags.removeLast(tags.count - count) }
        if count > tags.count { tags += [BlockTag](repeating: .zero, count: count - tags.count) }
    }

    /// The sum over all pages, in the log or not; nil if a page of the log was not written whole.
    ///
    /// Throws ``CryptographyError``.
    func whole() throws(CryptographyError) -> BlockTag? {
        var sum = outside
        let inside = logPages.map { tag(of: Int($0)) }
        for (page, tag) in zip(logPages, inside) where tag == .zero && Int(page) <= tags.count { return nil }
        sum ^= try code.sum(inside, numbers: logPages)
        return sum
    }

    /// Notes that the log is finished: all pages are outside again, and `sum` is their sum.
    mutating func finish(_ sum: BlockTag) {
        outside = sum
        for page in logPages { inLog[Int(page) / 64] = 0 }
        logPages = []
        isCovered = false
    }

    private mutating func mark(_ page: Int) {
        let (word, bit) = page.quotientAndRemainder(dividingBy: 64)
        if word >= inLog.count { inLog += [UInt64](repeating: 0, count: word + 1 - inLog.count) }
        inLog[word] |= 1 << UInt64(bit)
    }
}
