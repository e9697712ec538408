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
    /// The leaves that fit a filter, oldest first, with the details that this store can open.
    ///
    /// Reading the log is itself logged.
    package func log(_ filter: LogFilter = LogFilter()) throws -> [LogView] {
        try speaking {
            try authorise(.readLog)
            let subject = try filter.about.map { try row($0).subject }
            let reader: Part.Reader = try subject.map { .subject($0, try logKey($0)) } ?? storeSubject()
            let detail = CanonicalValue.object([
                "act": .text("audit log"), "about": .text(filter.about?.text ?? ""), "by": .text(filter.actor ?? ""),
            ])
            let entry = try entry(.consultation, [Part(detail, for: reader)])
            let size = try note(entry)
            let chosen = try subject.map { Set(try connection.leaves(about: $0)) }
            let accounts = Dictionary(uniqueKeysWithValues: roster.users.values.map { ($0.id, $0.name) })
            var views: [LogView] = []
            try connection.leaves(0..<size) { seq, bytes, _ in
                if let chosen, !chosen.contains(seq) { return }
                guard let bytes else { return }
                let leaf = try Leaf(reading: bytes, at: seq)
                let name = accounts[leaf.actor] ?? leaf.actor
                if let wanted = filter.actor, wanted != name { return }
                if let verb = filter.verb, verb != leaf.verb.rawValue { return }
                let day = Day(number: Int((leaf.at / 86_400_000)))
                if let from = filter.from, day < from { return }
                if let to = filter.to, day > to { return }
                views.append(
                    LogView(
                        seq: seq, at: leaf.at, actor: name, verb: leaf.verb.rawValue, why: leaf.why, subjects: [],
                        words: "", detail: [], recipient: nil))
            }
            return try views.suffix(filter.limit ?? .max).map { try opened($0, only: subject) }
        }
    }

    private func opened(_ view: LogView, only subject: Int64?) throws -> LogView {
        var references: [Reference] = []
        var details: [String] = []
        var recipient: String?
        var words: String?
        var leaf: Leaf?
        try connection.leaves(view.seq..<view.seq + 1) { seq, bytes, _ in
            if let bytes { leaf = try Leaf(reading: bytes, at: seq) }
        }
        guard let leaf else { return view }
        for detail in try connection.details(of: view.seq) {
            if let subject, let its = detail.subject, its != subject { continue }
            guard let content = try open(detail, leaf) else { continue }
            details.append(String(decoding: content.encoded, as: UTF8.self))
            recipient = content["recipient"]?.text.map(recipientWords) ?? recipient
            words = words ?? LogView.words(content) { roster.users[$0]?.name ?? $0 }
            let named =
                (content["records"]?.list ?? []).compactMap(\.text) + [content["record"]?.text].compactMap(\.self)
            references += named.compactMap { Reference($0) }
        }
        return LogView(
            seq: view.seq, at: view.at, actor: view.actor, verb: view.verb, why: view.why, subjects: references,
            words: words ?? "", detail: details, recipient: recipient)
    }

    private func open(_ detail: SealedDetail, _ leaf: Leaf) throws -> CanonicalValue? {
        switch detail.manner {
        case .sealed:
            guard let subject = detail.subject else { return nil }
            return try detail.open(in: leaf, with: logKey(subject))
        case .boxed:
            guard let held = try? keys.compartment(Compartment.rights.rawValue) else { return nil }
            return try detail.open(in: leaf, with: held.agreementKey())
        }
    }

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
            return size
        }
    }
}
