// SHA-256, HMAC, HKDF and scrypt against the answers that their authors published.
import Cryptography
import Testing

@Suite struct HashTests {
    // FIPS 180-4 examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `hashes as the standard's examples do`(text: String, digest: String) throws {
        #expect(try SHA256.hash(Array(text.utf8)).description == digest)
    }

    @Test func `one context hashes many values, whole or in pieces`() throws {
        var hash = try SHA256()
        for count in 0..<200 {
            let bytes = (0..<count).map { UInt8($0) }
            for piece in [bytes.prefix(count / 3), bytes.dropFirst(count / 3)] { try hash.update(Array(piece)) }
            #expect(try hash.finish() == SHA256.hash(bytes))
        }
    }

    @Test func `a digest is 32 bytes and nothing else`() throws {
        let digest = try SHA256.hash([1])
        #expect(Digest(digest.bytes) == digest)
        #expect(Digest([UInt8](repeating: 0, count: 31)) == nil)
    }

    // RFC 4231, test cases 2 and 6.
    @Test(arguments: [
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func `authenticates as RFC 4231 does`(key: [UInt8], text: String, code: String) throws {
        let key = SecretBytes(copying: key)
        #expect(try HMACSHA256.code(of: Array(text.utf8), under: key).description == code)
        var running = try HMACSHA256(key: key)
        for _ in 0..<3 {
            try running.update(Array(text.utf8))
            #expect(try running.finish().description == code)
        }
    }

    // RFC 5869, test cases 1 and 3.
    @Test func `derives as RFC 5869 does`() throws {
        let key = SecretBytes(copying: [UInt8](repeating: 0x0B, count: 22))
        let first = try HKDFSHA256.derive(
            from: key, salt: Array(0...0x0C), info: Array(0xF0...0xF9), count: 42)
        #expect(
            hexadecimal(first)
                == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
        let third = try HKDFSHA256.derive(from: key, info: [], count: 42)
        #expect(
            hexadecimal(third)
                == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")
    }

    // RFC 7914, section 12.
    @Test func `derives from passphrases as RFC 7914 does`() throws {
        let small = try Scrypt.derive(from: SecretBytes(count: 0), salt: [], cost: .least, count: 64)
        #expect(
            hexadecimal(small)
                == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")
        let cost = try #require(ScryptCost(logN: 14, r: 8, p: 1))
        let large = try Scrypt.derive(
            from: SecretBytes(copying: "pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), cost: cost, count: 64)
        #expect(
            hexadecimal(large)
                == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887")
    }

    @Test(
        arguments: [(3, 8, 1), (23, 8, 1), (17, 0, 1), (17, 64, 1), (17, 8, 0), (22, 8, 1)] as [(UInt8, UInt32, UInt32)]
    )
    func `refuses a cost that no program should pay`(logN: UInt8, r: UInt32, p: UInt32) {
        #expect(ScryptCost(logN: logN, r: r, p: p) == nil)
    }

    @Test func `the program's cost fits its own bounds`() {
        #expect(ScryptCost(logN: 17, r: 8, p: 1) == .standard)
        #expect(ScryptCost.standard.memory > 1 << 27)
    }
}
