// Canonical JSON judged where it lies, held against the reader that makes values of it.
import Cryptography
import Foundation
import Testing

@Suite struct CanonicalScanTests {
    /// Both say the same; answers whether the bytes are canonical.
    @discardableResult private func agree(_ bytes: [UInt8]) -> Bool {
        let known = CanonicalValue(bytes) != nil
        let found = CanonicalScan.isCanonical(bytes.span)
        #expect(found == known, "\(String(decoding: bytes, as: UTF8.self))")
        return known
    }

    @Test(arguments: [
        "", "{}", "[]", "0", "-0", "-1", "01", "1.0", "9007199254740991", "9007199254740992", "true", "false", "null",
        "tru", "\"\"", "\"a", "\"é\"", "\"\\u000b\"", "\"\\u000B\"", "\"\\u0008\"", "\"\\b\"", "\"\\/\"", "\"\\\\\"",
        "{\"a\":1,\"b\":2}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "{\"a\":1,}", "{\"a\":1", "{\"\":1,\"a\":2}",
        "{\"é\":1}", "{\"a\":{\"b\":[1,2,{\"c\":\"d\"}]}}", "{\"a\" :1}", "[1, 2]", "[1,2,]", "[,]",
        "{\"A\":1,\"a\":2}", "{\"a\":1,\"aa\":2}", "{\"aa\":1,\"a\":2}", "{\"\\\"\":1,\"#\":2}", "{\"#\":1,\"\\\"\":2}",
        "{\"!\":1,\"\\\"\":2,\"#\":3}", "{\"\\n\":1,\"a\":2}", "{\"a\":1,\"\\n\":2}",
        "{\"\\\\\":1,\"]\":2,\"\\u0001\":3}",
        "{\"a\":{\"\\\\\":1,\"[\":2}}", "\"\u{7F}\"", "\"\u{1F}\"", "1 ", " 1", "{}{}",
    ]) func `judges as the reader of values does`(text: String) {
        agree(Array(text.utf8))
        agree(Array("[\(text)]".utf8))
        agree(Array("{\"x\":\(text)}".utf8))
    }

    @Test func `goes as deep as the reader of values and no deeper`() {
        for depth in 14...19 {
            agree(Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8))
            let nested = String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
            agree(Array(nested.utf8))
        }
    }

    @Test func `judges altered details as the reader of values does`() throws {
        let details: [CanonicalValue] = [
            .object(["act": .text("show"), "record": .text("SUS-0001")]),
            .object([
                "act": .text("record"), "fields": .list([.text("name"), .text("é\u{1F98A}\"\\\n\u{1}")]),
                "count": .number(-17), "own": .flag(true), "A": .object([:]), "\u{1}": .list([]), "\"": .flag(false),
            ]),
        ]
        var random = SystemRandomNumberGenerator()
        var stood = 0
        for detail in details {
            let bytes = detail.encoded
            #expect(agree(bytes))
            for _ in 0..<(ProcessInfo.processInfo.environment["DALESWAY_SOAK"] == nil ? 4_000 : 1_000_000) {
                var altered = bytes
                for _ in 0...Int.random(in: 0...1, using: &random) {
                    let place = Int.random(in: 0..<altered.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: altered[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: altered.remove(at: place)
                    case 2:
                        altered.insert(Array("\"\\{}[]:,0a\u{1}".utf8).randomElement(using: &random) ?? 0, at: place)
                    default: altered.swapAt(place, Int.random(in: 0..<altered.count, using: &random))
                    }
                }
                if agree(altered) { stood += 1 }
            }
        }
        #expect(stood > 0)
    }

    @Test func `keys are ordered by UTF-16, as the RFC asks`() {
        let keys = [
            "", "a", "aa", "b", "A", "~", "\u{80}", "é", "\u{FFFF}", "\u{1F98A}", "a\u{1F98A}", "a\u{FFFF}", "a!",
        ]
        for one in keys {
            for other in keys {
                #expect(
                    CanonicalValue.precedes(one, other) == one.utf16.lexicographicallyPrecedes(other.utf16))
            }
        }
    }

    @Test func `what the many-sealer seals the other opens, and the other way round, each under its own key`() throws {
        let (sealing, opening) = (try SmallSealer(sealing: true), try SmallSealer(sealing: false))
        let keys = try (0..<3).map { _ in try Random.bytes(32) }
        for number in 0..<60 {
            let key = SecretBytes(copying: keys[number % 3])
            let other = SecretBytes(copying: keys[(number + 1) % 3])
            let content = try Random.bytes([0, 1, 15, 16, 17, 5_000][number % 6])
            let context = Array("place \(number)".utf8)
            let made = try sealing.seal(content, under: key, context: context, nonce: Random.bytes(24)[...])
            #expect(try Seal.open(made, under: key, context: context).plainCopy() == content)
            for sealed in [made, try Seal.seal(content, under: key, context: context)] {
                let opened = try opening.open(sealed.span, under: key, context: context) { lent in
                    (0..<lent.count).map { lent[$0] }
                }
                #expect(opened == content)
                var altered = sealed
                altered[number % altered.count] ^= 1
                for (bytes, under, place) in [(altered, 0, context), (sealed, 1, context), (sealed, 0, context + [0])] {
                    #expect(throws: CryptographyError.doesNotOpen) {
                        if under == 0 {
                            try opening.open(bytes.span, under: key, context: place) { _ in }
                        } else {
                            try opening.open(bytes.span, under: other, context: place) { _ in }
                        }
                    }
                }
            }
        }
        let key = SecretBytes(copying: keys[0])
        #expect(throws: CryptographyError.doesNotOpen) {
            try opening.open([1, 2, 3].span, under: key, context: []) { _ in }
        }
        #expect(throws: CryptographyError.wrongLength(of: "nonce", expected: 24, found: 12)) {
            _ = try sealing.seal([1], under: key, context: [], nonce: [UInt8](repeating: 0, count: 12)[...])
        }
    }

    @Test func `a quick code is the library's own`() throws {
        var quick = try QuickCode()
        for number in 0..<200 {
            let key = try Random.bytes(1 + number % 64)
            let message = try Random.bytes([0, 1, 55, 56, 63, 64, 65, 1_000][number % 8])
            let known = try HMACSHA256.code(of: message, under: SecretBytes(copying: key))
            let found = try quick.code(of: message.span, under: key.span)
            let secretly = try quick.code(of: message.span, under: SecretBytes(copying: key))
            #expect(found == known && secretly == known)
        }
        for count in [0, 65] {
            let key = [UInt8](repeating: 1, count: count)
            #expect(throws: CryptographyError.wrongLength(of: "HMAC key", expected: 32, found: count)) {
                _ = try quick.code(of: [1].span, under: key.span)
            }
        }
    }
}
