// Secrets in memory: owned once, compared in constant time, wiped when dropped.
import Cryptography
import Testing

@Suite struct SecretBytesTests {
    @Test func `holds what it was given and knows its length`() throws {
        let secret = SecretBytes(copying: [1, 2, 3])
        let (count, words) = (secret.count, secret.description)
        #expect(count == 3)
        #expect(bytes(secret) == [1, 2, 3])
        #expect(words == "key")
        #expect(try bytes(secret.part(1..<3)) == [2, 3])
        #expect(throws: CryptographyError.wrongLength(of: "key", expected: 4, found: 3)) {
            _ = try secret.part(1..<4)
        }
        #expect(bytes(SecretBytes(count: 4)) == [0, 0, 0, 0])
    }

    @Test func `compares by content`() throws {
        let secret = try SecretBytes(random: 32)
        let same = secret.equals(secret.copy())
        let other = try secret.equals(SecretBytes(random: 32))
        let shorter = secret.equals(SecretBytes(count: 31))
        #expect(same)
        #expect(!other)
        #expect(!shorter)
        #expect(ConstantTime.equal([1, 2], [1, 2]))
        #expect(!ConstantTime.equal([1, 2], [1, 3]))
        #expect(!ConstantTime.equal([1, 2], [1]))
    }

    @Test func `takes the bytes out of the caller's hands`() {
        var given: [UInt8] = [1, 2, 3]
        let secret = SecretBytes(taking: &given)
        #expect(given.isEmpty)
        #expect(bytes(secret) == [1, 2, 3])
    }

    @Test func `lies in locked memory and leaves nothing there`() throws {
        // The locked heap is the library's own and stays mapped, so the place may be looked at after the drop.
        let mark: [UInt8] = (0..<64).map { $0 ^ 0x5A }
        var place: UInt = 0
        do {
            let secret = SecretBytes(copying: mark)
            let isLocked = secret.isLocked
            try #require(isLocked)
            unsafe secret.withBytes { place = UInt(bitPattern: $0.baseAddress) }
            #expect(bytes(secret) == mark)
        }
        let after = unsafe Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: place), count: 64))
        #expect(after != mark)
        #expect(!after.indices.dropLast(8).contains { Array(after[$0..<$0 + 8]) == Array(mark[$0..<$0 + 8]) })
    }

    @Test func `falls back to the ordinary heap when the locked one is full`() {
        let large = SecretBytes(count: 1 << 22)
        let (isLocked, count) = (large.isLocked, large.count)
        #expect(!isLocked)
        #expect(count == 1 << 22)
    }

    @Test func `draws different bytes each time`() throws {
        #expect(try Random.bytes(32) != Random.bytes(32))
        #expect(try Random.bytes(0) == [])
    }
}
