// What was opened in an emergency: listed for those who lead the work or guard the data, and reviewed by a second person.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// The emergency accesses that this account's roles may review, in order: those that wait, or with `all` every one.
    ///
    /// The look is logged. Throws ``StoreError``.
    package func emergencies(all: Bool = false) throws -> [EmergencyView] {
        try speaking {
            try authorise(.reviewEmergencies)
            let lists = try connection.emergencies(.waiting).all + (all ? connection.emergencies(.reviewed).all : [])
            let seen = lists.filter { concerns($0) }.sorted { $0.leaf < $1.leaf }
            try note(
                entry(
                    .consultation, [Part(.object(["act": .text("audit emergencies")]), for: storeSubject())],
                    why: LawfulUse.selfMonitoring.code))
            return try seen.map(view)
        }
    }

    /// Says of emergency accesses that they were justified, or not, and takes them off the list of those that wait.
    ///
    /// - Parameters:
    ///   - leaves: the leaves that tell of them.
    ///   - words: why, for data protection alone.
    /// Throws ``StoreError``; not by who broke the glass, nor who stands in for them.
    package func review(_ leaves: [Int], finding: EmergencyFinding, because words: String) throws -> [EmergencyView] {
        try speaking {
            try authorise(.reviewEmergencies)
            let closed = try boxed(Self.findingWords(words))
            var (waiting, reviewed) = (try connection.emergencies(.waiting), try connection.emergencies(.reviewed))
            let chosen = try Set(leaves).sorted().map { leaf in
                guard let found = waiting.all.first(where: { $0.leaf == leaf && concerns($0) }) else {
                    throw StoreError(.badData, absence(of: leaf, reviewed))
                }
                return found
            }
            guard !chosen.isEmpty else { throw StoreError(.badData, "Say which: dalesway audit emergencies") }
            for emergency in chosen where isOne(keys.user, with: emergency) {
                throw try refusal(
                    of: "review of one's own emergency access",
                    "Who broke the glass does not review it, nor who stands in for them: a second person must."
                        + whoCan(review: emergency))
            }
            let parts = try chosen.map { try part(of: $0, finding) } + [closed]
            let entry = try entry(.alteration, parts)
            _ = try change { transaction in
                let leaf = try connection.logSize()
                let done = chosen.map { emergency in
                    var emergency = emergency
                    emergency.words = []
                    emergency.review = .init(leaf: leaf, by: keys.user, at: entry.at, finding: finding)
                    return emergency
                }
                let gone = Set(chosen.map(\.leaf))
                waiting.all.removeAll { gone.contains($0.leaf) }
                reviewed.all = (reviewed.all + done).sorted { $0.leaf < $1.leaf }
                try transaction.remember(waiting)
                try transaction.remember(reviewed)
                return Logged((), entry)
            }
            return try reviewed.all.filter { emergency in chosen.contains { $0.leaf == emergency.leaf } }.map(view)
        }
    }

    /// What this account is told at sign-in of emergency accesses that wait for it: how many, and nobody's name.
    func emergencyTidings() -> [String] {
        guard account.roles.may(.reviewEmergencies) else { return [] }
        guard let waiting = try? connection.emergencies(.waiting).all.filter(mayReview) else {
            return ["The list of emergency accesses is damaged: run ‘audit verify’."]
        }
        var told: [String] = []
        if let restore = (try? connection.restores())?.last, restore.isWaiting,
            let lost = restore.statement["lostEmergencies"]?.number, lost > 0
        {
            told.append(Emergency.lost(Int(lost)))
        }
        if !waiting.isEmpty {
            let what = waiting.count == 1 ? "1 emergency access waits" : "\(waiting.count) emergency accesses wait"
            let others = waiting.count(where: isOfOtherBody)
            let whose = others > 0 ? " (\(others) by the other body)" : ""
            told.append("\(what) for review\(whose): dalesway audit emergencies")
        }
        return told
    }

    /// Whether this account's roles review what that body's accounts open, or what others open of that body's.
    func concerns(_ emergency: Emergency) -> Bool {
        emergency.bodies.contains { account.roles.mayReview(emergenciesOf: $0, own: account.organisation) }
    }

    /// Whether it is another body's account that opened what this account's body holds.
    func isOfOtherBody(_ emergency: Emergency) -> Bool { emergency.body != account.organisation }

    /// Whether this account may review it.
    func mayReview(_ emergency: Emergency) -> Bool { concerns(emergency) && !isOne(keys.user, with: emergency) }

    /// The roles for which a review waits: those that lead the bodies' work, or data protection where none of them can.
    func reviewers(of emergency: Emergency) -> [Role] {
        let able = self.able(toReview: emergency).reduce(into: Set()) { $0.formUnion(self.roles(of: $1.id)) }
        let roles = emergency.bodies.flatMap { Role.reviewers(of: $0) }.filter(able.contains)
        return roles.isEmpty ? [.dpo] : roles
    }

    /// Whether an account is one person with who broke the glass: the same, or in the other's place.
    ///
    /// As with an approval: who covers for them, now or then, is; so is whom they then covered for, if they could not have
    /// done it by a role of their own.
    private func isOne(_ account: String, with emergency: Emergency) -> Bool {
        if account == emergency.actor { return true }
        let then = Int64(emergency.on.number)
        if [then, Int64(clock().today.number)].contains(where: {
            roster.covered(by: account, on: $0).contains(emergency.actor)
        }) {
            return true
        }
        guard roster.covered(by: emergency.actor, on: then).contains(account) else { return false }
        let own = Set(roster.ownRoles(of: emergency.actor, on: then).compactMap { Role(rawValue: $0) })
        return !own.may(.breakGlass)
    }

    /// What an account is today.
    func roles(of account: String) -> Set<Role> {
        Set(roster.roles(of: account, on: Int64(clock().today.number)).compactMap { Role(rawValue: $0) })
    }

    /// The accounts that can review it today.
    func able(toReview emergency: Emergency) -> [UserRow] {
        roster.accounts.filter { user in
            user.status == .active && !isOne(user.id, with: emergency)
                && emergency.bodies.contains { body in
                    roles(of: user.id).mayReview(
                        emergenciesOf: body, own: Organisation(rawValue: user.organisation) ?? .other)
                }
        }
    }

    private func whoCan(review emergency: Emergency) -> String {
        let able = able(toReview: emergency)
        guard !able.isEmpty else { return " Nobody can today: a custodian gives somebody the role, or cover." }
        return " \(Self.list(able.map(\.name))) can."
    }

    private func absence(of leaf: Int, _ reviewed: Emergencies) -> String {
        reviewed.all.contains { $0.leaf == leaf && concerns($0) }
            ? "Entry \(leaf) of the audit log was reviewed already: dalesway audit emergencies --all"
            : "Entry \(leaf) of the audit log is no emergency access that waits for you: dalesway audit emergencies"
    }

    private func part(of emergency: Emergency, _ finding: EmergencyFinding) throws -> Part {
        let subject = try row(emergency.record).subject
        let detail = CanonicalValue.object([
            "act": .text("review"), "entry": .number(Int64(emergency.leaf)), "finding": .text(finding.rawValue),
            "record": .text(emergency.record.text),
        ])
        return Part(detail, for: .subject(subject, try logKey(subject)))
    }

    private func view(_ emergency: Emergency) throws -> EmergencyView {
        func name(_ handle: String) -> String { roster.users[handle]?.name ?? handle }
        return EmergencyView(
            leaf: emergency.leaf, actor: name(emergency.actor), body: emergency.body,
            isOfOtherBody: isOfOtherBody(emergency), at: emergency.at,
            record: emergency.record, act: emergency.act, code: emergency.code, past: emergency.past,
            words: try words(of: emergency), due: emergency.due,
            isMine: emergency.review == nil && mayReview(emergency),
            review: try emergency.review.map {
                EmergencyView.Review(
                    leaf: $0.leaf, by: name($0.by), at: $0.at, finding: $0.finding,
                    words: try boxedWords(in: $0.leaf))
            })
    }
}
