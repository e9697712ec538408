// How one block of a file is sealed: the text, then meta, nonce and tag.
import Cryptography

/// Seals and opens the blocks of one open file.
///
/// A block is its text, then 8 bytes of meta (the key's epoch and a number of the caller's), 24 of nonce and 16 of tag. The
/// binding says which block of which kind it is: a block that was moved does not open.
struct Sealer {
    private let cipher: XAES256GCM
    private let epoch: UInt32

    init(key: borrowing SecretBytes, epoch: UInt32) throws {
        cipher = try XAES256GCM(key: key)
        self.epoch = epoch
    }

    /// What a block is: a kind and number, and for a log which log.
    struct Binding {
        let kind: UInt32
        let number: UInt32
        let log: UInt64

        static func page(_ number: Int) -> Binding {
            Binding(kind: 0x4457_7067, number: UInt32(truncatingIfNeeded: number), log: 0)  // "DWpg"
        }

        static func mark(_ place: Int) -> Binding {
            Binding(kind: 0x4457_6D6B, number: UInt32(truncatingIfNeeded: place), log: 0)  // "DWmk"
        }

        static func logHeader(_ log: UInt64) -> Binding { Binding(kind: 0x4457_6C68, number: 0, log: log) }  // "DWlh"

        static func frame(_ index: Int, of log: UInt64) -> Binding {
            Binding(kind: 0x4457_6C66, number: UInt32(truncatingIfNeeded: index), log: log)  // "DWlf"
        }
    }

    /// Seals `text` into `block`, which is 48 bytes longer and may begin at the same address.
    func seal(
        _ text: UnsafeRawBufferPointer, into block: UnsafeMutableRawBufferPointer, as binding: Binding, note: UInt32
    ) throws(CryptographyError) {
        let size = text.count
        unsafe block.storeBytes(of: epoch.bigEndian, toByteOffset: size, as: UInt32.self)
        unsafe block.storeBytes(of: note.bigEndian, toByteOffset: size + 4, as: UInt32.self)
        let extra = unsafe Extra(binding, meta: block.loadUnaligned(fromByteOffset: size, as: UInt64.self))
        let (nonce, tag) = (size + Layout.metaSize, size + Layout.metaSize + Layout.nonceSize)
        try unsafe withUnsafeBytes(of: extra) { (extra) throws(CryptographyError) in
            try unsafe cipher.seal(
                text, into: UnsafeMutableRawBufferPointer(rebasing: block[..<size]), extra: extra,
                nonce: UnsafeMutableRawBufferPointer(rebasing: block[nonce..<tag]),
                tag: UnsafeMutableRawBufferPointer(rebasing: block[tag..<tag + Layout.tagSize]))
        }
    }

    /// Opens the block in place and answers its note; nil, with no text left in it, if anything was altered or moved.
    func open(_ block: UnsafeMutableRawBufferPointer, as binding: Binding) -> UInt32? {
        let size = block.count - Layout.reserved
        let (nonce, tag) = (size + Layout.metaSize, size + Layout.metaSize + Layout.nonceSize)
        let meta = unsafe block.loadUnaligned(fromByteOffset: size, as: UInt64.self)
        let isOpen = unsafe withUnsafeBytes(of: Extra(binding, meta: meta)) { extra in
            let text = unsafe UnsafeMutableRawBufferPointer(rebasing: block[..<size])
            return unsafe cipher.open(
                UnsafeRawBufferPointer(text), into: text, extra: extra,
                nonce: UnsafeRawBufferPointer(rebasing: block[nonce..<tag]),
                tag: UnsafeRawBufferPointer(rebasing: block[tag..<tag + Layout.tagSize]))
        }
        let (epoch, note) = (
            UInt32(truncatingIfNeeded: meta.bigEndian >> 32), UInt32(truncatingIfNeeded: meta.bigEndian)
        )
        return isOpen && epoch == self.epoch ? note : nil
    }

    /// The bytes that are bound in: kind, number, log, meta.
    private struct Extra {
        let name: UInt64
        let log: UInt64
        let meta: UInt64

        init(_ binding: Binding, meta: UInt64) {
            name = (UInt64(binding.kind) << 32 | UInt64(binding.number)).bigEndian
            log = binding.log.bigEndian
            self.meta = meta
        }
    }
}
