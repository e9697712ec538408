// The check of the whole store: pages, structure, spans, sealed fields, signatures, log.
import Access
import AuditLog
import CaseModel
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Checks everything, and says in sentences what is wrong; empty if the store is whole.
    ///
    /// - Parameter progress: is told what is being checked, and how far it is.
    package func check(progress: (String, Int, Int) -> Void = { _, _, _ in }) throws -> [String] {
        try speaking {
            try authorise(.check)
            var faults = impediments.map(\.sentence)
            let known = faults.count
            faults += try vault.check { progress("pages", $0, $1) }.map { "\($0)" }
            guard faults.count == known else { return faults }
            faults += try connection.integrityFaults()
            guard faults.count == known else { return faults }
            faults += try approvals()
            faults += try lives(progress)
            faults += try verdict { progress("log", $0, $1) }.faults
            guard isWritable else { return faults }
            let detail = CanonicalValue.object(["act": .text("check"), "faults": .number(Int64(faults.count))])
            let entry = try entry(.upkeep, [Part(detail, for: storeSubject())])
            _ = try change { _ in Logged((), entry) }
            return faults
        }
    }

    /// Approvals whose signature is not the approver's.
    private func approvals() throws -> [String] {
        let given = try connection.approvals()
        guard !given.isEmpty else { return [] }
        var events: [String: Event] = [:]
        for approval in given {
            guard let row = try connection.home(ofEvent: approval.event) else { continue }
            if events[approval.event] == nil {
                for dossier in try connection.dossiers(with: row) {
                    for event in dossier.events { events[event.id] = event }
                }
            }
        }
        return given.compactMap { approval in
            guard let event = events[approval.event] else { return "An approval is of an event that is not there." }
            let isRight = (try? Signature(approval.signature)).map { signature in
                roster.verify(signature, by: approval.approver, on: "approve", event.statement(on: approval.day))
            }
            return isRight == true
                ? nil : "The approval of \(approval.event) is not signed by who is said to have given it."
        }
    }

    /// Spans that are not what the events fold to, states that are not where they lead, boxes that do not open.
    private func lives(_ progress: (String, Int, Int) -> Void) throws -> [String] {
        var faults: [String] = []
        let rows = try connection.everyRecord()
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        var seen: Set<Int64> = []
        for (place, row) in rows.enumerated() where seen.insert(row.investigation ?? row.id).inserted {
            progress("records", place, rows.count)
            let docket = Docket(nextSeq: { 0 }, newID: { "" })
            docket.take(try connection.dossiers(with: row))
            for dossier in docket.dossiers.values {
                let name = dossier.reference.text
                let kept = Set(try connection.spans(ofRecord: dossier.id).keys)
                if kept != Set(Chronicle(dossier, number: docket.number).spans) {
                    faults.append("What the figures read of \(name) is not what its events fold to.")
                }
                if states[dossier.id]?.state != dossier.state {
                    faults.append("\(name) is said to stand elsewhere than its events lead.")
                }
                let subject = states[dossier.id]?.subject ?? 1
                faults += try boxes(dossier, subject)
            }
        }
        return faults.sorted()
    }

    private func boxes(_ dossier: Dossier, _ subject: Int64) throws -> [String] {
        do {
            for box in try connection.boxes(ofRecord: dossier.id) {
                _ = try fields(in: box, ofRecord: dossier.id, subject: subject)
            }
            for (seq, box) in try connection.eventBoxes(ofRecord: dossier.id) {
                _ = try fields(in: box, ofEvent: seq, subject: subject)
            }
            return []
        } catch {
            return ["Something sealed of \(dossier.reference.text) does not open: it was altered."]
        }
    }
}
