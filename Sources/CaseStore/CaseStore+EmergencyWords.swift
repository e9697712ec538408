// The words around an emergency access: why it was, and why it was found justified or not. Each copy stands in a box.
import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// A reason in words, closed to the compartments that the reviewers of an access hold.
    ///
    /// The log's own copy is data protection's alone, and who is to say tomorrow whether it was justified must read it too.
    func words(_ reason: Reason, for emergency: Emergency) throws -> [Emergency.Words] {
        guard let text = reason.text else { return [] }
        let held = emergency.bodies.map { Set(Role.reviewers(of: $0)).compartments }
        return try [Compartment.police, .care].filter { one in held.contains { $0.contains(one) } }.compactMap { one in
            guard let compartment = roster.compartment(one.rawValue) else { return nil }
            let box = try compartment.close(
                Array(text.utf8), at: Emergency.place(of: emergency.leaf), store: keys.store)
            return Emergency.Words(compartment: one.rawValue, box: box)
        }
    }

    /// The reason that was given: from the reviewers' copy while it waits, or from the log by who may open it there.
    func words(of emergency: Emergency) throws -> String? {
        let place = Emergency.place(of: emergency.leaf)
        for closed in emergency.words where keys.holds(closed.compartment) {
            guard let bytes = try? keys.open(box: closed.box, in: closed.compartment, at: place) else { continue }
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
        for index in waiting.all.indices {
            let place = Emergency.place(of: waiting.all[index].leaf)
            for (number, words) in waiting.all[index].words.enumerated() where words.compartment == compartment {
                guard let content = try? keys.open(box: words.box, in: compartment, at: place) else { continue }
                waiting.all[index].words[number].box = try newest.close(content, at: place, store: keys.store)
                isChanged = true
            }
        }
        return isChanged ? waiting : nil
    }
}

extension Emergency {
    /// The place to which its words are bound.
    static func place(of leaf: Int) -> Place { Place(table: "emergency", row: Int64(leaf)) }
}
