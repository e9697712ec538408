// Spans that an older program folded, folded anew.
import AuditLog
import CaseModel
import Cryptography
import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Folds the spans of every record anew if an older program folded them; the files are copied first.
    ///
    /// It is one transaction with its entry in the log: cut short, it is done again at the next opening. A store that knows
    /// no day of going live yet goes live today.
    func refold() throws {
        let old = try folding()
        guard old < Chronicle.edition else { return }
        // A change of the format has made a copy at this same opening.
        if try formatEntry() == nil {
            let name = "\(directory)/before-spans-\(Chronicle.edition)"
            let copy = try NewFolder.forCopies(NewFolder.isAnything(name) ? Self.freeName(name) : name)
            try Vault.copyFiles(of: vault, to: copy)
            try copy.copy("\(directory)/slots", as: "slots")
            try copy.finish()
        }
        try vault.allowSpill(true)
        defer { try? vault.allowSpill(false) }
        let live = try goLive() ?? clock().today
        let detail = CanonicalValue.object([
            "act": .text("migrate"), "from": .number(Int64(old)), "spans": .number(Int64(Chronicle.edition)),
        ])
        _ = try change { transaction in
            try transaction.setStoreFact(StoreFact.goLive, Array(live.iso.utf8))
            try transaction.dropTwinSpans()
            var codes = try SpanCodes(connection)
            var seen: Set<Int64> = []
            for row in try connection.everyRecord() where seen.insert(row.investigation ?? row.id).inserted {
                let docket = Docket(nextSeq: { 0 }, newID: { "" })
                docket.take(try connection.dossiers(with: row))
                for dossier in docket.dossiers.values.sorted(by: { $0.id < $1.id }) {
                    let spans = Chronicle(dossier, goLive: live, number: docket.number).spans
                    try transaction.put(spans, of: dossier, in: connection.spans(ofRecord: dossier.id), &codes)
                    try transaction.setState(dossier.state, ofRecord: dossier.id)
                }
            }
            try transaction.rememberFolding()
            return Logged((), try entry(.upkeep, [Part(detail, for: storeSubject())], why: "migration"))
        }
    }

    /// The way in which the spans were folded.
    func folding() throws -> Int {
        try connection.storeFact(StoreFact.folding).flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1
    }
}

extension Transaction {
    /// Remembers that this program folded the spans.
    borrowing func rememberFolding() throws {
        try setStoreFact(StoreFact.folding, Array("\(Chronicle.edition)".utf8))
    }
}
