// The command `export`: what the user may open, as lines that import reads.

import Access
import CaseStore
import Printing

extension Dalesway {
    static let export = Command(
        "export", "Write what you may open as lines that import reads.",
        details: """
            It is logged as a disclosure, with who receives it: you, unless --to names somebody else. Then the reason must be \
            given with --working-on. A file is made for your eyes alone, and never takes another's place.
            """,
        examples: [
            "dalesway export --out case-file.jsonl", "dalesway export > case-file.jsonl",
            "dalesway export --to \"Fellside Council\" --working-on safeguarding --out for-fellside.jsonl",
        ],
        .option("out", "The new file to write to; standard output if not said.", value: "FILE"),
        .option("to", "Who receives it.", as: Recipient.self)
    ) { (call, path: String?, recipient: Recipient?) in
        let meter = call.progress("records written")
        defer { meter.finish() }
        guard let path else {
            let signed = try call.signedIn { store in
                _ = try store.export(
                    to: recipient, progress: { done, _ in meter.reached(done) }, write: { try call.output.write($0) })
                return store.disclosed
            }
            meter.finish()
            call.tell(disclosure: signed)
            return .written
        }
        let file = try NewFile(path)
        do {
            let (lines, signed) = try call.signedIn { store in
                let lines = try store.export(
                    to: recipient, progress: { done, _ in meter.reached(done) }, write: { try file.write($0) })
                return (lines, store.disclosed)
            }
            try file.finish()
            return Answer(
                "\(lines) lines written.\n" + Call.words(ofDisclosure: signed),
                json: [
                    "lines": .number(lines), "file": .text(path), "to": JSON(recipient?.name),
                    "checkpoint": JSON(signed),
                ])
        } catch {
            file.remove()
            throw error
        }
    }
}
