// One line of the log: codes, handles and commitments, never content.
package import Cryptography

/// What one leaf says.
///
/// Its bytes are canonical JSON, stored and hashed exactly as written and never written again.
///
/// `{"actor":…,"at":…,"c":[…],"op":…,"seq":…,"sub":[…],"v":1,"why":…}`; with more than 64 parts, `c` holds the one
/// root of the parts, `sub` is empty and `parts` says how many there are; without a reason `why` is left out.
package struct Leaf: Hashable, Sendable {
    /// The version of this form.
    package static let version: Int64 = 1
    /// The most bytes that a leaf may have, so that it fits a tile's entry.
    package static let greatestByteCount = 65_535
    /// The most parts that a leaf names one by one.
    package static let mostListedParts = 64

    /// The random handle of who acted.
    package let actor: String
    /// When, in milliseconds of UTC since 1970; less than the leaf before only where this leaf says that the clock was
    /// set back.
    package let at: Int64
    /// One commitment for each part, or the one root of more than 64.
    package let commitments: [Digest]
    /// What was done.
    package let verb: Verb
    /// The leaf's place in the log, from 0.
    package let seq: Int
    /// One handle for each part, empty for a part that concerns nobody; none if there are more than 64.
    package let handles: [[UInt8]]
    /// How many parts the one commitment stands for, if there are more than 64.
    package let partCount: Int?
    /// The code of the reason.
    package let why: String?

    /// The one spelling of the leaf in bytes.
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(200 + commitments.count * 80)
        bytes.append(contentsOf: "{\"actor\":".utf8)
        CanonicalValue.write(actor, to: &bytes)
        bytes.append(contentsOf: ",\"at\":\(at),\"c\":".utf8)
        Self.write(commitments.map(\.bytes), to: &bytes)
        bytes.append(contentsOf: ",\"op\":\"\(verb.rawValue)\"".utf8)
        if let partCount { bytes.append(contentsOf: ",\"parts\":\(partCount)".utf8) }
        bytes.append(contentsOf: ",\"seq\":\(seq),\"sub\":".utf8)
        Self.write(handles, to: &bytes)
        bytes.append(contentsOf: ",\"v\":\(Self.version)".utf8)
        if let why {
            bytes.append(contentsOf: ",\"why\":".utf8)
            CanonicalValue.write(why, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static func write(_ values: [[UInt8]], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (place, value) in values.enumerated() {
            bytes.append(contentsOf: (place > 0 ? ",\"" : "\"").utf8)
            bytes.append(contentsOf: Base64.characters(value))
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    init(
        actor: String, at: Int64, commitments: [Digest], verb: Verb, seq: Int, handles: [[UInt8]], partCount: Int?,
        why: String?
    ) {
        (self.actor, self.at, self.commitments, self.verb) = (actor, at, commitments, verb)
        (self.seq, self.handles, self.partCount, self.why) = (seq, handles, partCount, why)
    }
}
