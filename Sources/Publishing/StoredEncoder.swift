// Anything that can be encoded, as a stored value.

/// Makes a ``Stored`` value of what is encoded into it.
final class StoredEncoder: Encoder {
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var kind = Kind.nothing
    private var value = Stored.null
    private var members: [String: StoredEncoder] = [:]
    private var items: [StoredEncoder] = []

    private enum Kind { case nothing, value, members, items }

    init(path: [any CodingKey]) { codingPath = path }

    /// What was encoded, put together.
    var made: Stored {
        switch kind {
        case .nothing, .value: value
        case .members: .object(members.mapValues(\.made))
        case .items: .list(items.map(\.made))
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        kind = .members
        return KeyedEncodingContainer(Keyed(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        kind = .items
        return Unkeyed(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    private func put(_ stored: Stored) { (kind, value) = (.value, stored) }

    private func member(_ key: any CodingKey) -> StoredEncoder {
        let encoder = StoredEncoder(path: codingPath + [key])
        members[key.stringValue] = encoder
        return encoder
    }

    private func item() -> StoredEncoder {
        let encoder = StoredEncoder(path: codingPath)
        items.append(encoder)
        return encoder
    }

    /// Takes in one value; everything that is encoded comes through here.
    fileprivate func take(_ value: some Encodable) throws {
        switch value {
        case let text as String: put(.text(text))
        case let flag as Bool: put(.flag(flag))
        case let number as Int: put(.number(number))
        case let number as any BinaryInteger:
            guard let whole = Int(exactly: number) else { throw refusal(value) }
            put(.number(whole))
        case is any BinaryFloatingPoint: throw refusal(value)
        case _: try value.encode(to: self)
        }
    }

    private func refusal(_ value: Any) -> EncodingError {
        .invalidValue(value, .init(codingPath: codingPath, debugDescription: "Only whole numbers that fit are stored."))
    }
}

extension StoredEncoder {
    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: StoredEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        func encodeNil(forKey key: Key) { encoder.member(key).put(.null) }

        func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try encoder.member(key).take(value) }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { encoder.member(key).container(keyedBy: type) }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder.member(key).unkeyedContainer()
        }

        func superEncoder() -> any Encoder { encoder }

        func superEncoder(forKey key: Key) -> any Encoder { encoder.member(key) }
    }

    private struct Unkeyed: UnkeyedEncodingContainer {
        let encoder: StoredEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }
        var count: Int { encoder.items.count }

        func encodeNil() { encoder.item().put(.null) }

        func encode<Value: Encodable>(_ value: Value) throws { try encoder.item().take(value) }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            encoder.item().container(keyedBy: type)
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.item().unkeyedContainer() }

        func superEncoder() -> any Encoder { encoder.item() }
    }

    private struct Single: SingleValueEncodingContainer {
        let encoder: StoredEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        func encodeNil() { encoder.put(.null) }

        func encode<Value: Encodable>(_ value: Value) throws { try encoder.take(value) }
    }
}
