// What a proof's file and a request to a witness have in common: lines, an empty line, a note.
internal import Cryptography

/// A text of some lines, an empty line, and a checkpoint's note, byte for byte.
struct ProofSheet {
    /// The lines above the first empty one, without their newlines.
    let lines: [String]
    /// The note beneath it.
    let note: Note

    /// The most hashes that a proof in a tree of any size has.
    static let mostHashes = 63

    /// Reads the text; nil if it is not in that shape, or what stands beneath is no checkpoint.
    init?(reading bytes: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        guard bytes.count <= Note.limits.bytes, String(validating: bytes, as: UTF8.self) != nil,
            bytes.first != newline,
            let divide = bytes.indices.dropFirst().first(where: { bytes[$0] == newline && bytes[$0 - 1] == newline }),
            let note = try? Note(reading: Array(bytes[(divide + 1)...])),
            (try? Checkpoint(reading: note.text)) != nil
        else { return nil }
        lines = bytes[..<(divide - 1)].split(separator: newline, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        self.note = note
    }

    /// The hashes that lines hold, one each; nil if one holds anything else, or they are more than a proof has.
    static func hashes(_ lines: some Collection<String>) -> [Digest]? {
        guard lines.count <= mostHashes else { return nil }
        let hashes = lines.compactMap { Base64.bytes($0).flatMap { Digest($0) } }
        return hashes.count == lines.count ? hashes : nil
    }

    /// The text of those lines and hashes over that note.
    static func text(_ lines: [String], _ hashes: [Digest], over note: Note) -> String {
        (lines + hashes.map { Base64.text($0.bytes) }).map { $0 + "\n" }.joined() + "\n" + note.encoded
    }

    /// What stands in a line behind its first word and a space; nil if the line begins otherwise.
    static func value(_ line: String, of word: String) -> Substring? {
        line.hasPrefix(word + " ") ? line.dropFirst(word.count + 1) : nil
    }
}
