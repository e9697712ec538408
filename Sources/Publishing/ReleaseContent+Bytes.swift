// The bytes of a release: what is hashed, signed and stored.

extension ReleaseContent {
    /// The bytes that are hashed, signed and stored: the same content has the same bytes, always.
    package var bytes: [UInt8] {
        get throws { try Stored.bytes(of: self) }
    }

    /// A release from its stored bytes.
    ///
    /// - Throws: ``ReleaseFault`` if they are not a release of a version that is understood here, byte for byte.
    package init(bytes: [UInt8]) throws(ReleaseFault) {
        self = try Stored.value(Self.self, from: bytes)
        guard version == 1 else { throw .damaged("it is of version \(version); this program knows version 1") }
    }
}
