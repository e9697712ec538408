// Taking out what the account may open, as lines that another case file can take in.
package import Access
import AuditLog
import CaseModel
import Cryptography
import Interchange
import Lifecycle
import Rows
import SQLite

extension CaseStore {
    /// Writes the case file as lines, in the order in which everything was recorded; logged as a disclosure first.
    ///
    /// Fields that the account's compartments do not open are left out; an event that waits for approval goes as held.
    /// - Parameters:
    ///   - recipient: to whom the file goes, for which a reason must have been given; to the account itself if not said.
    ///   - progress: is told how many lines of how many are written.
    ///   - write: takes each line, with its line feed.
    /// - Returns: how many lines were written.
    package func export(
        to recipient: Recipient? = nil, progress: (Int, Int) -> Void = { _, _ in }, write: (String) throws -> Void
    ) throws -> Int {
        try speaking {
            try authorise(.export)
            if recipient != nil { _ = try demandReason(for: .transfer) }
            let rows = try connection.everyRecord().filter { account.roles.mayOpen($0.reference.kind) }
            try disclose(rows, to: recipient)
            let references = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.reference) })
            var lines: [(seq: Int64, line: Outgoing)] = []
            var accepted: [String: Int64] = [:]
            var roots: Set<Int64> = []
            for row in rows where roots.insert(row.investigation ?? row.id).inserted {
                for dossier in try connection.dossiers(with: row) where references[dossier.id] != nil {
                    lines.append((dossier.id, .record(dossier)))
                    for event in dossier.events {
                        // A mark comes anew with the change of the past that made it.
                        if event.isMark {
                            if let author = event.after { accepted[author] = event.seq }
                            continue
                        }
                        lines.append(
                            (event.seq, event.supplements == nil ? .event(event, dossier) : .supply(event, dossier)))
                        guard let strike = try connection.strikeNumber(of: event.seq), !event.derived else { continue }
                        lines.append((strike, .strike(event, dossier)))
                    }
                }
            }
            lines.sort { $0.seq < $1.seq }
            let subjects = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.subject) })
            let ids = Dictionary(
                lines.compactMap { line -> (Int64, String)? in
                    if case .event(let event, _) = line.line { (event.seq, event.id) } else { nil }
                }, uniquingKeysWith: { first, _ in first })
            // What follows from something that the account may not take out, follows from nothing in the file.
            lines.removeAll { entry in
                guard case .event(let event, _) = entry.line, event.derived, let cause = event.cause else {
                    return false
                }
                return ids[cause] == nil
            }
            let file = File(references: references, ids: ids, known: Set(ids.values), accepted: accepted)
            // Supplements of which the account may take out nothing, or not the event.
            var left: Set<Int64> = []
            var written = 0
            for (place, entry) in lines.enumerated() {
                let subject = subjects[entry.line.record] ?? 1
                if case .strike(let event, _) = entry.line, left.contains(event.seq) { continue }
                guard let line = try line(entry.line, file, subject: subject) else {
                    if case .supply(let event, _) = entry.line { left.insert(event.seq) }
                    continue
                }
                try write(line.text + "\n")
                written += 1
                if place % 500 == 0 { progress(place, lines.count) }
            }
            progress(lines.count, lines.count)
            return written
        }
    }

    /// What the lines of a file must know of one another.
    private struct File {
        /// The records, by their numbers.
        let references: [Int64: Reference]
        /// The ids of the events, by their places in the order of recording.
        let ids: [Int64: String]
        /// The ids.
        let known: Set<String>
        /// The events and records that were accepted although they left others against the rules: a mark of each.
        let accepted: [String: Int64]
    }

    private enum Outgoing {
        case record(Dossier)
        case event(Event, Dossier)
        case supply(Event, Dossier)
        case strike(Event, Dossier)

        var record: Int64 {
            switch self {
            case .record(let dossier), .event(_, let dossier), .supply(_, let dossier), .strike(_, let dossier):
                dossier.id
            }
        }
    }

    private func disclose(_ rows: [RecordRow], to recipient: Recipient?) throws {
        var bySubject: [Int64: [String]] = [:]
        for row in rows { bySubject[row.subject, default: []].append(row.reference.text) }
        var parts: [Part] = []
        for (subject, references) in bySubject.sorted(by: { $0.key < $1.key }) {
            let detail = CanonicalValue.object([
                "act": .text("export"), "records": .list(references.prefix(500).map { .text($0) }),
            ])
            parts.append(Part(detail, for: .subject(subject, try logKey(subject))))
        }
        if parts.isEmpty { parts.append(Part(.object(["act": .text("export")]), for: try storeSubject())) }
        if recipient != nil { parts += try reasonParts() }
        let entry = try entry(.disclosure, parts, recipient: recipientText(recipient))
        try note(entry)
        checkpointDisclosure()
    }

    private func line(
        _ outgoing: Outgoing, _ file: File, subject: Int64
    ) throws -> ImportLine? {
        switch outgoing {
        case .record(let dossier):
            var fields = dossier.facts
            fields["birth_month"] = nil
            // What was opened by something that the account may not take out, was opened by nothing in the file.
            if let cause = dossier.cause, !file.known.contains(cause) { fields["cause"] = nil }
            for box in try connection.boxes(ofRecord: dossier.id) {
                guard let opened = try self.fields(in: box, ofRecord: dossier.id, subject: subject) else { continue }
                fields.merge(opened) { old, _ in old }
            }
            var links: [RecordKind: Reference] = [:]
            for target in dossier.links.values {
                if let reference = file.references[target] { links[reference.kind] = reference }
            }
            return .add(
                AddLine(
                    kind: dossier.reference.kind, ref: dossier.reference, links: links, on: dossier.begun,
                    known: dossier.known, fields: fields.mapValues { Scalar($0) },
                    asHappened: file.accepted[dossier.reference.text] != nil,
                    reason: try reason(ofAccepting: dossier.reference.text, file)))
        case .event(let event, let dossier):
            var fields = event.given.filter { $0.value != .text(Event.mask) }
            var reason: String?
            var decider = event.decider.map {
                DecisionMaker(name: nil, rank: $0.rank, organisation: $0.organisation)
            }
            if let box = try connection.boxes(ofEvent: event.seq).event,
                let opened = try self.fields(in: box, ofEvent: event.seq, subject: subject)
            {
                for (name, value) in opened where !name.hasPrefix("@") { fields[name] = value }
                if case .text(let text) = opened["@reason"] { reason = text }
                if case .text(let name) = opened["@name"] {
                    decider = DecisionMaker(name: name, rank: decider?.rank, organisation: decider?.organisation)
                }
            }
            let isAccepted = file.accepted[event.id] != nil
            if isAccepted, reason == nil { reason = try self.reason(ofAccepting: event.id, file) }
            if event.asHappened, reason == nil { reason = Self.sealed }
            return .record(
                RecordLine(
                    event: event.name, ref: dossier.reference, id: event.id, on: event.when,
                    known: event.believedFrom ?? event.known, fields: fields.mapValues { Scalar($0) }, by: decider,
                    asHappened: event.asHappened || isAccepted, reason: reason,
                    reviewed: event.needsApproval ? nil : event.approved, after: event.derived ? nil : event.after,
                    derived: event.derived, cause: event.derived ? event.cause.flatMap { file.ids[$0] } : nil,
                    held: event.believedFrom == nil))
        case .supply(let event, _):
            var fields = event.fields.filter { $0.value != .text(Event.mask) }
            if let box = try connection.boxes(ofEvent: event.seq).event,
                let opened = try self.fields(in: box, ofEvent: event.seq, subject: subject)
            {
                for (name, value) in opened where !name.hasPrefix("@") { fields[name] = value }
            }
            guard let original = event.supplements.flatMap({ file.ids[$0] }), !fields.isEmpty else { return nil }
            return .supply(
                SupplyLine(event: original, id: event.id, known: event.known, fields: fields.mapValues { Scalar($0) }))
        case .strike(let event, _):
            var reason = Self.sealed
            if let box = try connection.boxes(ofEvent: event.seq).strike,
                let opened = try fields(in: box, ofEvent: event.seq, subject: subject, table: "strike"),
                case .text(let text) = opened["@reason"]
            {
                reason = text
            }
            return .correct(CorrectLine(event: event.id, known: event.struck, reason: reason))
        }
    }

    private static let sealed = "not exported: sealed to others"

    /// Why a change of the past was accepted although it left others against the rules; nil if it left none.
    private func reason(ofAccepting author: String, _ file: File) throws -> String? {
        guard let mark = file.accepted[author] else { return nil }
        guard let box = try connection.boxes(ofEvent: mark).event, let subject = try connection.subject(ofEvent: mark),
            let opened = try fields(in: box, ofEvent: mark, subject: subject),
            case .text(let reason) = opened["@reason"]
        else { return Self.sealed }
        return reason
    }
}
