// A statement whose text was written in the program's source; every value in it is bound.

/// One SQL statement: text from the source, values bound where they stand.
///
/// Write it as a literal: `"SELECT state FROM suspect WHERE id = \(id)"`. The literal type is `StaticString`, so text made
/// at run time cannot become SQL, and an interpolated value always becomes a `?` with its value beside it.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text as it was written, piece by piece.
    ///
    /// A bound value stands as the piece `?`.
    var pieces: [StaticString]

    /// The bound values, in order.
    var values: [Value]

    /// A number made of the pieces' addresses: equal texts from one place in the source have equal identities.
    var identity: UInt

    package init(stringLiteral text: StaticString) {
        (pieces, values, identity) = ([text], [], Self.mixed(0, with: text))
    }

    package init(stringInterpolation parts: StringInterpolation) {
        (pieces, values, identity) = (parts.pieces, parts.values, parts.identity)
    }

    /// The text SQLite is given.
    ///
    /// It holds no value, so it may be shown and logged.
    package var text: String { pieces.map { "\($0)" }.joined() }

    /// Two statements, one after the other, as one: how a filter is added to a query.
    package static func + (left: SQL, right: SQL) -> SQL {
        var both = left
        both.pieces += right.pieces
        both.values += right.values
        both.identity = right.pieces.reduce(left.identity, mixed)
        return both
    }

    /// Adds a further part to the end.
    package static func += (left: inout SQL, right: SQL) { left = left + right }

    static func mixed(_ identity: UInt, with piece: StaticString) -> UInt {
        guard piece.hasPointerRepresentation else { return identity &* 31 &+ UInt(piece.unicodeScalar.value) }
        let address = unsafe UInt(bitPattern: piece.utf8Start)
        let spread = (identity ^ address ^ UInt(piece.utf8CodeUnitCount) &<< 48) &* 0x9E37_79B9_7F4A_7C15
        return spread ^ (spread &>> 29)
    }

    /// Collects the pieces of a literal as the compiler hands them over.
    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [StaticString] = []
        var values: [Value] = []
        var identity: UInt = 0

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        /// A stretch of text from the source.
        package mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(literal)
            identity = SQL.mixed(identity, with: literal)
        }

        /// A value, which becomes `?`.
        package mutating func appendInterpolation(_ value: some Storable) {
            appendLiteral("?")
            values.append(value.stored)
        }

        /// A value or NULL: `\(maybe: name)`, by a name of its own because the compiler distrusts a bare optional.
        package mutating func appendInterpolation<Wanted: Storable>(maybe value: Wanted?) {
            appendLiteral("?")
            values.append(value.stored)
        }

        /// The values of a list, in parentheses and with commas: `WHERE state IN \(list: states)`.
        ///
        /// An empty list is `(NULL)`.
        package mutating func appendInterpolation(list: [some Storable]) {
            guard let first = list.first else { return appendLiteral("(NULL)") }
            appendLiteral("(?")
            values.append(first.stored)
            for value in list.dropFirst() {
                appendLiteral(",?")
                values.append(value.stored)
            }
            appendLiteral(")")
        }
    }
}
