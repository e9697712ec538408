// Answers from the audit log: each for a lawful use, and each itself a line of the log.
package import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// The leaves that fit a filter, oldest first, as far as the account may be told what stands in them.
    ///
    /// - Parameters:
    ///   - use: what the log is read for; it stands in the leaf of this look.
    ///   - progress: is told how many leaves of how many were looked through.
    package func log(
        _ filter: LogFilter = LogFilter(), for use: LawfulUse, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> [LogView] {
        try speaking {
            try authorise(.readLog)
            try demandKnown(filter)
            let root = try (filter.about ?? filter.record).map { try row($0) }
            let reader = LogReader(self)
            let size = try noteAsking(
                "audit log", for: use, about: root, saying: ["by": .text(filter.actor ?? "")])
            let limit = filter.limit ?? .max
            guard limit > 0 else { return [] }
            var views: [LogView] = []
            try reader.walk(below: size, about: root?.subject, progress: progress) { leaf in
                guard filter.takes(leaf, by: [leaf.actor, reader.name(of: leaf.actor)]) else { return true }
                if let record = filter.record,
                    try !reader.parts(of: leaf, about: root?.subject).contains(where: {
                        $0.named.contains(record) || $0.isCut
                    })
                {
                    return true
                }
                views.append(try reader.view(leaf, about: root?.subject))
                return views.count < limit
            }
            return views.reversed()
        }
    }

    /// Refuses an account or a verb that there is not: nothing found must mean that nothing was done.
    private func demandKnown(_ filter: LogFilter) throws {
        if let verb = filter.verb, Verb(rawValue: verb) == nil {
            let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
            throw StoreError(.badData, "The log knows no such act; it knows \(verbs).")
        }
        guard let name = filter.actor, roster.users[name] == nil, name != Self.program else { return }
        _ = try user(name)
    }

    /// The actor of what the program does by itself.
    private static let program = "program"

    /// Logs that the log is asked, before it is; answers how many leaves it has then.
    ///
    /// - Parameter row: the record whose subject is asked about, so that the look stands with the person too.
    func noteAsking(
        _ act: String, for use: LawfulUse, about row: RecordRow? = nil, saying more: [String: CanonicalValue] = [:]
    ) throws -> Int {
        // Of somebody erased nothing new is tied to the person.
        let row = try row.flatMap { try connection.erasedSubjects().contains($0.subject) ? nil : $0 }
        var detail = more
        detail["act"] = .text(act)
        detail["about"] = .text(row?.reference.text ?? "")
        let reader: Part.Reader = try row.map { .subject($0.subject, try logKey($0.subject)) } ?? storeSubject()
        return try note(entry(.consultation, [Part(.object(detail), for: reader)], why: use.code))
    }
}

extension LogFilter {
    /// Whether a leaf fits, as far as it can be told from the leaf alone.
    ///
    /// - Parameter names: the handle and the name of who acted.
    func takes(_ leaf: Leaf, by names: [String]) -> Bool {
        if let actor, !names.contains(actor) { return false }
        if let verb, verb != leaf.verb.rawValue { return false }
        if let from, leaf.at < from { return false }
        if let to, leaf.at > to { return false }
        return true
    }
}
