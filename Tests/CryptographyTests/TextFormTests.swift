// Bytes as text, and text in one spelling.
import Cryptography
import Testing

@Suite struct TextFormTests {
    // RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `writes and reads base64 as RFC 4648 does`(plain: String, text: String) {
        #expect(Base64.text(Array(plain.utf8)) == text)
        #expect(Base64.bytes(text) == Array(plain.utf8))
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg==\n", "Zh==", "Zm9=", "Z===", "====", "=A==", "Zm-v", "Zm9v ", "Zg==Zg==", "Żg==",
    ])
    func `refuses a second spelling of base64`(text: String) {
        #expect(Base64.bytes(text) == nil)
    }

    @Test func `every text form gives back what it took`() {
        var random = Seeded(state: 1)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64.bytes(Base64.text(bytes)) == bytes)
            #expect(Base32.bytes(Base32.text(bytes)) == bytes)
            #expect(Hexadecimal.bytes(Hexadecimal.text(bytes)) == bytes)
        }
    }

    @Test func `base32 forgives what people write and nothing more`() {
        let text = Base32.text([0x08, 0x42, 0xFF, 0x00, 0x10])
        #expect(text == "111FY00G")
        #expect(Base32.bytes("ilI-fy oog") == [0x08, 0x42, 0xFF, 0x00, 0x10])
        #expect(Base32.bytes("111FY00U") == nil)
        #expect(Base32.bytes("0Z") == nil)
        #expect(Base32.bytes("0") == nil)
        #expect(Hexadecimal.bytes("0") == nil)
        #expect(Hexadecimal.bytes("0G") == nil)
        #expect(Hexadecimal.bytes("AB") == nil)
    }

    @Test(arguments: [
        ("plain words", "plain words"), ("e\u{301}", "\u{E9}"), ("\u{FB01}sh", "fish"), ("\u{FF11}", "1"),
        ("\u{212B}", "\u{C5}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("\u{D55C}", "\u{D55C}"),
        ("\u{1E9B}\u{323}", "\u{1E69}"), ("\u{0344}", "\u{0308}\u{0301}"), ("\u{FDFA}x", "صلى الله عليه وسلمx"),
        ("a\u{315}\u{300}\u{5AE}\u{0062}", "\u{E0}\u{5AE}\u{315}b"), ("\u{301}e", "\u{301}e"),
        ("\u{9C7}\u{9BE}", "\u{9CB}"), ("\u{2126}", "\u{3A9}"), ("\u{958}", "\u{915}\u{93C}"),
    ])
    func `gives one spelling to what looks alike`(text: String, form: String) {
        #expect(Array(CompatibilityForm.of(text).unicodeScalars) == Array(form.unicodeScalars))
        #expect(Array(CompatibilityForm.of(form).unicodeScalars) == Array(form.unicodeScalars))
    }

    @Test func `agrees with another implementation over thousands of characters`() throws {
        // The digest was computed with Python's unicodedata: each character, then an acute accent, then a cedilla.
        let ranges = [
            stride(from: 0xA0 as UInt32, through: 0x52F, by: 1), stride(from: 0x900, through: 0x97F, by: 1),
            stride(from: 0x1E00, through: 0x2BFF, by: 1), stride(from: 0x3000, through: 0x33FF, by: 1),
            stride(from: 0xAC00, through: 0xD7A3, by: 97), stride(from: 0xF900, through: 0xFFFF, by: 1),
        ]
        var hash = try SHA256()
        for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
            try hash.update(Array(CompatibilityForm.of("\(scalar)\u{301}\u{327}").utf8))
        }
        #expect(try hash.finish().description == "45857ff588c0b8208365ca27bf13ad5ba120f9f5dfea0cf9c01d053ecf479dad")
    }
}
