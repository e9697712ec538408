// A code over the tags of numbered blocks, whose sum stays cheap while single blocks change.
import COpenSSL

/// A sealed block's tag as one number, in the byte order in which it stands in memory.
package typealias BlockTag = SIMD2<UInt64>

/// A secret code for each pair of a number and a 16-byte tag; a set of pairs is known by the sum (exclusive or) of their codes.
///
/// The code is CBC-MAC with AES-256 over exactly two blocks: `E(E(twelve zero bytes || be32 number) xor tag)`, which is a
/// pseudorandom function of pairs. The sum of a set can be kept up with one code for each pair that comes or goes. It
/// must never be shown: who knows the sums of several sets could make up others. One value serves one thread at a time.
@safe package final class TagCode {
    /// How long the key is, in bytes.
    package static let keyLength = 32

    /// How many pairs are worked on at once.
    private static let batch = 256

    private let context: OpaquePointer
    private let blocks: UnsafeMutableBufferPointer<BlockTag>

    /// Makes ready under `key`, which must be 32 bytes long.
    ///
    /// Throws ``CryptographyError``.
    package init(key: borrowing SecretBytes) throws(CryptographyError) {
        guard key.count == Self.keyLength else {
            throw .wrongLength(of: "tag key", expected: Self.keyLength, found: key.count)
        }
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw .libraryFailed("a cipher context") }
        unsafe self.context = unsafe context
        unsafe blocks = .allocate(capacity: Self.batch)
        unsafe blocks.initialize(repeating: .zero)
        let cipher = unsafe try Library.block()
        let ready = unsafe key.withBytes { bytes in
            let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
            return unsafe EVP_EncryptInit_ex(context, cipher, nil, start, nil) == 1
                && EVP_CIPHER_CTX_set_padding(context, 0) == 1
        }
        guard ready else { throw .libraryFailed("preparing a tag key") }
    }

    deinit {
        // OpenSSL wipes the key schedule as it frees it.
        unsafe EVP_CIPHER_CTX_free(context)
        unsafe OPENSSL_cleanse(UnsafeMutableRawPointer(blocks.baseAddress), Self.batch * MemoryLayout<BlockTag>.stride)
        unsafe blocks.deallocate()
    }

    /// The sum of the codes of `tags`, which are numbered from `first` on.
    ///
    /// A tag of zero is no tag and adds nothing. Throws ``CryptographyError`` if the cipher library fails.
    package func sum(_ tags: ArraySlice<BlockTag>, from first: UInt32) throws(CryptographyError) -> BlockTag {
        var sum = BlockTag.zero
        var place = tags.startIndex
        while place < tags.endIndex {
            let end = min(tags.endIndex, place + Self.batch)
            let numbers = first &+ UInt32(truncatingIfNeeded: place - tags.startIndex)
            sum ^= try part(tags[place..<end]) { numbers &+ UInt32(truncatingIfNeeded: $0) }
            place = end
        }
        return sum
    }

    /// The sum of the codes of `tags`, which are numbered by `numbers`, as many.
    ///
    /// A tag of zero is no tag and adds nothing. Throws ``CryptographyError`` if the cipher library fails.
    package func sum(_ tags: [BlockTag], numbers: [UInt32]) throws(CryptographyError) -> BlockTag {
        guard tags.count == numbers.count else {
            throw .wrongLength(of: "list of tags", expected: numbers.count, found: tags.count)
        }
        var sum = BlockTag.zero
        var place = 0
        while place < tags.count {
            let end = min(tags.count, place + Self.batch)
            sum ^= try part(tags[place..<end]) { numbers[place + $0] }
            place = end
        }
        return sum
    }

    private func part(_ tags: ArraySlice<BlockTag>, number: (Int) -> UInt32) throws(CryptographyError) -> BlockTag {
        let start = tags.startIndex
        for index in 0..<tags.count {
            unsafe blocks[index] = BlockTag(0, UInt64(number(index)).bigEndian)
        }
        var isDone = encrypt(tags.count)
        for index in 0..<tags.count { unsafe blocks[index] ^= tags[start + index] }
        isDone = isDone && encrypt(tags.count)
        guard isDone else { throw .libraryFailed("a code over tags") }
        var sum = BlockTag.zero
        for index in 0..<tags.count where tags[start + index] != .zero { unsafe sum ^= blocks[index] }
        return sum
    }

    private func encrypt(_ count: Int) -> Bool {
        let size = Int32(count * MemoryLayout<BlockTag>.stride)
        var written: Int32 = 0
        let start = unsafe UnsafeMutableRawPointer(blocks.baseAddress)?.assumingMemoryBound(to: UInt8.self)
        return unsafe EVP_EncryptUpdate(context, start, &written, start, size) == 1 && written == size
    }
}
