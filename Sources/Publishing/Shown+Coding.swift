// A number or its mark in a stored release: 12, [60,70] or "[c]".

extension Shown: Codable {
    package init(from decoder: any Decoder) throws {
        let place = try decoder.singleValueContainer()
        if let count = try? place.decode(Int.self) {
            self = .number(count)
        } else if let range = try? place.decode([Int].self), range.count == 2, range[0] <= range[1] {
            self = .range(range[0], range[1])
        } else {
            let mark = try place.decode(String.self)
            guard let known = [Self.hidden, .impossible, .unavailable].first(where: { $0.mark == mark }) else {
                throw DecodingError.dataCorruptedError(in: place, debugDescription: "a mark that is none")
            }
            self = known
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var place = encoder.singleValueContainer()
        switch self {
        case .number(let count): try place.encode(count)
        case .range(let low, let high): try place.encode([low, high])
        case .hidden, .impossible, .unavailable: try place.encode(mark)
        }
    }
}
