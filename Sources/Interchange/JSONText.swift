// Text as JSON writes it.

/// Writing strings as JSON text.
package enum JSONText {
    /// Appends `text` in quotes; characters for which `escaped` says so are written as `\u` escapes, as are all that JSON
    /// demands.
    package static func quote(
        _ text: String, into line: inout String, escaping escaped: (Unicode.Scalar) -> Bool = { _ in false }
    ) {
        line += "\""
        if text.utf8.allSatisfy(isPlain) {
            line += text
        } else {
            for scalar in text.unicodeScalars { append(scalar, to: &line, escaped) }
        }
        line += "\""
    }

    private static func append(_ scalar: Unicode.Scalar, to line: inout String, _ escaped: (Unicode.Scalar) -> Bool) {
        switch scalar {
        case "\"": line += "\\\""
        case "\\": line += "\\\\"
        case "\n": line += "\\n"
        case "\r": line += "\\r"
        case "\t": line += "\\t"
        default:
            guard scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || escaped(scalar) else {
                line.unicodeScalars.append(scalar)
                return
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }

    /// Whether a byte stands for itself, whatever is escaped: printing ASCII but for the quote and the backslash.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
