// Values with one spelling: RFC 8785's own example as far as we use it, and every second spelling refused.
import Cryptography
import Testing

@Suite struct CanonicalValueTests {
    @Test func `writes as RFC 8785 does`() {
        let value = CanonicalValue.object([
            "string": .text("\u{20AC}$\u{0F}\u{0A}A'\u{42}\u{22}\u{5C}\\\"/"),
            "literals": .list([.flag(true), .flag(false)]),
            "1": .number(-7), "": .list([]), "B": .object([:]), "a": .number(CanonicalValue.greatest),
        ])
        let text =
            #"{"":[],"1":-7,"B":{},"a":9007199254740991,"literals":[true,false],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(String(decoding: value.encoded, as: UTF8.self) == text)
        #expect(CanonicalValue(value.encoded) == value)
    }

    @Test(arguments: [
        "", " ", "{}\n", " {}", "{ }", "[1, 2]", "[1,]", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "01", "-0", "1.0",
        "1e3", "+1",
        "9007199254740992", "null", "tru", "\"\\u0041\"", "\"\\/\"", "\"\\u000A\"", "\"\\u001F\"", "\"\u{01}\"", "\"",
        "\"\\",
        "{\"é\":1}", "{\"a\"}", "{\"a\":}", "[", "]", "{", "--1", "-", "\"\\ud83d\\ude00\"",
    ])
    func `refuses a second spelling and what is no value`(text: String) {
        #expect(CanonicalValue(Array(text.utf8)) == nil)
    }

    @Test func `refuses text that is not UTF-8 and nesting without end`() {
        #expect(CanonicalValue([0x22, 0xFF, 0x22]) == nil)
        #expect(CanonicalValue([0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
        let deep = String(repeating: "[", count: 100_000)
        #expect(CanonicalValue(Array(deep.utf8)) == nil)
        let nested = String(repeating: "[", count: 10) + String(repeating: "]", count: 10)
        #expect(CanonicalValue(Array(nested.utf8)) != nil)
    }

    @Test func `keeps text scalar for scalar`() {
        for text in ["e\u{301}", "\u{E9}", "\u{FEFF}x", "\u{2028}", "\u{7F}", "👩‍👩‍👧", "\u{202E}abc", "a\u{0}b"] {
            let value = CanonicalValue.text(text)
            #expect(CanonicalValue(value.encoded).flatMap(\.text).map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test func `random values come back as they were`() {
        var random = Seeded(state: 9)
        for _ in 0..<500 {
            let value = Self.random(depth: 0, using: &random)
            #expect(CanonicalValue(value.encoded) == value)
        }
    }

    private static func random(depth: Int, using random: inout Seeded) -> CanonicalValue {
        switch Int.random(in: 0..<(depth < 4 ? 5 : 3), using: &random) {
        case 0: return .flag(Bool.random(using: &random))
        case 1: return .number(Int64.random(in: -CanonicalValue.greatest...CanonicalValue.greatest, using: &random))
        case 2:
            let scalars = (0..<Int.random(in: 0..<9, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
            }
            return .text(String(String.UnicodeScalarView(scalars)))
        case 3:
            return .list(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in Self.random(depth: depth + 1, using: &random) })
        default:
            let names = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                String(UnicodeScalar(UInt8.random(in: 32..<127, using: &random)))
            }
            return .object(
                Dictionary(
                    names.map { ($0, Self.random(depth: depth + 1, using: &random)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }
}
