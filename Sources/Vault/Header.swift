// The first block of case.db: what the file is, whose it is, and whether it is whole.
import Cryptography

/// The header block: 4,096 bytes in the clear, covered by a plain digest against accident and a keyed one against design.
struct Header {
    static let size = 4096
    private static let magic = Array("Dalesway store\0\n".utf8)
    private static let (codePlace, digestPlace) = (4032, 4064)

    let format: UInt32
    let storeID: [UInt8]
    let epoch: UInt32
    let check: [UInt8]

    /// The block's bytes, with both codes.
    func bytes(keys: borrowing StoreKeys) throws -> [UInt8] {
        var block = Self.magic
        block += format.bigEndianBytes
        block += UInt32(Layout.pageSize).bigEndianBytes
        block += UInt32(Layout.reserved).bigEndianBytes
        block += epoch.bigEndianBytes
        block += storeID
        block += check
        block += [UInt8](repeating: 0, count: Self.codePlace - block.count)
        block += try HMACSHA256.code(of: block, under: keys.header).bytes
        block += try SHA256.hash(block).bytes
        return block
    }

    /// Reads a block that need not be whole or ours, as far as that can be told without the key.
    init(unverified block: [UInt8], expecting storeID: [UInt8]) throws {
        guard block.count == Self.size, block.contains(where: { $0 != 0 }) else { throw VaultError.notAStore }
        let isWhole = try SHA256.hash(Array(block[..<Self.digestPlace])).bytes == Array(block[Self.digestPlace...])
        let found = Array(block[32..<48])
        guard Array(block[..<16]) == Self.magic else {
            // Our own number in its place says that this was ours.
            throw found == storeID ? VaultError.damaged(.header) : VaultError.notAStore
        }
        guard isWhole else { throw VaultError.damaged(.header) }
        let version = UInt32(bigEndian: block, at: 16)
        guard version <= Layout.version else { throw VaultError.newerFormat(version) }
        guard found == storeID else { throw VaultError.foreign }
        let shape = (UInt32(bigEndian: block, at: 20), UInt32(bigEndian: block, at: 24))
        guard version > 0, shape == (UInt32(Layout.pageSize), UInt32(Layout.reserved)) else {
            throw VaultError.damaged(.header)
        }
        format = version
        self.storeID = found
        epoch = UInt32(bigEndian: block, at: 28)
        check = Array(block[48..<64])
    }

    /// The store's name as the block gives it; nil unless the block is one of ours and met with no accident.
    static func name(in block: [UInt8]) -> [UInt8]? {
        guard block.count == size, Array(block[..<16]) == magic,
            let digest = try? SHA256.hash(Array(block[..<digestPlace])), digest.bytes == Array(block[digestPlace...])
        else { return nil }
        return Array(block[32..<48])
    }

    init(storeID: [UInt8], epoch: UInt32, check: [UInt8]) {
        (format, self.storeID, self.epoch, self.check) = (Layout.version, storeID, epoch, check)
    }

    /// Checks the block against the key.
    func verify(_ block: [UInt8], keys: borrowing StoreKeys) throws {
        guard ConstantTime.equal(check, keys.check) else { throw VaultError.wrongKey }
        let code = try HMACSHA256.code(of: Array(block[..<Self.codePlace]), under: keys.header).bytes
        guard ConstantTime.equal(code, Array(block[Self.codePlace..<Self.digestPlace])) else {
            throw VaultError.damaged(.header)
        }
    }
}
