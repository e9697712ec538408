// The check of records: spans against events, sealed values, approvals.
import CaseModel
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Refolds every record, opens everything that is sealed and that this account can open, and checks every approval.
    func records(_ findings: inout Findings, _ report: inout CheckReport, _ progress: CheckProgress) throws {
        let rows = try connection.everyRecord()
        let known = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        var approvals = Dictionary(grouping: try connection.approvals(), by: \.event)
        var seen: Set<Int64> = []
        var sealed = (opened: 0, closed: 0)
        for (place, row) in rows.enumerated() where seen.insert(row.investigation ?? row.id).inserted {
            progress("records", place, rows.count)
            let docket = Docket(nextSeq: { 0 }, newID: { "" })
            docket.take(try connection.dossiers(with: row))
            for dossier in docket.dossiers.values.sorted(by: { $0.id < $1.id }) {
                try fold(dossier, docket, known[dossier.id]?.state, &findings)
                try boxes(dossier, known[dossier.id]?.subject ?? 1, &sealed, &findings)
                for event in dossier.events {
                    if let original = event.supplements, !dossier.events.contains(where: { $0.seq == original }) {
                        findings.add(
                            .records, "it supplies fields of an event that is not of its record",
                            at: "event \(event.id) of \(dossier.reference.text)", advice: Finding.tampered)
                    }
                    for approval in approvals.removeValue(forKey: event.id) ?? [] {
                        let signature = try? Signature(approval.signature)
                        let isRight = signature.map {
                            roster.verify($0, by: approval.approver, on: "approve", event.statement(on: approval.day))
                        }
                        guard isRight != true else { continue }
                        findings.add(
                            .records, "its approval is not signed by who is said to have given it",
                            at: "event \(event.id) of \(dossier.reference.text)",
                            advice:
                                "Ask that person; strike the event with dalesway correct if they did not approve it.")
                    }
                }
            }
        }
        for event in approvals.keys.sorted() {
            findings.add(
                .records, "an approval is of an event that stands in no record", at: "event \(event)",
                advice: Finding.tampered)
        }
        progress("records", rows.count, rows.count)
        report.looked += [("records", rows.count), ("sealed values", sealed.opened)]
        report.goLive = try goLive()
        if sealed.closed > 0 {
            report.warnings.append(
                "\(sealed.closed) sealed values are of compartments that this account does not hold; they were not "
                    + "opened. A holder's check opens them.")
        }
    }

    /// Spans that are not what the events fold to, and states that are not where they lead.
    private func fold(_ dossier: Dossier, _ docket: Docket, _ state: State?, _ findings: inout Findings) throws {
        let name = dossier.reference.text
        let spans = try Set(Chronicle(dossier, goLive: goLive(), number: docket.number).spans)
        let isInvestigation = dossier.reference.kind == .investigation
        let (count, strays) = try connection.spanRows(
            ofRecord: dossier.id, person: dossier.person,
            investigation: dossier.investigation ?? (isInvestigation ? dossier.id : nil))
        if try Set(connection.spans(ofRecord: dossier.id).keys) != spans || count != spans.count || strays > 0 {
            findings.add(
                .records, "what the figures read is not what the events fold to", at: name, advice: Finding.tampered)
        }
        if state != dossier.state {
            findings.add(
                .records, "the state that is kept is not where the events lead", at: name, advice: Finding.tampered)
        }
    }

    private func boxes(
        _ dossier: Dossier, _ subject: Int64, _ sealed: inout (opened: Int, closed: Int), _ findings: inout Findings
    ) throws {
        var places: [(SealedBox, String, Int64)] = []
        places += try connection.boxes(ofRecord: dossier.id).map { ($0, "record", dossier.id) }
        places += try connection.eventBoxes(ofRecord: dossier.id).map { ($0.value, "event", $0.key) }
        places += try connection.strikeBoxes(ofRecord: dossier.id).map { ($0.value, "strike", $0.key) }
        for (box, table, row) in places {
            do {
                let bytes = try open(box, subject: subject, at: Place(table: table, row: row))
                if bytes == nil { sealed.closed += 1 } else { sealed.opened += 1 }
                if let bytes, Fields.decoded(bytes) == nil {
                    throw StoreError(.damaged, "A sealed field is not in its form.")
                }
            } catch let error as CryptographyError where error.isOfTheProgram {
                throw error
            } catch let error as SQLiteError {
                throw error
            } catch {
                findings.add(
                    .records, "something sealed does not open: it was altered, moved or put in by somebody else",
                    at: dossier.reference.text)
            }
        }
    }
}
