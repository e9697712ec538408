// The code over tags: answers computed elsewhere, and what a sum must keep to.
import Cryptography
import Testing

@Suite struct `The code over tags` {
    private func code(_ first: UInt8 = 0) throws -> TagCode {
        try TagCode(key: SecretBytes(copying: (0..<32).map { first &+ $0 }))
    }

    private func tag(_ seed: UInt8) -> BlockTag {
        let bytes = (0..<16).map { seed &+ UInt8($0) &* 3 }
        return unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: BlockTag.self) }
    }

    private func text(_ sum: BlockTag) -> String {
        unsafe withUnsafeBytes(of: sum) { unsafe Hexadecimal.text(Array($0)) }
    }

    @Test func `is what OpenSSL's own command computes step by step`() throws {
        let code = try code()
        #expect(text(try code.sum([tag(5)], numbers: [1])) == "2c6176c290b58217aef0e9b08c6ff1f3")
        #expect(text(try code.sum([tag(5), tag(200)], numbers: [1, 262_145])) == "b99d9266aef8736f0450281528fa2908")
        #expect(text(try code.sum([tag(77)][...], from: .max)) == "16c5fd527cd4accf6c233323d6951228")
    }

    @Test func `is a sum that any order and any cut gives`() throws {
        let code = try code()
        let tags = (0..<1_000).map { tag(UInt8(truncatingIfNeeded: $0)) &+ BlockTag(UInt64($0), 1) }
        let whole = try code.sum(tags[...], from: 7)
        var parts = BlockTag.zero
        for start in stride(from: 0, to: 1_000, by: 300) {
            let end = min(1_000, start + 300)
            parts ^= try code.sum(tags[start..<end], from: UInt32(7 + start))
        }
        #expect(parts == whole)
        let numbers = (0..<1_000).map { UInt32(7 + $0) }
        #expect(try code.sum(tags.reversed(), numbers: numbers.reversed()) == whole)
        #expect(try code.sum([], numbers: []) == .zero)
    }

    @Test func `tells number, tag and key apart, and takes no tag for nothing`() throws {
        let code = try code()
        let one = try code.sum([tag(1)], numbers: [1])
        #expect(try code.sum([tag(1)], numbers: [2]) != one)
        #expect(try code.sum([tag(2)], numbers: [1]) != one)
        #expect(try self.code(9).sum([tag(1)], numbers: [1]) != one)
        #expect(try code.sum([.zero, tag(1), .zero], numbers: [0, 1, 2]) == one)
        #expect(throws: CryptographyError.self) { try code.sum([.zero], numbers: []) }
        #expect(throws: CryptographyError.self) { try TagCode(key: SecretBytes(count: 16)) }
    }
}
