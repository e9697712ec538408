// What a witness holds of a log, as a file.
import AuditLog
import Cryptography

extension WitnessRecord {
    private static let format = "dalesway witness log"
    private static let version: Int64 = 1

    /// The name of the file of a log: names of logs hold what names of files may not.
    static func file(of origin: String) throws -> String {
        "log-" + Hexadecimal.text(Array(try SHA256.hash(Array(origin.utf8)).bytes.prefix(8)))
    }

    /// Whether a file is one of those.
    static func isFile(_ name: String) -> Bool { name.hasPrefix("log-") && !name.hasSuffix(".part") }

    /// The file's bytes: canonical JSON and a newline.
    var encoded: [UInt8] {
        var members: [String: CanonicalValue] = [
            "format": .text(Self.format), "log": .text(log.encoded), "v": .number(Self.version),
        ]
        if let last { members["note"] = .text(last.note.encoded) }
        return CanonicalValue.object(members).encoded + [0x0A]
    }

    /// Reads the file of that name, which the witness's own signature vouches for.
    init(reading bytes: [UInt8], named name: String, by witness: NoteVerifier) throws {
        guard bytes.last == 0x0A, let value = CanonicalValue(Array(bytes.dropLast())),
            value["format"]?.text == Self.format, let version = value["v"]?.number, version > 0
        else { throw WitnessError.damaged(file: name) }
        guard version <= Self.version else { throw WitnessError.newer(file: name) }
        guard let log = value["log"]?.text.flatMap({ try? NoteVerifier(reading: $0) }), log.kind == .log,
            try Self.file(of: log.name) == name,
            let note = value["note"]?.text.flatMap({ try? Note(reading: Array($0.utf8)) }),
            let record = try? WitnessRecord(of: log, signed: note, by: witness), record.encoded == bytes
        else { throw WitnessError.damaged(file: name) }
        self = record
    }
}
