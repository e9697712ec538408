// One line of an exported log.
package import Cryptography

/// An entry as `log.jsonl` has it: its number, and its leaf or, where that was pruned, the leaf's hash.
///
/// There is one form: `{"index":0,"leaf":"B64"}` or `{"index":0,"leaf_hash":"B64"}`.
package struct ExportLine: Hashable, Sendable {
    /// What of the leaf is there.
    package enum Content: Hashable, Sendable {
        /// The leaf's exact bytes.
        case leaf([UInt8])
        /// The hash of a leaf whose bytes were destroyed at the end of their time.
        case hash(Digest)
    }

    /// The number of the entry, from 0.
    package let index: Int
    /// What of its leaf is there.
    package let content: Content

    /// Names an entry and what of it is handed out.
    package init(index: Int, content: Content) { (self.index, self.content) = (index, content) }

    /// The line with its newline.
    package var encoded: String {
        switch content {
        case .leaf(let bytes): "{\"index\":\(index),\"leaf\":\"\(Base64.text(bytes))\"}\n"
        case .hash(let digest): "{\"index\":\(index),\"leaf_hash\":\"\(Base64.text(digest.bytes))\"}\n"
        }
    }

    /// Why a line is none: the member that is wrong, or nil if it is no such object at all.
    struct Unreadable: Error, Hashable { let field: String? }

    /// Reads a line without its newline.
    init(reading bytes: ArraySlice<UInt8>) throws(Unreadable) {
        var rest = bytes
        guard Self.take("{\"index\":", from: &rest) else { throw Unreadable(field: nil) }
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let index = plainNumber(String(decoding: digits, as: UTF8.self)), index <= CanonicalValue.greatest else {
            throw Unreadable(field: "index")
        }
        rest = rest.dropFirst(digits.count)
        let isWhole = Self.take(",\"leaf\":\"", from: &rest)
        guard isWhole || Self.take(",\"leaf_hash\":\"", from: &rest) else { throw Unreadable(field: nil) }
        let field = isWhole ? "leaf" : "leaf_hash"
        guard rest.suffix(2).elementsEqual("\"}".utf8),
            let value = Base64.bytes(String(decoding: rest.dropLast(2), as: UTF8.self))
        else { throw Unreadable(field: field) }
        self.index = index
        if isWhole {
            content = .leaf(value)
        } else {
            guard let digest = Digest(value) else { throw Unreadable(field: field) }
            content = .hash(digest)
        }
    }

    private static func take(_ word: StaticString, from bytes: inout ArraySlice<UInt8>) -> Bool {
        let word = word.description.utf8
        guard bytes.starts(with: word) else { return false }
        bytes = bytes.dropFirst(word.count)
        return true
    }
}
