// Opening every page of a database file, one after the other.
import Cryptography

/// A walk over all pages of a database file, which says which of them do not open.
struct PageSurvey {
    let database: RawFile
    let sealer: Sealer

    /// How many pages the file holds; a part of one counts.
    func count() throws -> Int {
        max(0, try database.size() - Layout.pagesStart + Layout.pageSize - 1) / Layout.pageSize
    }

    /// The pages that do not open, or whose tag is not the one that `tag` answers for them.
    ///
    /// `progress` is told how many are done, of how many.
    ///
    /// `replaced` are pages of which a newer state stands in the log; a crash may have torn them, and nobody reads them.
    func faults(
        except replaced: Set<Int> = [], tag: (Int) -> BlockTag? = { _ in nil }, progress: (Int, Int) -> Void
    ) throws -> [Fault] {
        var faults: [Fault] = []
        let count = try count()
        let lock = Layout.lockPage
        for number in stride(from: 1, through: count, by: 1) {
            if number % 256 == 0 { progress(number, count) }
            guard number != lock, !replaced.contains(number) else { continue }
            var page = try database.read(Layout.pageSize, at: Layout.pagesStart + (number - 1) * Layout.pageSize)
            let found: BlockTag? = unsafe page.withUnsafeMutableBytes { page in
                guard page.count == Layout.pageSize, unsafe sealer.open(page, as: .page(number)) != nil else {
                    return nil
                }
                return unsafe page.loadUnaligned(
                    fromByteOffset: Layout.pageSize - Layout.tagSize, as: BlockTag.self)
            }
            if found == nil {
                faults.append(Fault(place: .page(number), what: "was altered, moved or lost"))
            } else if let known = tag(number), known != found {
                faults.append(Fault(place: .page(number), what: "is of an earlier moment"))
            }
        }
        progress(count, count)
        return faults
    }
}
