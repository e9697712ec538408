// What is signed and stored, as text: JSON that can be written in one way only.

/// A JSON value of the kind that is stored: whole numbers only, and every object's members in the order of their names.
///
/// One value has one spelling, without spaces, so that bytes that are signed can be made again and compared.
package indirect enum Stored: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([Stored])
    case object([String: Stored])

    /// The bytes of anything that can be encoded.
    ///
    /// - Throws: `EncodingError` for a number that is not whole.
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let encoder = StoredEncoder(path: [])
        try value.encode(to: encoder)
        return encoder.made.bytes
    }

    /// What bytes say that were made by ``bytes(of:)``.
    ///
    /// - Throws: ``ReleaseFault`` if these are not the bytes of such a value.
    package static func value<Value: Codable>(_ type: Value.Type, from bytes: [UInt8]) throws(ReleaseFault) -> Value {
        let stored = try StoredReader.read(bytes)
        do {
            let value = try Value(from: StoredDecoder(stored, path: []))
            // What is not understood, and what is spelt otherwise, would be dropped without a word: it is refused instead.
            guard try Self.bytes(of: value) == bytes else {
                throw ReleaseFault.damaged("it holds what is not understood")
            }
            return value
        } catch let fault as ReleaseFault {
            throw fault
        } catch {
            throw .damaged("something in it is missing or is not of its kind")
        }
    }
}

extension Stored {
    /// The value's one spelling.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .number(let number): bytes += String(number).utf8
        case .text(let text): Self.quote(text, into: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
                .enumerated()
            {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.quote(member.key, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func quote(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F: bytes += "\\u00".utf8 + [hex(byte >> 4), hex(byte & 15)]
            case _: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
