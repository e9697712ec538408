// Reading a release from the store: nothing of it is believed that was not signed.
import Access
import Cryptography
import KeyRing
import Lifecycle
import Publishing
import Rows
import SQLite

extension StoredRelease {
    /// Reads a release, and verifies each hash and each signature.
    ///
    /// - Parameters:
    ///   - link: that of the release before, empty for the first; nil if the one before cannot be read.
    init(
        _ reference: ReleaseReference, after link: String?, in connection: Connection, _ roster: Roster
    ) throws {
        func part(_ part: Part) throws -> [UInt8] {
            guard let bytes = try connection.storeFact(StoreFact.release(reference.number, part)) else {
                throw ReleaseDamage.unreadable(part)
            }
            return bytes
        }
        guard let kept = CanonicalValue(try part(.standing)), kept["v"]?.number == 1,
            kept["release"]?.text == reference.text, let before = kept["before"]?.text,
            let request = ReleaseRequest(kept["request"]), let facts = kept["facts"]?.number,
            let acts = kept["acts"]?.list
        else { throw ReleaseDamage.unreadable(.standing) }
        let bytes = try part(.content), statement = try part(.statement), protection = try part(.protection)
        for (part, name, bytes) in [
            (Part.content, "content", bytes), (.statement, "statement", statement),
            (.protection, "protection", protection),
        ] where try kept[name]?.text != SHA256.hash(bytes).description { throw ReleaseDamage.altered(part) }
        guard let content = try? ReleaseContent(bytes: bytes),
            content.reference == reference.text
        else { throw ReleaseDamage.unreadable(.content) }
        self.init(
            reference, content: content, bytes: bytes, statement: statement, protection: protection,
            request: request, before: before, facts: Int(facts))
        for act in acts {
            guard let signed = Signed(act) else { throw ReleaseDamage.unreadable(.standing) }
            guard let signature = try? Signature(signed.signature),
                roster.verify(
                    signature, by: signed.act.account, on: Self.act(signed.act.kind), try value(of: signed.act))
            else { throw ReleaseDamage.forged(signed.act.kind) }
            guard Self.isLawful(signed.act, roster, drafter: self.signed.first?.act.account) else {
                throw ReleaseDamage.unlawful(signed.act.kind)
            }
            add(signed.act, signature)
        }
        entry = kept["entry"]?.number.map { Int($0) }
        _ = try state()
        guard link == nil || before == link else { throw ReleaseDamage.row }
    }

    /// What is signed under an act.
    static func act(_ kind: ReleaseAct.Kind) -> String { "release \(kind.rawValue)" }

    /// Whether the account had, on the day, a role that carries the act.
    private static func isLawful(_ act: ReleaseAct, _ roster: Roster, drafter: String?) -> Bool {
        guard let user = roster.users[act.account] else { return false }
        let day = Int64(LondonTime(at: act.at).day.number)
        let roles = Set(roster.roles(of: user.id, on: day).compactMap { Role(rawValue: $0) })
        switch act.kind {
        case .draft: return roles.may(.draftRelease)
        case .check: return roles.may(.checkRelease)
        case .approve:
            return act.owner?.isSpoken(for: roles, of: Organisation(rawValue: user.organisation) ?? .other) == true
        case .reject:
            return user.id == drafter
                || [.checkRelease, .approveRelease, .overrideRelease].contains { roles.may($0) }
        }
    }
}

extension StoredRelease.Signed {
    fileprivate init?(_ value: CanonicalValue) {
        guard let kind = value["act"]?.text.flatMap({ ReleaseAct.Kind(rawValue: $0) }),
            let account = value["by"]?.text, let at = value["at"]?.number, let signature = value["signature"]?.bytes
        else { return nil }
        act = ReleaseAct(
            kind, owner: value["owner"]?.text.flatMap { ReleaseOwner(rawValue: $0) }, by: account, at: at,
            ledger: value["ledger"]?.text, because: value["because"]?.text)
        self.signature = signature
    }
}

extension Connection {
    /// How many releases there are.
    func releaseCount() throws -> Int {
        guard let bytes = try storeFact(StoreFact.releases) else { return 0 }
        guard let count = Int(String(decoding: bytes, as: UTF8.self)), count > 0 else {
            throw StoreError(.damaged, "The count of releases is damaged.")
        }
        return count
    }
}

extension Transaction {
    /// Writes what was done with a release; with its parts, if it is new.
    borrowing func remember(_ release: StoredRelease, isNew: Bool = false) throws {
        let number = release.reference.number
        if isNew {
            try setStoreFact(StoreFact.release(number, .content), release.bytes)
            try setStoreFact(StoreFact.release(number, .statement), release.statement)
            try setStoreFact(StoreFact.release(number, .protection), release.protection)
            try setStoreFact(StoreFact.releases, Array("\(number)".utf8))
        }
        try setStoreFact(StoreFact.release(number, .standing), release.standing)
    }
}

extension StoredRelease {
    /// The standing of a release as its fact has it, unverified: enough to say that it waits for somebody.
    static func glance(at reference: ReleaseReference, in connection: Connection) throws -> ReleaseStanding? {
        guard let bytes = try connection.storeFact(StoreFact.release(reference.number, .standing)),
            let kept = CanonicalValue(bytes), let request = ReleaseRequest(kept["request"])
        else { return nil }
        let acts = (kept["acts"]?.list ?? []).compactMap { Signed($0)?.act }
        return ReleaseStanding(acts, departures: request.departures)
    }
}
