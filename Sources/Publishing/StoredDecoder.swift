// A stored value, as anything that can be decoded.

/// Gives out a ``Stored`` value to what is decoded from it.
struct StoredDecoder: Decoder {
    let stored: Stored
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ stored: Stored, path: [any CodingKey]) { (self.stored, codingPath) = (stored, path) }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = stored else { throw mismatch(type) }
        return KeyedDecodingContainer(Keyed(members: members, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let items) = stored else { throw mismatch([Any].self) }
        return Unkeyed(items: items, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

    private func mismatch(_ type: Any.Type) -> DecodingError {
        .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "It is of another kind."))
    }

    /// Gives out one value; everything that is decoded comes through here.
    fileprivate func give<Value: Decodable>(_ type: Value.Type) throws -> Value {
        switch stored {
        case .text(let text): if let text = text as? Value { return text }
        case .flag(let flag): if let flag = flag as? Value, type == Bool.self { return flag }
        case .number(let number):
            if type == Int.self, let number = number as? Value { return number }
            if let kind = type as? any (BinaryInteger & Decodable).Type,
                let number = kind.init(exactly: number) as? Value
            {
                return number
            }
        case .null, .list, .object: break
        }
        if type == String.self || type == Bool.self || type is any BinaryInteger.Type { throw mismatch(type) }
        if type is any BinaryFloatingPoint.Type { throw mismatch(type) }
        return try Value(from: self)
    }
}

extension StoredDecoder {
    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let members: [String: Stored]
        let codingPath: [any CodingKey]
        var allKeys: [Key] { members.keys.sorted().compactMap { Key(stringValue: $0) } }

        func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

        func decodeNil(forKey key: Key) throws -> Bool { try part(key).stored == .null }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try part(key).give(type) }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> { try part(key).container(keyedBy: type) }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try part(key).unkeyedContainer()
        }

        func superDecoder() -> any Decoder { StoredDecoder(.object(members), path: codingPath) }

        func superDecoder(forKey key: Key) throws -> any Decoder { try part(key) }

        private func part(_ key: Key) throws -> StoredDecoder {
            guard let member = members[key.stringValue] else {
                throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "It is missing."))
            }
            return StoredDecoder(member, path: codingPath + [key])
        }
    }

    private struct Unkeyed: UnkeyedDecodingContainer {
        let items: [Stored]
        let codingPath: [any CodingKey]
        var currentIndex = 0
        var count: Int? { items.count }
        var isAtEnd: Bool { currentIndex >= items.count }

        init(items: [Stored], codingPath: [any CodingKey]) { (self.items, self.codingPath) = (items, codingPath) }

        mutating func decodeNil() throws -> Bool {
            guard !isAtEnd, items[currentIndex] == .null else { return false }
            currentIndex += 1
            return true
        }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().give(type) }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }

        mutating func superDecoder() throws -> any Decoder { try next() }

        private mutating func next() throws -> StoredDecoder {
            guard !isAtEnd else {
                throw DecodingError.valueNotFound(
                    Stored.self, .init(codingPath: codingPath, debugDescription: "The list is too short."))
            }
            defer { currentIndex += 1 }
            return StoredDecoder(items[currentIndex], path: codingPath)
        }
    }

    private struct Single: SingleValueDecodingContainer {
        let decoder: StoredDecoder
        var codingPath: [any CodingKey] { decoder.codingPath }

        func decodeNil() -> Bool { decoder.stored == .null }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.give(type) }
    }
}
