// Which store something belongs to.
internal import Cryptography

/// The random name of a store: it stands in every slot and every signed row, so that none can be moved to another.
package struct StoreID: Hashable, Sendable, CustomStringConvertible {
    /// The length of the name.
    package static let byteCount = 16

    /// The 16 bytes.
    package let bytes: [UInt8]

    /// Draws a new name.
    package init() throws {
        bytes = try Random.bytes(Self.byteCount)
    }

    /// Takes the 16 bytes of a name; `nil` for any other number.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The name in hexadecimal.
    package var description: String { Hexadecimal.text(bytes) }
}
