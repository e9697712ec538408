// What must be proven of a release: that a reader cannot tell a hidden number, or a small change, too closely.

/// Something that a reader must not be able to tell closer than the policy's width.
package enum Target: Hashable, Sendable, Comparable {
    /// A hidden number.
    case cell(Place)
    /// A small change of one cell from the first of two releases to the second.
    case change(Place, Place)

    /// The places that it is about.
    package var places: [Place] {
        switch self {
        case .cell(let place): [place]
        case .change(let earlier, let later): [earlier, later]
        }
    }

    package static func < (one: Self, other: Self) -> Bool {
        one.places.count != other.places.count
            ? one.places.count < other.places.count : one.places.lexicographicallyPrecedes(other.places)
    }
}

extension Target: Codable {
    private enum Key: String, CodingKey { case cell, change }

    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        if let place = try keys.decodeIfPresent(Place.self, forKey: .cell) {
            self = .cell(place)
            return
        }
        let both = try keys.decode([Place].self, forKey: .change)
        guard both.count == 2 else {
            throw DecodingError.dataCorruptedError(
                forKey: .change, in: keys, debugDescription: "A change is between two numbers.")
        }
        self = .change(both[0], both[1])
    }

    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        switch self {
        case .cell(let place): try keys.encode(place, forKey: .cell)
        case .change(let earlier, let later): try keys.encode([earlier, later], forKey: .change)
        }
    }
}
