// Reading canonical bytes: anything that is not their one spelling is refused.

extension CanonicalValue {
    /// Reads canonical bytes; `nil` for anything that `encoded` would not give back byte for byte.
    package init?(_ bytes: [UInt8]) {
        var reader = CanonicalReader(bytes)
        guard let value = reader.value(depth: 0), reader.isAtEnd, value.encoded == bytes else { return nil }
        self = value
    }

    /// The member of that name, of an object.
    package subscript(_ name: String) -> CanonicalValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The number, if this is one.
    package var number: Int64? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The text, if this is one.
    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The values, if this is a list.
    package var list: [CanonicalValue]? {
        if case .list(let values) = self { values } else { nil }
    }

    /// The bytes, if this is strict base64 text.
    package var bytes: [UInt8]? { text.flatMap { Base64.bytes($0) } }

    /// The names of an object's members.
    package var names: Set<String> {
        if case .object(let members) = self { Set(members.keys) } else { [] }
    }
}
