// Looking at every page of a store and saying which one is wrong.
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
        let survey = PageSurvey(
            database: store.database, sealer: try Sealer(key: store.keys.page, epoch: store.epoch))
        faults += try survey.faults(tag: { number in store.pages.withLock { $0.tag(of: number) } }, progress: progress)
        if faults.isEmpty { faults += try structuralFaults(pages: survey.count()) }
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
