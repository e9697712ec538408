// Opening every page of a database file, one after the other.

/// A walk over all pages of a database file, which says which of them do not open.
struct PageSurvey {
    let database: RawFile
    let sealer: Sealer

    /// How many pages the file holds; a part of one counts.
    func count() throws -> Int {
        max(0, try database.size() - Layout.pagesStart + Layout.pageSize - 1) / Layout.pageSize
    }

    /// The pages that do not open.
    ///
    /// `progress` is told how many are done, of how many.
    ///
    /// `replaced` are pages of which a newer state stands in the log; a crash may have torn them, and nobody reads them.
    func faults(except replaced: Set<Int> = [], progress: (Int, Int) -> Void) throws -> [Fault] {
        var faults: [Fault] = []
        let count = try count()
        for number in stride(from: 1, through: count, by: 1) {
            if number % 256 == 0 { progress(number, count) }
            guard number != Layout.lockPage, !replaced.contains(number) else { continue }
            var page = try database.read(Layout.pageSize, at: Layout.pagesStart + (number - 1) * Layout.pageSize)
            let isWhole = unsafe page.withUnsafeMutableBytes { page in
                guard page.count == Layout.pageSize else { return false }
                return unsafe sealer.open(page, as: .page(number)) != nil
            }
            if !isWhole { faults.append(Fault(place: .page(number), what: "was altered, moved or lost")) }
        }
        progress(count, count)
        return faults
    }
}
