// The page cipher against the published answers of C2SP, and against every altered bit.
import COpenSSL
import Glibc
import Testing

// The published answers fix the nonce, which no other room can do: that door is not `package`.
@testable import Cryptography

@Suite struct `XAES-256-GCM` {
    private struct Known: Sendable, CustomTestStringConvertible {
        let key: UInt8
        let extra: String
        let sealed: String
        var testDescription: String { "key \(key)" }
    }

    @Test(arguments: [
        Known(key: 1, extra: "", sealed: "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"),
        Known(
            key: 3, extra: "c2sp.org/XAES-256-GCM", sealed: "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"),
    ])
    private func `gives the published answer`(_ known: Known) throws {
        let key = SecretBytes(copying: [UInt8](repeating: known.key, count: 32))
        let cipher = try XAES256GCM(key: key)
        let nonce = Array("ABCDEFGHIJKLMNOPQRSTUVWX".utf8)
        let sealed = try cipher.seal(Array("XAES-256-GCM".utf8), extra: Array(known.extra.utf8), under: nonce)
        #expect(hexadecimal(sealed) == known.sealed)
        #expect(cipher.open(sealed, extra: Array(known.extra.utf8), under: nonce) == Array("XAES-256-GCM".utf8))
    }

    @Test func `gives the published answer of 10,000 messages`() throws {
        #expect(
            try accumulated(10_000) == "e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939")
    }

    @Test(.enabled(if: isSoak)) func `gives the published answer of 1,000,000 messages`() throws {
        #expect(
            try accumulated(1_000_000) == "2163ae1445985a30b60585ee67daa55674df06901b890593e824b8a7c885ab15")
    }

    @Test func `refuses every altered bit of text, extra, nonce and tag`() throws {
        let cipher = try XAES256GCM(key: SecretBytes(random: 32))
        let text = Array("fictional".utf8)
        let extra: [UInt8] = [1, 2, 3]
        let (sealed, nonce) = try cipher.seal(text, extra: extra)
        for bit in 0..<sealed.count * 8 {
            #expect(cipher.open(flipped(sealed, bit), extra: extra, under: nonce) == nil)
        }
        for bit in 0..<extra.count * 8 { #expect(cipher.open(sealed, extra: flipped(extra, bit), under: nonce) == nil) }
        for bit in 0..<nonce.count * 8 { #expect(cipher.open(sealed, extra: extra, under: flipped(nonce, bit)) == nil) }
        #expect(cipher.open(sealed, extra: extra, under: nonce) == text)
        #expect(try XAES256GCM(key: SecretBytes(random: 32)).open(sealed, extra: extra, under: nonce) == nil)
    }

    @Test func `leaves nothing readable where a seal did not open`() throws {
        let cipher = try XAES256GCM(key: SecretBytes(random: 32))
        let (sealed, nonce) = try cipher.seal([UInt8](repeating: 7, count: 64), extra: [])
        var plain = [UInt8](repeating: 9, count: 64)
        let wrong = [UInt8](repeating: 0, count: 16)
        let opened = unsafe plain.withUnsafeMutableBytes { target in
            unsafe sealed.withUnsafeBytes { source in
                unsafe nonce.withUnsafeBytes { nonce in
                    unsafe wrong.withUnsafeBytes { tag in
                        unsafe cipher.open(
                            UnsafeRawBufferPointer(rebasing: source[..<64]), into: target,
                            extra: UnsafeRawBufferPointer(start: nil, count: 0), nonce: nonce, tag: tag)
                    }
                }
            }
        }
        #expect(!opened)
        #expect(plain == [UInt8](repeating: 0, count: 64))
    }

    @Test func `never uses a nonce twice`() throws {
        let key = try SecretBytes(random: 32)
        var seen: Set<[UInt8]> = []
        for _ in 0..<4 {
            let cipher = try XAES256GCM(key: key)
            for _ in 0..<2_000 { #expect(seen.insert(try cipher.seal([1], extra: []).nonce).inserted) }
        }
    }

    @Test func `opens what many others sealed under the same key`() throws {
        let key = try SecretBytes(random: 32)
        let reader = try XAES256GCM(key: key)
        var sealed: [(text: [UInt8], nonce: [UInt8])] = []
        for index in 0..<40 { sealed.append(try XAES256GCM(key: key).seal([UInt8(index)], extra: [])) }
        for _ in 0..<2 {
            for (index, one) in sealed.enumerated() {
                #expect(reader.open(one.text, extra: [], under: one.nonce) == [UInt8(index)])
            }
        }
    }

    @Test func `refuses a key of another length`() {
        #expect(throws: CryptographyError.self) { try XAES256GCM(key: SecretBytes(count: 16)) }
    }

    private func accumulated(_ count: Int) throws -> String {
        var source = ShakeStream(length: count * 320)
        var all: [UInt8] = []
        all.reserveCapacity(count * 145)
        for _ in 0..<count {
            let (key, nonce) = (source.take(32), source.take(24))
            let text = source.take(Int(source.take(1)[0]))
            let extra = source.take(Int(source.take(1)[0]))
            let cipher = try XAES256GCM(key: SecretBytes(copying: key))
            let sealed = try cipher.seal(text, extra: extra, under: nonce)
            #expect(cipher.open(sealed, extra: extra, under: nonce) == text)
            all += sealed
        }
        return hexadecimal(shake128(all, length: 32))
    }

    private func flipped(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
        var bytes = bytes
        bytes[bit / 8] ^= 1 << (bit % 8)
        return bytes
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String { Hexadecimal.text(bytes) }
}

/// Whether the full counts are wanted, which take minutes.
private let isSoak = unsafe getenv("DALESWAY_SOAK") != nil

/// The one stream from which the published answers take keys, nonces and texts.
private struct ShakeStream {
    private let bytes: [UInt8]
    private var place = 0

    init(length: Int) { bytes = shake128([], length: length) }

    mutating func take(_ count: Int) -> [UInt8] {
        defer { place += count }
        return Array(bytes[place..<place + count])
    }
}

private func shake128(_ input: [UInt8], length: Int) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: length)
    let context = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(context) }
    unsafe EVP_DigestInit_ex(context, EVP_shake128(), nil)
    unsafe EVP_DigestUpdate(context, input, input.count)
    unsafe EVP_DigestFinalXOF(context, &output, length)
    return output
}

extension XAES256GCM {
    fileprivate func seal(_ text: [UInt8], extra: [UInt8], under nonce: [UInt8]) throws -> [UInt8] {
        var sealed = text + [UInt8](repeating: 0, count: 16)
        try unsafe sealed.withUnsafeMutableBytes { sealed in
            let body = unsafe UnsafeMutableRawBufferPointer(rebasing: sealed[..<text.count])
            let tag = unsafe UnsafeMutableRawBufferPointer(rebasing: sealed[text.count...])
            try unsafe extra.withUnsafeBytes { extra in
                try unsafe nonce.withUnsafeBytes { nonce in
                    try unsafe seal(UnsafeRawBufferPointer(body), into: body, extra: extra, under: nonce, tag: tag)
                }
            }
        }
        return sealed
    }

    fileprivate func seal(_ text: [UInt8], extra: [UInt8]) throws -> (text: [UInt8], nonce: [UInt8]) {
        var sealed = text + [UInt8](repeating: 0, count: 16)
        var nonce = [UInt8](repeating: 0, count: 24)
        try unsafe sealed.withUnsafeMutableBytes { sealed in
            let body = unsafe UnsafeMutableRawBufferPointer(rebasing: sealed[..<text.count])
            let tag = unsafe UnsafeMutableRawBufferPointer(rebasing: sealed[text.count...])
            try unsafe extra.withUnsafeBytes { extra in
                try unsafe nonce.withUnsafeMutableBytes { nonce in
                    try unsafe seal(UnsafeRawBufferPointer(body), into: body, extra: extra, nonce: nonce, tag: tag)
                }
            }
        }
        return (sealed, nonce)
    }

    fileprivate func open(_ sealed: [UInt8], extra: [UInt8], under nonce: [UInt8]) -> [UInt8]? {
        var plain = [UInt8](repeating: 0, count: sealed.count - 16)
        let opened = unsafe plain.withUnsafeMutableBytes { plain in
            unsafe sealed.withUnsafeBytes { sealed in
                unsafe extra.withUnsafeBytes { extra in
                    unsafe nonce.withUnsafeBytes { nonce in
                        unsafe open(
                            UnsafeRawBufferPointer(rebasing: sealed[..<plain.count]), into: plain, extra: extra,
                            nonce: nonce, tag: UnsafeRawBufferPointer(rebasing: sealed[plain.count...]))
                    }
                }
            }
        }
        return opened ? plain : nil
    }
}
