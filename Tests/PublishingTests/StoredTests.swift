// What is stored has one spelling, comes back as it was, and nothing else is taken for it.
import DisclosureControl
import Foundation
import Testing

@testable import Publishing

struct StoredTests {
    @Test func `a release comes back from its bytes as it was, and its bytes are the same again`() throws {
        let bytes = try Fixed.content.bytes
        let back = try ReleaseContent(bytes: bytes)
        #expect(back == Fixed.content)
        #expect(try back.bytes == bytes)
    }

    @Test func `the bytes are JSON that another reader reads alike`() throws {
        let bytes = try Fixed.content.bytes
        #expect(try JSONDecoder().decode(ReleaseContent.self, from: Data(bytes)) == Fixed.content)
    }

    @Test(arguments: [
        "", "{", "{}", "[1,]", "{\"a\":1 }", " {}", "{\"a\":01}", "{\"a\":1.5}", "{\"a\":1,\"a\":2}", "nul", "-", "--1",
        "+1",
        "99999999999999999999", "\"\\n\"", "\"\\u0041x\"", "\"\\u00zz\"", "\"", "[[", "{\"b\":1,\"a\":2}",
    ])
    func `what is no stored release is refused with a sentence`(_ text: String) {
        #expect(throws: ReleaseFault.self) { try ReleaseContent(bytes: Array(text.utf8)) }
    }

    @Test func `a release of another version, or with something not understood, is refused`() throws {
        var later = Fixed.content
        later.version = 2
        let bytes = try later.bytes
        #expect(throws: ReleaseFault.self) { try ReleaseContent(bytes: bytes) }
        let more = [UInt8]("{\"added\":1,".utf8) + (try Fixed.content.bytes.dropFirst())
        #expect(throws: ReleaseFault.self) { try ReleaseContent(bytes: more) }
    }

    @Test func `a text nested without end is refused`() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: ReleaseFault.self) { try ReleaseContent(bytes: deep) }
    }

    @Test func `a spoilt byte is refused, or is another release with bytes of its own`() throws {
        let bytes = try Fixed.content.bytes
        var random = Seeded(1)
        for _ in 0..<(Seeded.isSoak ? 100_000 : 1_000) {
            var spoilt = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: spoilt.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: spoilt[at] = UInt8.random(in: 0...255, using: &random)
                case 1: spoilt.remove(at: at)
                case 2: spoilt.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: at)
                default: spoilt = Array(spoilt[..<max(1, at)])
                }
            }
            guard let read = try? ReleaseContent(bytes: spoilt) else { continue }
            #expect(try read.bytes == spoilt)
            if spoilt != bytes { #expect(read != Fixed.content) }
        }
    }

    @Test func `numbers of every width and numbers that are not whole`() throws {
        #expect(try Stored.bytes(of: [UInt8(3), 255]) == Array("[3,255]".utf8))
        #expect(try Stored.value([UInt8].self, from: Array("[3,255]".utf8)) == [3, 255])
        #expect(throws: ReleaseFault.self) { try Stored.value([UInt8].self, from: Array("[256]".utf8)) }
        #expect(throws: EncodingError.self) { try Stored.bytes(of: [1.5]) }
        #expect(throws: EncodingError.self) { try Stored.bytes(of: [UInt64.max]) }
    }
}
