// The words around an emergency access: why it was, and why it was found justified or not. Each copy stands in a box.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// A reason in words, closed to the compartment that the reviewers of the account's body hold.
    ///
    /// The log's own copy is data protection's alone, and who is to say tomorrow whether it was justified must read it too.
    func words(_ reason: Reason, _ leaf: Int) throws -> Emergency.Words? {
        let reviewers = Set(Role.reviewers(of: account.organisation)).compartments
        guard let text = reason.text,
            let name = [Compartment.police, .care].first(where: reviewers.contains)?.rawValue,
            let compartment = roster.compartment(name)
        else { return nil }
        let box = try compartment.close(Array(text.utf8), at: Emergency.place(of: leaf), store: keys.store)
        return Emergency.Words(compartment: name, box: box)
    }

    /// The reason that was given: from the reviewers' copy while it waits, or from the log by who may open it there.
    func words(of emergency: Emergency) throws -> String? {
        if let closed = emergency.words, keys.holds(closed.compartment),
            let bytes = try? keys.open(
                box: closed.box, in: closed.compartment, at: Emergency.place(of: emergency.leaf))
        {
            return String(decoding: bytes, as: UTF8.self)
        }
        return try boxedWords(in: emergency.leaf)
    }

    /// The words that a leaf keeps for data protection; nil if it has none, or this account may not open them.
    func boxedWords(in leaf: Int) throws -> String? {
        guard keys.holds(Compartment.rights.rawValue) else { return nil }
        var read: Leaf?
        try connection.leaves(leaf..<leaf + 1) { seq, bytes, _ in
            if let bytes { read = try Leaf(reading: bytes, at: seq) }
        }
        guard let read else { return nil }
        for detail in try connection.details(of: leaf) where detail.manner == .boxed {
            for key in keys.compartments.values where key.id.name == Compartment.rights.rawValue {
                if let text = try? detail.open(in: read, with: key.agreementKey())["reason"]?.text { return text }
            }
        }
        return nil
    }

    /// What a reviewer says in words, if it is a sentence that can be kept.
    static func findingWords(_ words: String) throws -> String {
        do throws(ReasonFault) {
            return try Reason(reading: "\(Reason.Code.supervision.rawValue): \(words)").text ?? ""
        } catch {
            throw StoreError(.badData, "What --reason says \(error).")
        }
    }

    /// The waiting accesses with their words closed to a compartment's newest key; nil if there is nothing to do.
    func reclosedWords(of compartment: String) throws -> Emergencies? {
        var waiting = try connection.emergencies(.waiting)
        guard let newest = roster.compartment(compartment) else { return nil }
        var isChanged = false
        for index in waiting.all.indices where waiting.all[index].words?.compartment == compartment {
            guard let box = waiting.all[index].words?.box else { continue }
            let place = Emergency.place(of: waiting.all[index].leaf)
            guard let content = try? keys.open(box: box, in: compartment, at: place) else { continue }
            waiting.all[index].words?.box = try newest.close(content, at: place, store: keys.store)
            isChanged = true
        }
        return isChanged ? waiting : nil
    }
}

extension Emergency {
    /// The place to which its words are bound.
    static func place(of leaf: Int) -> Place { Place(table: "emergency", row: Int64(leaf)) }
}
