// Reasons that are forced, and refusals that leave their line in the log.
package import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows

extension CaseStore {
    /// The reason for an act that is not done without one.
    ///
    /// - Parameters:
    ///   - demand: what the reason is for.
    ///   - row: the record that was asked for, if it is about one.
    /// - Throws: ``StoreError`` where it is missing; the attempt then stands in the log.
    func demandReason(for demand: Reason.Demand, of row: RecordRow? = nil) throws -> Reason {
        guard let reason, demand.missing(in: reason) == nil else {
            try deny(demand.denied, of: row)
            throw StoreError(.badData, demand.missing(in: reason) ?? "")
        }
        return reason
    }

    /// What the reason says in the user's own words, as a part of an entry that only data protection can open.
    ///
    /// It belongs to the sign-in and to every entry whose reason was forced.
    func reasonParts() throws -> [Part] {
        try reason?.text.map { [try boxed($0)] } ?? []
    }

    /// Words as a part of an entry that only data protection can open.
    func boxed(_ words: String) throws -> Part {
        guard let rights = roster.compartment(Compartment.rights.rawValue) else {
            throw StoreError(.damaged, "The data-protection compartment has no key.")
        }
        return Part(.object(["act": .text("reason"), "reason": .text(words)]), for: .holders(rights.key))
    }

    /// To whom data goes, as the log keeps it: who was named, or else the account itself.
    func recipientText(_ recipient: Recipient?) -> String { recipient?.name ?? Recipient.account(keys.user) }

    /// Who a recipient in the log is, by name where it is an account.
    func recipientWords(_ text: String) -> String {
        guard let handle = Recipient.handle(in: text) else { return text }
        return roster.users[handle]?.name ?? text
    }

    /// Goes on to another piece of work, whose reason is logged as that of a sign-in is.
    ///
    /// Throws ``StoreError``; then the reason is the one from before.
    package func work(on next: Reason?) throws {
        try speaking {
            let before = reason
            reason = next
            do {
                let parts = try [Part(.object(["act": .text("work on")]), for: storeSubject())] + reasonParts()
                try note(entry(.signIn, parts))
            } catch {
                reason = before
                throw error
            }
        }
    }

    /// Logs that something was refused to the account.
    ///
    /// - Parameters:
    ///   - act: a code of the program's own for what was refused; never a word of the user's.
    ///   - row: the record that was asked for, if it is about one.
    func deny(_ act: String, of row: RecordRow? = nil) throws {
        guard isWritable else { return }
        var detail: [String: CanonicalValue] = ["act": .text(act)]
        if let row { detail["record"] = .text(row.reference.text) }
        let reader: Part.Reader = try row.map { .subject($0.subject, try logKey($0.subject)) } ?? storeSubject()
        try note(entry(.denied, [Part(.object(detail), for: reader)]))
    }

    /// Logs that `act` was refused to the account, and answers the refusal, to be thrown.
    func refusal(of act: String, _ sentence: String) throws -> StoreError {
        try deny(act)
        return StoreError(.notPermitted, sentence)
    }
}
