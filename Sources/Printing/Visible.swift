// Text made safe to show: what a terminal would obey or hide is written out instead.

/// The text with every character that would move, colour, hide or reorder other text written out as `\u{…}`.
///
/// Lines and tabs stay unless `oneLine` is asked for, which is for values inside a table: a name that held a line's end
/// could forge a row. Letters of every script stay, and so do the joiners that Urdu and Persian are written with. The
/// emphasis of our own headings stays: it is four fixed bytes that can do no harm.
package func visible(_ text: String, oneLine: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0, oneLine: oneLine) }) else { return text }
    var shown = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
        if scalar == "\u{1B}", !oneLine, let emphasis = emphases.first(where: { rest.starts(with: $0.unicodeScalars) })
        {
            shown += emphasis
            rest = rest.dropFirst(emphasis.unicodeScalars.count)
            continue
        }
        if isHidden(scalar, oneLine: oneLine) {
            shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
            shown.unicodeScalars.append(scalar)
        }
        rest = rest.dropFirst()
    }
    return shown
}

/// Whether a scalar would be obeyed or hidden rather than shown.
package func isHidden(_ scalar: Unicode.Scalar, oneLine: Bool) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: oneLine
    case 0x00...0x1F, 0x7F...0x9F: true  // control characters
    case 0x20...0x7E, 0xA0...0xAC: false
    case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180E, 0x3164, 0xFFA0: true  // invisible
    case 0x200B, 0x200E, 0x200F: true  // zero width space, direction marks; U+200C and U+200D are letters' joiners
    case 0x2028...0x202E: true  // line and paragraph ends, directions
    case 0x2060...0x206F: true  // word joiner, isolates, deprecated formats
    case 0xFEFF, 0xFFF9...0xFFFB: true  // byte order mark, annotations
    case 0x1D173...0x1D17A: true  // musical formats
    case 0xE0000...0xE0FFF: true  // tags and further variation selectors
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true  // private use: no two machines agree what these show
    default: false
    }
}

/// The only escapes that a terminal is given: bold on, and off.
private let emphases = ["\u{1B}[1m", "\u{1B}[0m"]
