// Where a number stands: which release, which table or headline, which cell.

/// The place of one number among everything that was ever told.
///
/// As text: `REL-0003:people-charged/sex|female|n`, with `*` for a margin, and `REL-0003:people-charged` for a headline.
package struct Place: Hashable, Sendable, Comparable {
    /// The release.
    package let statement: String
    /// The table's id, or the headline's.
    package let of: String
    /// The row's name; `*` for a column's total, nil for a headline.
    package let row: String?
    /// The column's name; `*` for a row's total, nil for a headline.
    package let col: String?

    /// A cell of a table; a nil stands for a margin.
    package init(_ statement: String, _ table: String, row: String?, col: String?) {
        (self.statement, of, self.row, self.col) = (statement, table, row ?? "*", col ?? "*")
    }

    /// A headline.
    package init(_ statement: String, headline: String) {
        (self.statement, of, row, col) = (statement, headline, nil, nil)
    }

    package static func < (one: Self, other: Self) -> Bool { one.description < other.description }
}

extension Place: LosslessStringConvertible {
    /// A place from its text; nil if it is none.
    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let parts = text[text.index(after: colon)...].split(separator: "|", omittingEmptySubsequences: false)
        statement = String(text[..<colon])
        switch parts.count {
        case 1: (of, row, col) = (String(parts[0]), nil, nil)
        case 3: (of, row, col) = (String(parts[0]), String(parts[1]), String(parts[2]))
        default: return nil
        }
    }

    package var description: String {
        guard let row, let col else { return "\(statement):\(of)" }
        return "\(statement):\(of)|\(row)|\(col)"
    }
}

extension Place: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let place = Place(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no place of a number."))
        }
        self = place
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
