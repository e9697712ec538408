// What the commands of a witness share: its clock, and its refusals in words.

import AuditLog
import Witnessing

extension Call {
    /// The time in seconds of UTC since 1970.
    var seconds: UInt64 { UInt64(clamping: clock.now() / 1000) }

    /// Does `body`, and says what is wrong with a request or a key in a sentence of its own.
    func witnessing<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as AuditError {
            // A signature that is false was forged or altered on the way; the rest is a wrong file.
            if case .falseSignature = error { throw Trouble("\(error)", .io) }
            throw Trouble("\(error)", .data)
        }
    }

    /// Does `body`, and says where the evidence is kept if the request proves something against the log.
    func judged<Result>(
        _ request: AddCheckpoint, by folder: WitnessFolder, at path: String, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let refusal as WitnessRefusal where refusal.isEvidence {
            let kept = try folder.evidence(of: request).map { "\(path)/\($0)" }
            throw Trouble("\(refusal)\nThe evidence is kept: \(kept.joined(separator: ", "))", refusal.exit)
        }
    }
}
