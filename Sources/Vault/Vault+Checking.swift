// Looking at every page of a store and saying which one is wrong.
import CSQLite
import SQLite
import Synchronization

extension Vault {
    /// Opens every page of the store and looks at what they hold together; answers what is wrong, nothing if all is well.
    ///
    /// `progress` is told how many pages are done, of how many. Throws ``VaultError`` and ``SQLiteError`` only if the check
    /// itself cannot be made.
    package func check(progress: (Int, Int) -> Void = { _, _ in }) throws -> [Fault] {
        var faults: [Fault] = []
        // A page whose newer state stands in the log may be torn by a crash, so the log goes into the pages first.
        do { try checkpoint() } catch let VaultError.damaged(place) {
            faults.append(Fault(place: place, what: "does not open"))
        }
        let sealer = try Sealer(key: store.keys.page, epoch: store.epoch)
        let size = try store.database.size() - Layout.pagesStart
        let count = size / Layout.pageSize
        for number in 1...max(1, count) where number != Layout.lockPage {
            var page = try store.database.read(Layout.pageSize, at: Layout.pagesStart + (number - 1) * Layout.pageSize)
            let isWhole = unsafe page.withUnsafeMutableBytes { page in
                guard page.count == Layout.pageSize else { return false }
                return unsafe sealer.open(page, as: .page(number)) != nil
            }
            if !isWhole { faults.append(Fault(place: .page(number), what: "was altered, moved or lost")) }
            if number % 256 == 0 { progress(number, count) }
        }
        progress(count, count)
        if faults.isEmpty { faults += try structuralFaults(pages: count) }
        return faults
    }

    private func structuralFaults(pages: Int) throws -> [Fault] {
        var faults: [Fault] = []
        do {
            let counted = try connection.first("PRAGMA page_count") { try $0.int(0) } ?? 0
            if counted > pages { faults.append(Fault(place: .page(pages + 1), what: "was cut off")) }
            try connection.query("PRAGMA integrity_check(20)") { row in
                let words = try row.text(0)
                if words != "ok" { faults.append(Fault(place: .structure, what: words)) }
            }
        } catch let VaultError.damaged(place) {
            faults.append(Fault(place: place, what: "does not open"))
        }
        return faults
    }
}
