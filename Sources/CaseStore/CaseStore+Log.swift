// The audit log: read for a lawful use, verified, signed, handed to a verifier.
import Access
import AuditLog
import Cryptography
import Glibc
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Checks every leaf, the tree, every kept checkpoint, and every detail that still exists.
    ///
    /// Each checkpoint of `held`, which somebody keeps elsewhere, is found in the log or said to be a fault, under the name
    /// of its file.
    package func verifyLog(
        against held: [(file: String, bytes: [UInt8])] = [], progress: CheckProgress = { _, _, _ in }
    ) throws -> LogVerdict {
        try speaking {
            try authorise(.proveLog)
            var findings = Findings()
            for impediment in impediments { findings.add(.store, impediment.sentence, advice: "") }
            let found = try verdict(&findings, progress)
            let outside = try held.compactMap { try fault(ofHeld: $0.bytes, in: $0.file) }
            return try LogVerdict(
                size: found.size, root: found.root, checkpoints: found.checkpoints, held: held.count - outside.count,
                witnessed: findings.all.isEmpty ? newestWitnessed() : [],
                findings: findings.all, outside: outside)
        }
    }

    /// Signs the log as it stands, keeps the signature, and answers it: what another person should hold.
    package func checkpoint() throws -> String {
        try speaking {
            try authorise(.proveLog)
            return try checkpoint(on: .asked)
        }
    }

    /// Writes the log for somebody without access to the store: `log.jsonl`, checkpoints, `log.vkey`.
    ///
    /// - Returns: how many leaves it has.
    package func exportLog(write: (_ file: String, _ chunk: String) throws -> Void) throws -> Int {
        try speaking {
            try authorise(.proveLog)
            let entry = try entry(
                .export, [Part(.object(["act": .text("audit export")]), for: storeSubject())],
                recipient: recipientText(nil))
            let size = try note(entry)
            let newest = try checkpoint(on: .disclosure)
            disclosed = newest
            try writeLog(size, newest: newest, write: write)
            return size
        }
    }

    /// Writes what proves the log: every leaf, every checkpoint that was kept, the keys.
    func writeLog(_ size: Int, newest: String, write: (_ file: String, _ chunk: String) throws -> Void) throws {
        try connection.leaves(0..<size) { seq, bytes, hash in
            let content =
                bytes.map { "\"leaf\":\"\(Base64.text($0))\"" } ?? "\"leaf_hash\":\"\(Base64.text(hash))\""
            try write("log.jsonl", "{\"index\":\(seq),\(content)}\n")
        }
        let identity = try logIdentity()
        let former = identity.ended.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        for (kept, note) in try connection.checkpoints() where kept < size {
            // A verifier that knows one name only must not stumble over those of before a restore.
            let origin = note.prefix { $0 != "\n" }
            let folder = former.firstIndex { $0 == origin }.map { "before-restore-\($0 + 1)/" } ?? ""
            try write("\(folder)checkpoint.\(kept)", note)
        }
        for (place, origin) in former.enumerated() {
            guard let verifier = try identity.verifier(of: origin) else { continue }
            try write("before-restore-\(place + 1)/log.vkey", verifier.encoded + "\n")
        }
        try write("checkpoint", newest)
        try write("log.vkey", try logIdentity().key.verifier.encoded + "\n")
    }
}
