// Unusual access, and the acts of one account: the log weighed as a whole.
package import Access
import AuditLog
import Cryptography
import KeyRing
package import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// What of the days asked about is worth a question; the last 30 days if none are.
    package func unusualAccess(
        _ days: ClosedRange<Day>? = nil, for use: LawfulUse, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> UnusualAccess {
        try speaking {
            try authorise(.readLog)
            let days = days ?? recent
            let size = try noteAsking("audit unusual", for: use, saying: Self.saying(days))
            return try unusual(days, below: size, LogReader(self), progress)
        }
    }

    /// What an account did, day by day; in the last 30 days if none are asked about.
    ///
    /// - Parameter name: the account's name, or its handle in the log.
    package func acts(
        by name: String, _ days: ClosedRange<Day>? = nil, for use: LawfulUse,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ActsBy {
        try speaking {
            try authorise(.readLog)
            let account = try roster.users[name] ?? user(name)
            let days = days ?? recent
            var saying = Self.saying(days)
            saying["by"] = .text(account.name)
            let size = try noteAsking("audit by", for: use, saying: saying)
            let reader = LogReader(self)
            var found: [Day: ActsBy.OneDay] = [:]
            let report = try unusual(days, below: size, reader, progress) { leaf, parts in
                let day = LondonTime(at: leaf.at).day
                guard leaf.actor == account.id, days.contains(day) else { return }
                var one =
                    found[day]
                    ?? ActsBy.OneDay(
                        day: day, first: leaf.at, last: leaf.at, entries: 0, deeds: [:], records: [], shut: 0,
                        recipients: [], reasons: [])
                try one.take(leaf, parts(), recipient: recipientWords)
                found[day] = one
            }
            let now = Account(account, in: roster, at: clock())
            return ActsBy(
                name: account.name, roles: now.roles.sorted { $0.rawValue < $1.rawValue },
                organisation: now.organisation, status: now.status, days: found.values.sorted { $0.day < $1.day },
                unusual: UnusualAccess(
                    days: report.days, findings: report.findings.filter { $0.account == account.name },
                    thresholds: report.thresholds, entries: report.entries, accounts: report.accounts))
        }
    }

    private var recent: ClosedRange<Day> {
        let today = clock().today
        return today.adding(days: -30)...today
    }

    private static func saying(_ days: ClosedRange<Day>) -> [String: CanonicalValue] {
        ["from": .text(days.lowerBound.iso), "to": .text(days.upperBound.iso)]
    }

    /// Weighs the entries of the days and of the habit before them.
    ///
    /// - Parameter other: is given each entry weighed, and how to open its parts.
    func unusual(
        _ days: ClosedRange<Day>, below size: Int, _ reader: LogReader, _ progress: (Int, Int) -> Void = { _, _ in },
        _ other: (Leaf, () throws -> [LogReader.LoggedPart]) throws -> Void = { _, _ in }
    ) throws -> UnusualAccess {
        var review = AccessReview()
        let bearings = Bearings(self)
        let start = LondonSpan(days.lowerBound.adding(days: -review.thresholds.habitDays)).first
        let end = LondonSpan(days.upperBound).last
        var entries = 0
        var actors: Set<String> = []
        try reader.walk(below: size, progress: progress) { leaf in
            guard leaf.at >= start, leaf.at <= end, let account = roster.users[leaf.actor] else { return true }
            entries += 1
            actors.insert(leaf.actor)
            var opened: [LogReader.LoggedPart]?
            func parts() throws -> [LogReader.LoggedPart] {
                if let opened { return opened }
                let read = try reader.parts(of: leaf)
                opened = read
                return read
            }
            review.take(try act(leaf, account.id, bearings, parts))
            try other(leaf, parts)
            return true
        }
        let today = Int64(days.upperBound.number)
        let roles = Dictionary(
            uniqueKeysWithValues: actors.map { id in
                (id, Set(roster.ownRoles(of: id, on: today).compactMap { Role(rawValue: $0) }))
            })
        let findings = review.findings(in: days, roles: roles).map { finding in
            AccessFinding(
                pattern: finding.pattern, account: reader.name(of: finding.account), day: finding.day,
                count: finding.count, own: finding.own, peers: finding.peers, entries: finding.entries)
        }
        return UnusualAccess(
            days: days, findings: findings, thresholds: review.thresholds, entries: entries, accounts: actors.count)
    }

    /// An entry as the analysis weighs it; only what may weigh anything is opened.
    private func act(
        _ leaf: Leaf, _ account: String, _ bearings: Bearings, _ parts: () throws -> [LogReader.LoggedPart]
    ) throws -> AccessAct {
        switch leaf.verb {
        case .collection, .alteration, .combination, .erasure:
            return AccessAct(entry: leaf.seq, account: account, at: leaf.at, sort: .change)
        case .signIn, .grant, .upkeep: return AccessAct(entry: leaf.seq, account: account, at: leaf.at, sort: .other)
        case .consultation, .disclosure, .denied, .export:
            let parts = try parts().filter { $0.reason == nil }
            let deed = Deed(leaf.verb, parts.first?.rawAct ?? "")
            let named = deed.sort == .look ? Set(parts.flatMap(\.named)) : []
            let day = LondonTime(at: leaf.at).day
            var others: Set<Reference> = []
            if parts.contains(where: \.isOutside) {
                others = named
            } else if !named.isEmpty, bearings.worksOnItsOwn(account, on: day) {
                let names = bearings.names(of: account, on: day)
                others = try named.filter {
                    let holders = try bearings.holders(of: $0, on: day)
                    return !holders.isEmpty && holders.isDisjoint(with: names)
                }
            }
            return AccessAct(
                entry: leaf.seq, account: account, at: leaf.at, sort: deed.sort, records: Set(named.map(\.mark)),
                others: Set(others.map(\.mark)), isEmergency: leaf.isEmergency)
        }
    }
}

extension Reference {
    /// A number that stands for this record and no other.
    fileprivate var mark: Int { number * RecordKind.allCases.count + (RecordKind.allCases.firstIndex(of: kind) ?? 0) }
}

extension ActsBy.OneDay {
    fileprivate mutating func take(_ leaf: Leaf, _ parts: [LogReader.LoggedPart], recipient words: (String) -> String) {
        (first, last) = (min(first, leaf.at), max(last, leaf.at))
        entries += 1
        if let why = leaf.why { reasons.insert(why) }
        let acts = parts.filter { $0.reason == nil }
        let open = acts.filter { $0.told != nil }
        guard let told = open.first ?? (acts.isEmpty ? nil : acts.first) else {
            deeds[Deed(leaf.verb, ""), default: 0] += 1
            return
        }
        if open.isEmpty { shut += 1 }
        let deed = open.isEmpty ? (leaf.verb == .denied ? .refused : .other) : Deed(leaf.verb, told.act)
        deeds[deed, default: 0] += 1
        if deed != .listed, deed != .takenOut, deed != .takenIn { records.formUnion(open.flatMap(\.records)) }
        recipients.formUnion(open.compactMap { $0.told?["recipient"]?.text }.map(words))
    }
}
