// Seals and boxes: they open for the right key in the right place, and for nothing else.
import Cryptography
import Testing

@Suite struct SealTests {
    @Test(arguments: [0, 1, 15, 16, 17, 1000])
    func `opens what was sealed`(count: Int) throws {
        let key = try SecretBytes(random: 32)
        let content = try Random.bytes(count)
        let sealed = try Seal.seal(content, under: key, context: [1, 2])
        #expect(sealed.count == count + Seal.overhead)
        #expect(try bytes(Seal.open(sealed, under: key, context: [1, 2])) == content)
        #expect(try Seal.seal(content, under: key, context: [1, 2]) != sealed)
    }

    @Test func `refuses every flipped bit, another key, another place and a cut`() throws {
        let key = try SecretBytes(random: 32)
        let sealed = try Seal.seal(Array("a name".utf8), under: key, context: [7])
        for bit in 0..<sealed.count * 8 {
            var altered = sealed
            altered[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: CryptographyError.doesNotOpen) { _ = try Seal.open(altered, under: key, context: [7]) }
        }
        #expect(throws: CryptographyError.doesNotOpen) { _ = try Seal.open(sealed, under: key, context: []) }
        let other = try SecretBytes(random: 32)
        #expect(throws: CryptographyError.doesNotOpen) { _ = try Seal.open(sealed, under: other, context: [7]) }
        for count in 0..<sealed.count {
            #expect(throws: CryptographyError.doesNotOpen) {
                _ = try Seal.open(Array(sealed.prefix(count)), under: key, context: [7])
            }
        }
    }

    @Test func `a box opens for its recipient alone, in its own context`() throws {
        let recipient = try AgreementKey()
        let box = try Box.close(Array("a key".utf8), to: recipient.publicKey, context: [9])
        #expect(box.count == 5 + Box.overhead)
        #expect(try bytes(Box.open(box, with: recipient, context: [9])) == Array("a key".utf8))
        let other = try AgreementKey()
        #expect(throws: CryptographyError.doesNotOpen) { _ = try Box.open(box, with: other, context: [9]) }
        #expect(throws: CryptographyError.doesNotOpen) { _ = try Box.open(box, with: recipient, context: []) }
        for bit in stride(from: 0, to: box.count * 8, by: 5) {
            var altered = box
            altered[bit / 8] ^= 1 << (bit % 8)
            // X25519 ignores the top bit of a public key, but the derivation takes in all of it.
            #expect(throws: (any Error).self) { _ = try Box.open(altered, with: recipient, context: [9]) }
        }
    }
}
