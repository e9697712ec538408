// A secret under a passphrase that belongs to no store: opened by the right words, in its place, and by nothing else.
import Cryptography
import KeyRing
import Testing

@Suite struct PassphraseSealTests {
    private func opened(_ seal: PassphraseSeal, _ words: String, for what: String = "witness", in place: String) throws
        -> [UInt8]?
    {
        try seal.open(with: Passphrase(words), for: what, context: Array(place.utf8))?.plainCopy()
    }

    @Test func `opens with its passphrase in its own place`() throws {
        let secret: [UInt8] = Array(0..<32)
        let words = "nine grey geese above the saltmarsh"
        let seal = try PassphraseSeal(
            SecretBytes(copying: secret), under: Passphrase(words), for: "witness", context: Array("here".utf8),
            cost: .least)
        #expect(try opened(seal, words, in: "here") == secret)
        // Another spelling of the same words, as another keyboard writes it.
        #expect(try opened(seal, words.replacing("nine", with: "\u{FF4E}ine"), in: "here") == secret)
        #expect(try opened(seal, words + "e", in: "here") == nil)
        #expect(try opened(seal, words, for: "slot", in: "here") == nil)
        #expect(throws: CryptographyError.doesNotOpen) { _ = try opened(seal, words, in: "there") }
        // It travels as a value, and twice the same secret is never the same seal.
        let travelled = try #require(PassphraseSeal(seal.value))
        #expect(travelled == seal)
        #expect(try opened(travelled, words, in: "here") == secret)
        let other = try PassphraseSeal(
            SecretBytes(copying: secret), under: Passphrase(words), for: "witness", context: Array("here".utf8),
            cost: .least)
        #expect(other != seal)
    }

    @Test(arguments: ["commitment", "n", "p", "r", "salt", "sealed"])
    func `is refused with a part missing or altered`(part: String) throws {
        let words = "nine grey geese above the saltmarsh"
        let seal = try PassphraseSeal(
            SecretBytes(copying: [1, 2, 3]), under: Passphrase(words), for: "witness", context: [], cost: .least)
        guard case .object(var members) = seal.value else {
            Issue.record("a seal is an object")
            return
        }
        let own = try #require(members[part])
        members[part] = nil
        #expect(PassphraseSeal(.object(members)) == nil)
        for wrong in [CanonicalValue.text("AAAA"), .number(0), .number(1 << 40), .flag(true)] {
            members[part] = wrong
            // What is not refused at once opens nothing.
            guard let altered = PassphraseSeal(.object(members)) else { continue }
            #expect((try? opened(altered, words, in: "")) == nil)
        }
        if var bytes = own.bytes {
            bytes[0] ^= 1
            members[part] = .bytes(bytes)
            let altered = try #require(PassphraseSeal(.object(members)))
            #expect((try? opened(altered, words, in: "") ?? nil) == nil)
        }
    }
}
