// The command `export`: what the user may open, as lines that import reads.

import CaseStore
import Printing

extension Dalesway {
    static let export = Command(
        "export", "Write what you may open as lines that import reads.",
        details: "It is logged as a disclosure. A file is made for your eyes alone, and never takes another's place.",
        examples: ["dalesway export --out case-file.jsonl", "dalesway export > case-file.jsonl"],
        .option("out", "The new file to write to; standard output if not said.", value: "FILE")
    ) { (call, path: String?) in
        let meter = call.progress("records written")
        defer { meter.finish() }
        guard let path else {
            let signed = try call.signedIn { store in
                _ = try store.export(progress: { done, _ in meter.reached(done) }, write: { try call.output.write($0) })
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
                    progress: { done, _ in meter.reached(done) }, write: { try file.write($0) })
                return (lines, store.disclosed)
            }
            try file.finish()
            return Answer(
                "\(lines) lines written.\n" + Call.words(ofDisclosure: signed),
                json: ["lines": .number(lines), "file": .text(path), "checkpoint": JSON(signed)])
        } catch {
            file.remove()
            throw error
        }
    }
}
