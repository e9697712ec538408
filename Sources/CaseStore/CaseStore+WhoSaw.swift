// Who looked at a person, and why: every entry about the person, put together by account.
package import Access
import AuditLog
import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Who did what with a record: with everything of the person whom it is about, or with it alone if it is about nobody.
    ///
    /// Counted is every entry with a part about the person: opened one by one, seen in a list, written out, taken in,
    /// changed, refused. Figures name nobody and are not counted.
    package func whoSaw(
        _ reference: Reference, for use: LawfulUse, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> WhoSaw {
        try speaking {
            try authorise(.readLog)
            let row = try row(reference)
            let size = try noteAsking("audit who-saw", for: use, about: row)
            return try whoSaw(row, below: size, LogReader(self), progress)
        }
    }

    /// The answer for a reader, who need not be the account that is signed in.
    func whoSaw(
        _ row: RecordRow, below size: Int, _ reader: LogReader, _ progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> WhoSaw {
        let isPerson = row.person != nil || row.reference.kind == .person
        let rows = isPerson ? try connection.records(ofSubject: row.subject) : [row]
        let references = Set(rows.map(\.reference))
        let bearings = Bearings(self)
        var lookers: [String: Looker] = [:]
        var count = 0
        try reader.walk(below: size, about: row.subject, progress: progress) { leaf in
            let parts = try reader.parts(of: leaf, about: row.subject)
            let chosen = parts.filter { part in
                part.reason == nil
                    && (isPerson || part.isCut || part.named.isEmpty || part.named.contains(row.reference))
            }
            guard !chosen.isEmpty else { return true }
            count += 1
            var looker = lookers[leaf.actor] ?? self.looker(leaf, reader)
            looker.take(leaf, chosen, recipient: recipientWords)
            looker.words += parts.compactMap(\.reason).map { (leaf.seq, $0) }
            if looker.deeds.last?.deed != .refused {
                let day = LondonTime(at: leaf.at).day
                let holders = try references.reduce(into: Set<String>()) { holders, reference in
                    holders.formUnion(try bearings.holders(of: reference, on: day))
                }
                looker.weigh(holders, names: bearings.names(of: leaf.actor, on: day))
            }
            lookers[leaf.actor] = looker
            return true
        }
        let open = rows.map(\.reference).filter { reader.sight.opens($0.kind) }
        let isErased = try connection.erasedSubjects().contains(row.subject)
        return WhoSaw(
            reference: row.reference, records: open, shut: rows.count - open.count, size: size, entries: count,
            accounts: lookers.values.map { $0.inOrder() }.sorted { ($0.first, $0.name) < ($1.first, $1.name) },
            erased: isErased ? try erased(row.subject, below: size, reader, progress) : nil)
    }

    private func looker(_ leaf: Leaf, _ reader: LogReader) -> Looker {
        let day = Int64(LondonTime(at: leaf.at).day.number)
        let account = roster.users[leaf.actor]
        return Looker(
            name: reader.name(of: leaf.actor),
            roles: roster.roles(of: leaf.actor, on: day).compactMap { Role(rawValue: $0) }.sorted {
                $0.rawValue < $1.rawValue
            }, organisation: account.map { Organisation(rawValue: $0.organisation) ?? .other }, first: leaf.at,
            last: leaf.at)
    }

    /// What the log can still say of somebody whose keys were destroyed.
    private func erased(
        _ subject: Int64, below size: Int, _ reader: LogReader, _ progress: (Int, Int) -> Void
    ) throws -> WhoSaw.Erased {
        var acts: [(seq: Int, at: Int64, actor: String, why: String?)] = []
        var lost: [String: Int] = [:]
        var kept: [Int: Int] = [:]
        var known = 0..<0
        try reader.walk(below: size, progress: progress) { leaf in
            if !known.contains(leaf.seq) {
                known = max(0, leaf.seq - 4_095)..<leaf.seq + 1
                kept = try connection.detailCounts(known)
            }
            if leaf.partCount ?? leaf.commitments.count > kept[leaf.seq] ?? 0 {
                lost[reader.name(of: leaf.actor), default: 0] += 1
            }
            guard leaf.verb == .erasure, try reader.parts(of: leaf).contains(where: { $0.names(subject) }) else {
                return true
            }
            acts.append((leaf.seq, leaf.at, reader.name(of: leaf.actor), leaf.why))
            return true
        }
        return WhoSaw.Erased(
            acts: acts.reversed(), lost: lost.values.reduce(0, +),
            actors: lost.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}

extension LogReader.LoggedPart {
    /// Whether it speaks of that subject by its number, as the entry of an erasure does.
    fileprivate func names(_ subject: Int64) -> Bool {
        told?["subject"]?.number == subject
            || (told?["subjects"]?.list ?? []).contains { $0.number == subject }
    }
}

extension Looker {
    /// Takes in an entry; they come the newest first.
    ///
    /// - Parameter recipient: says in words who a recipient is.
    fileprivate mutating func take(_ leaf: Leaf, _ parts: [LogReader.LoggedPart], recipient words: (String) -> String) {
        (first, last) = (min(first, leaf.at), max(last, leaf.at))
        entries.append(leaf.seq)
        reasons[leaf.why ?? "", default: 0] += 1
        if leaf.isEmergency { emergencies.append(leaf.seq) }
        let open = parts.filter { $0.told != nil }
        let deed = open.first.map { Deed(leaf.verb, $0.act) } ?? (leaf.verb == .denied ? .refused : .other)
        let verb = open.isEmpty ? leaf.verb.rawValue : nil
        let records = Set(open.flatMap(\.records))
        if let recipient = open.lazy.compactMap({ $0.told?["recipient"]?.text }).first {
            recipients.append((leaf.seq, leaf.at, words(recipient)))
        }
        if let place = deeds.firstIndex(where: { $0.deed == deed && $0.verb == verb }) {
            deeds[place].times += 1
            deeds[place].first = min(deeds[place].first, leaf.at)
            deeds[place].last = max(deeds[place].last, leaf.at)
            deeds[place].records.formUnion(records)
            // The newest deed stands last, for whoever asks what it was.
            deeds.append(deeds.remove(at: place))
        } else {
            deeds.append(Done(deed: deed, verb: verb, times: 1, first: leaf.at, last: leaf.at, records: records))
        }
    }

    /// Notes to whom the person's records stood allocated when the account did something with them.
    fileprivate mutating func weigh(_ all: Set<String>, names: Set<String>) {
        if all.isEmpty {
            nobody += 1
        } else if all.isDisjoint(with: names) {
            others += 1
            holders.formUnion(all)
        } else {
            own += 1
        }
    }

    fileprivate func inOrder() -> Looker {
        var looker = self
        looker.entries.reverse()
        looker.words.reverse()
        looker.recipients.reverse()
        looker.emergencies.reverse()
        looker.deeds.sort { Self.order($0) < Self.order($1) }
        return looker
    }

    private static func order(_ done: Done) -> (Int, String) {
        (Deed.allCases.firstIndex(of: done.deed) ?? 0, done.verb ?? "")
    }
}
