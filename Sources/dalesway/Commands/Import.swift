// The command `import`: a past that was recorded elsewhere.

import CaseStore
import Interchange
import Lifecycle
import Printing

extension Dalesway {
    static let importFile = Command(
        "import", "Import a file of lines, all of it or nothing.",
        details: """
            Each line is one JSON object that adds a record, records an event or strikes one, in the order in which \
            things became known. Every fault is named with its line and field; with any fault nothing is changed.
            """,
        examples: ["dalesway import past.jsonl --dry-run", "dalesway import - --json"],
        .argument("file", "The file; - reads standard input.", as: String.self),
        .flag("dry-run", "Only say what is wrong with the file.")
    ) { call, path, dryRun in
        let file = try LinesFile(path)
        let meter = call.progress("lines read")
        let outcome = try call.signedIn { store in
            if let warning = store.custodianWarning() { call.talk.complain(warning) }
            return try store.importLines(dryRun: dryRun, read: { () throws -> [UInt8]? in try file.next() }) {
                meter.reached($0)
            }
        }
        meter.finish()
        let summary = summary(of: outcome, dryRun: dryRun)
        if !call.json, !outcome.faults.isEmpty {
            for fault in outcome.faults { call.talk.say(fault.text) }
            throw Trouble(summary, .data)
        }
        let json = json(of: outcome, dryRun: dryRun)
        return Answer(summary + "\n", json: json, exit: outcome.faults.isEmpty ? .ok : .data)
    }

    private static func summary(of outcome: ImportOutcome, dryRun: Bool) -> String {
        let faults = outcome.faults.count
        guard faults == 0 else {
            return "\(faults) \(faults == 1 ? "fault" : "faults") in \(outcome.lines) lines; nothing was changed"
        }
        let would = dryRun ? "would be " : ""
        return
            "\(outcome.lines) lines: \(outcome.added) records \(would)added, \(outcome.recorded) events \(would)recorded."
    }

    private static func json(of outcome: ImportOutcome, dryRun: Bool) -> JSON {
        let faults = outcome.faults.enumerated().map { place, fault -> JSON in
            let refusal = outcome.refusals[place]
            return [
                "line": .number(fault.line), "field": JSON(fault.field), "rule": JSON(fault.rule ?? refusal?.rule),
                "why": .text(refusal?.why ?? fault.sentence), "missing": JSON(refusal?.missing ?? []),
                "who": JSON(refusal?.who ?? []),
            ]
        }
        return [
            "dryRun": .flag(dryRun), "lines": .number(outcome.lines), "added": .number(outcome.added),
            "recorded": .number(outcome.recorded), "faults": .list(faults),
        ]
    }
}
