// Unicode's normal form KC: one spelling for what looks and means the same, so that a passphrase typed on another
// keyboard gives the same key. Neither the standard library nor FoundationEssentials offers it.

/// Normalization Form KC of text (Unicode Standard Annex 15).
package enum CompatibilityForm {
    /// The text in normal form KC.
    package static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars { decompose(scalar, into: &scalars) }
        order(&scalars)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: compose(scalars))
        return String(result)
    }

    private struct Pair: Hashable {
        let first: Unicode.Scalar
        let second: Unicode.Scalar
    }

    private struct Mappings: Sendable {
        var apart: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        var together: [Pair: Unicode.Scalar] = [:]
    }

    private static let mappings: Mappings = {
        var mappings = Mappings()
        for entry in table.split(whereSeparator: \.isWhitespace) {
            guard let mark = entry.firstIndex(where: { "=!~".contains($0) }),
                let whole = scalar(entry[..<mark])
            else { continue }
            let parts = entry[entry.index(after: mark)...].split(separator: ",").compactMap(scalar)
            mappings.apart[whole] = parts
            if entry[mark] == "=", parts.count == 2 {
                mappings.together[Pair(first: parts[0], second: parts[1])] = whole
            }
        }
        return mappings
    }()

    private static func scalar(_ hexadecimal: Substring) -> Unicode.Scalar? {
        UInt32(hexadecimal, radix: 16).flatMap(Unicode.Scalar.init)
    }

    // Hangul is composed by arithmetic: 19 leading, 21 middle and 28 trailing letters (the first of these is none).
    private static let syllables: UInt32 = 0xAC00
    private static let leading: UInt32 = 0x1100
    private static let middle: UInt32 = 0x1161
    private static let trailing: UInt32 = 0x11A7

    private static func decompose(_ scalar: Unicode.Scalar, into result: inout [Unicode.Scalar]) {
        if let place = place(scalar, from: syllables, count: 11_172) {
            let letters = [leading + place / 588, middle + place % 588 / 28, trailing + place % 28]
            let shown = letters.prefix(place % 28 == 0 ? 2 : 3)
            result.append(contentsOf: shown.compactMap { Unicode.Scalar($0) })
        } else if let parts = mappings.apart[scalar] {
            for part in parts { decompose(part, into: &result) }
        } else {
            result.append(scalar)
        }
    }

    /// Puts each run of combining marks into the order of their classes, keeping equals as they stood.
    private static func order(_ scalars: inout [Unicode.Scalar]) {
        var start = 0
        while start < scalars.count {
            guard combiningClass(scalars[start]) > 0 else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, combiningClass(scalars[end]) > 0 { end += 1 }
            let ordered = scalars[start..<end].enumerated().sorted { left, right in
                let classes = (combiningClass(left.element), combiningClass(right.element))
                return classes.0 == classes.1 ? left.offset < right.offset : classes.0 < classes.1
            }
            scalars.replaceSubrange(start..<end, with: ordered.map(\.element))
            start = end
        }
    }

    private static func compose(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for scalar in scalars {
            let own = combiningClass(scalar)
            // A mark joins the starter unless one of its own class, or another starter, stands between.
            let isNext = starter == result.count - 1
            if let place = starter, isNext || (lastClass < own && lastClass > 0),
                let joined = join(result[place], scalar)
            {
                result[place] = joined
                continue
            }
            if own == 0 { starter = result.count }
            lastClass = own
            result.append(scalar)
        }
        return result
    }

    private static func join(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        if let lead = place(first, from: leading, count: 19), let vowel = place(second, from: middle, count: 21) {
            return Unicode.Scalar(syllables + (lead * 21 + vowel) * 28)
        }
        if let syllable = place(first, from: syllables, count: 11_172), syllable % 28 == 0,
            let tail = place(second, from: trailing, count: 28), tail > 0
        {
            return Unicode.Scalar(first.value + tail)
        }
        return mappings.together[Pair(first: first, second: second)]
    }

    private static func place(_ scalar: Unicode.Scalar, from start: UInt32, count: UInt32) -> UInt32? {
        guard scalar.value >= start, scalar.value < start + count else { return nil }
        return scalar.value - start
    }

    private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.properties.canonicalCombiningClass.rawValue
    }
}
