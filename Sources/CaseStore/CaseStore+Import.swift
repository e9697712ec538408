// Taking in a file: all of it or nothing, every fault with its line and field.
import Access
import AuditLog
import CaseModel
import Cryptography
import Interchange
import Lifecycle
import Rows
import SQLite
import Vault

extension CaseStore {
    /// Takes in lines of a file.
    ///
    /// - Parameters:
    ///   - dryRun: whether only to say what is wrong.
    ///   - read: gives the next bytes of the file; nil at its end.
    ///   - progress: is told how many lines were read so far.
    /// - Returns: what it held; if there are faults, or on a dry run, nothing has changed.
    package func importLines(
        dryRun: Bool, read: () throws -> [UInt8]?, progress: (Int) -> Void = { _ in }
    ) throws -> ImportOutcome {
        try speaking {
            try authorise(.importPast)
            let intake = Intake(try Work(self, isPast: true))
            var reader = LineReader()
            // The next piece of the file is parsed beside the work while the last one is taken in.
            let parsing = SideThread()
            var ahead: Pending<[(number: Int, line: ParsedLine)]>?
            func take(_ lines: [LineReader.Line]) throws {
                let next = parsing.begin { lines.map { (number: $0.number, line: LineParser.parse($0)) } }
                for (number, line) in try ahead?.value() ?? [] { try intake.take(line, number: number) }
                ahead = next
                progress(intake.outcome.lines)
            }
            while let chunk = try read() {
                reader.feed(chunk)
                var lines: [LineReader.Line] = []
                while let line = reader.next() { lines.append(line) }
                try take(lines)
            }
            try take([reader.last()].compactMap(\.self))
            try take([])
            try intake.end()
            guard intake.outcome.faults.isEmpty, !dryRun else {
                subjectKeys = [:]
                let act = dryRun ? "import, dry run" : "import, refused"
                try note(imported(act, intake.outcome.lines))
                return intake.outcome
            }
            try vault.allowSpill(true)
            defer { try? vault.allowSpill(false) }
            do {
                _ = try change { transaction in
                    try intake.work.write(transaction)
                    let entries = try intake.entries(self)
                    return Logged((), try imported("import", intake.outcome.lines), and: entries)
                }
            } catch {
                subjectKeys = [:]
                throw error
            }
            return intake.outcome
        }
    }

    private func imported(_ act: String, _ lines: Int) throws -> Entry {
        let detail = CanonicalValue.object(["act": .text(act), "lines": .number(Int64(lines))])
        return try entry(.collection, [Part(detail, for: storeSubject())])
    }
}

/// A file on its way in.
final class Intake {
    let work: Work
    private(set) var outcome = ImportOutcome()
    /// References that faulty lines would have made: what leans on them is not at fault for that.
    private var lost: Set<Reference> = []
    private var lostEvents: Set<String> = []
    /// The subjects of each thousand lines, with the references met.
    private var batches: [[Int64: Set<String>]] = [[:]]

    init(_ work: Work) { self.work = work }

    func take(_ line: ParsedLine, number: Int) throws {
        outcome.lines += 1
        if outcome.lines % 1_000 == 0 { batches.append([:]) }
        switch line {
        case .faults(let faults, let ref):
            outcome.faults += faults
            if let ref { lost.insert(ref) }
        case .line(let parsed):
            do {
                try take(parsed)
            } catch let fault as FieldFault {
                refuse(parsed)
                let rule = fault.rule
                if let rule {
                    outcome.refusals[outcome.faults.count] = Refusal(
                        rule: rule, why: fault.sentence, missing: [fault.field])
                }
                outcome.faults.append(
                    Fault(line: number, field: fault.field, rule: rule, sentence: fault.sentence))
            } catch let error as StoreError where error.kind == .badData {
                refuse(parsed)
                outcome.faults.append(Fault(line: number, sentence: error.sentence))
            } catch let refused as Refused {
                refuse(parsed)
                for refusal in refused.refusals {
                    outcome.refusals[outcome.faults.count] = refusal
                    let missing =
                        refusal.missing.isEmpty ? "" : " Missing: " + refusal.missing.joined(separator: "; ") + "."
                    outcome.faults.append(
                        Fault(line: number, rule: refusal.rule, sentence: refusal.why + missing))
                }
            }
        }
    }

    private func refuse(_ line: ImportLine) {
        switch line {
        case .add(let add): if let ref = add.ref { lost.insert(ref) }
        case .record(let record): if let id = record.id { lostEvents.insert(id) }
        case .supply(let supply): if let id = supply.id { lostEvents.insert(id) }
        case .correct: break
        }
    }

    private func take(_ line: ImportLine) throws {
        switch line {
        case .add(let add):
            if add.links.values.contains(where: lost.contains) {
                if let ref = add.ref { lost.insert(ref) }
                return
            }
            let reference = try work.add(add)
            outcome.added += 1
            try note(reference)
        case .record(let record):
            if lost.contains(record.ref) || record.cause.map(lostEvents.contains) == true
                || record.after.map(lostEvents.contains) == true
            {
                if let id = record.id { lostEvents.insert(id) }
                return
            }
            try work.record(record)
            outcome.recorded += 1
            try note(record.ref)
        case .supply(let supply):
            if lostEvents.contains(supply.event) {
                if let id = supply.id { lostEvents.insert(id) }
                return
            }
            try note(try work.reference(ofEvent: try work.supply(supply).id))
            outcome.recorded += 1
        case .correct(let correct):
            if lostEvents.contains(correct.event) { return }
            try work.correct(correct, evenIfBroken: true)
            outcome.recorded += 1
            try note(try work.reference(ofEvent: correct.event))
        }
    }

    /// Names what the file's events opened and the file did not name.
    func end() throws {
        for reference in try work.nameTheRest() { try note(reference) }
    }

    private func note(_ reference: Reference) throws {
        let subject = try work.entrant(reference).subject
        batches[batches.count - 1][subject, default: []].insert(reference.text)
    }

    /// One entry for each thousand lines, with a part for each subject met in them.
    func entries(_ store: CaseStore) throws -> [Entry] {
        var keys: [Int64: LogKey] = [:]
        return try batches.filter { !$0.isEmpty }.map { batch in
            let parts = try batch.sorted { $0.key < $1.key }.map { subject, references in
                let detail = CanonicalValue.object([
                    "act": .text("import"), "records": .list(references.sorted().prefix(500).map { .text($0) }),
                ])
                let key = try keys[subject] ?? work.logKey(subject)
                keys[subject] = key
                return Part(detail, for: .subject(subject, key))
            }
            return try store.entry(.collection, parts)
        }
    }
}
