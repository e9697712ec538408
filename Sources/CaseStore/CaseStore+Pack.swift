// The log as the Information Commissioner asks for it: the proof, and the same acts in plain words.
package import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// What a pack came to.
    package struct Pack: Sendable {
        /// How many entries it holds, and how many of them are on what is not open to who made it.
        package let entries: Int, shut: Int
        /// The checkpoint that covers them.
        package let checkpoint: String
        /// The code of the reason.
        package let reason: String
    }

    /// Writes the whole log for somebody outside who asks for it: what proves it, and each act in plain words.
    ///
    /// A disclosure: logged with its recipient, its reason and the use before anything is written, and signed then.
    ///
    /// - Parameters:
    ///   - progress: is told how many lines of how many are written.
    ///   - write: takes text for the end of a file of that name.
    package func packLog(
        to recipient: String, for use: LawfulUse, progress: (Int, Int) -> Void = { _, _ in },
        write: (_ file: String, _ chunk: String) throws -> Void
    ) throws -> Pack {
        try speaking {
            try authorise(.readLog)
            try authorise(.proveLog)
            let reason = try demandReason(for: .transfer)
            let detail = CanonicalValue.object(["act": .text("audit pack"), "use": .text(use.code)])
            let size = try note(
                entry(
                    .disclosure, [Part(detail, for: storeSubject())] + reasonParts(), why: reason.code.rawValue,
                    recipient: recipient))
            let newest = try checkpoint(on: .disclosure)
            disclosed = newest
            try writeLog(size, newest: newest, write: write)
            let reader = LogReader(self)
            var shut = 0
            for start in stride(from: 0, to: size, by: LogReader.stretch) {
                for leaf in try reader.leaves(start..<min(start + LogReader.stretch, size)) {
                    let view = try reader.view(leaf)
                    if view.isShut { shut += 1 }
                    try write("acts.jsonl", Self.line(view.plain))
                }
                progress(min(start + LogReader.stretch, size), size)
            }
            for account in roster.accounts { try write("accounts.jsonl", Self.line(plain(account))) }
            return Pack(entries: size, shut: shut, checkpoint: newest, reason: reason.code.rawValue)
        }
    }

    private static func line(_ value: CanonicalValue) -> String {
        String(decoding: value.encoded, as: UTF8.self) + "\n"
    }

    /// An account as somebody outside needs it to read the log: whose handle stands in its entries.
    private func plain(_ row: UserRow) -> CanonicalValue {
        .object([
            "actor": .text(row.id), "name": .text(row.name), "organisation": .text(row.organisation),
            "roles": .list(row.roles.sorted().map { .text($0) }), "status": .text(row.status.rawValue),
        ])
    }
}

extension LogView {
    /// The entry as a line of a pack; what is not known is left out.
    fileprivate var plain: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "seq": .number(Int64(seq)), "at": .number(at), "time": .text(LondonTime(at: at).zoned),
            "account": .text(actor), "verb": .text(verb), "words": .text(words),
        ]
        if isShut { members["shut"] = .flag(true) }
        if !subjects.isEmpty { members["records"] = .list(subjects.map { .text($0.text) }) }
        members["why"] = why.map { .text($0) }
        members["reason"] = reason.map { .text($0) }
        members["recipient"] = recipient.map { .text($0) }
        return .object(members)
    }
}
