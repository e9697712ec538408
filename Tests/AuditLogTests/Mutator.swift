// Alters texts as somebody would who knows their form: by lines, fields, numbers, base64, dashes, and now and then by bytes.
import Cryptography

/// Makes altered texts from true ones; the same ones for the same number.
struct Mutator {
    private var random: Seeded
    /// Other texts, from which lines are stolen.
    private let others: [String]

    init(_ number: Int, others: [String]) {
        random = Seeded(state: UInt64(number) &* 0x5851_F42D_4C95_7F2D)
        self.others = others
    }

    /// One to three alterations, one after another.
    mutating func altered(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) { bytes = once(bytes) }
        return bytes
    }

    private mutating func once(_ bytes: [UInt8]) -> [UInt8] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        let place = Int.random(in: lines.indices, using: &random)
        switch Int.random(in: 0..<14, using: &random) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[place], at: place)
        case 2: lines.swapAt(place, Int.random(in: lines.indices, using: &random))
        case 3: lines.insert([], at: place)
        case 4: lines.insert(stolen(), at: place)
        case 5: lines[place] = stolen()
        case 6: lines = Array(lines.prefix(place))
        case 7:
            lines.insert(
                contentsOf: Array(
                    repeating: lines[place], count: [2, 62, 63, 64, 100, 101].randomElement(using: &random) ?? 2),
                at: place)
        case 8: lines[place] += strange()
        case 9: lines[place] = strange() + lines[place]
        case 10, 11, 12: lines[place] = field(lines[place])
        default: return random.altered(bytes)
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    /// A line of another text.
    private mutating func stolen() -> [UInt8] {
        let text = others.randomElement(using: &random) ?? ""
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.randomElement(using: &random).map(Array.init) ?? []
    }

    /// What looks like nothing, or like something else.
    private mutating func strange() -> [UInt8] {
        let choices: [[UInt8]] = [
            [0x20], [0x09], [0x0D], [0x00], [0x7F], [0xFF], [0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0xEF, 0xBB, 0xBF],
            [0xCC, 0x81], [0x2B], [0x3D], [0x41], Array("\u{2014} ".utf8), Array("\u{2013}".utf8),
            Array("\u{212A}".utf8), [0xC0, 0x8A], [0xED, 0xA0, 0x80], Array(repeating: 0x61, count: 2_000),
        ]
        return choices.randomElement(using: &random) ?? []
    }

    /// One field of a line put in another spelling.
    private mutating func field(_ line: [UInt8]) -> [UInt8] {
        var fields = line.split(separator: 0x20, omittingEmptySubsequences: false).map(Array.init)
        let place = Int.random(in: fields.indices, using: &random)
        let text = String(decoding: fields[place], as: UTF8.self)
        if let number = Int(text) {
            fields[place] = Array(respelt(number).utf8)
        } else if let bytes = Base64.bytes(text), bytes.count > 3 {
            fields[place] = Array(base64(bytes, text).utf8)
        } else {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: fields[place] += strange()
            case 1: fields.insert([], at: place)
            case 2: fields.swapAt(place, Int.random(in: fields.indices, using: &random))
            default: fields.remove(at: place)
            }
        }
        return Array(fields.joined(separator: [0x20]))
    }

    private mutating func respelt(_ number: Int) -> String {
        let others = [
            "0\(number)", "+\(number)", "-\(number)", "\(number) ", "\(number).0", "\(number)e0", "", "0x\(number)",
            "\(number &+ 1)", "\(number &- 1)", "\(number &* 2)", "9223372036854775807", "9223372036854775808",
            "18446744073709551616", "\u{0663}", "\u{FF13}",
        ]
        return others.randomElement(using: &random) ?? ""
    }

    private mutating func base64(_ bytes: [UInt8], _ text: String) -> String {
        let web = text.replacing("+", with: "-").replacing("/", with: "_")
        var flipped = bytes
        flipped[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        let others = [
            web, text.replacing("=", with: ""), text + "=", text + "====", Base64.text(Array(bytes.dropLast())),
            Base64.text(bytes + [0]), Base64.text(Array(bytes.dropFirst(4))), Base64.text(flipped),
            Hexadecimal.text(bytes),
            String(text.prefix(text.count / 2)) + " " + text.suffix(text.count / 2), Base64.text(bytes.reversed()),
            // The bits that padding leaves over: the same bytes to a lax reader.
            text.hasSuffix("=") ? text.replacing("A=", with: "B=").replacing("Q=", with: "R=") : text + "AAAA",
        ]
        return others.randomElement(using: &random) ?? text
    }
}
