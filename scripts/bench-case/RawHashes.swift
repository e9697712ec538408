// The least that a check of the log can cost: hashing the same leaves and nodes, which lie in memory already.
import AuditLog
import Cryptography
import Rows
import SQLite
import Vault

/// The bytes of every leaf, each with the byte before it that makes it a leaf's hash.
struct RawHashes {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Reads the whole log.
    init(_ store: AuditStore) throws {
        let vault = try store.open()
        var run = try vault.connection.run(from: 0, most: 4_096)
        while run.count > 0 {
            for place in 0..<run.count {
                bytes.append(0)
                bytes.append(contentsOf: run.bytes[run.range(of: place)])
                ends.append(bytes.count)
            }
            run = try vault.connection.run(from: ends.count, most: 4_096)
        }
        try vault.close()
    }

    /// Hashes each leaf, and as many nodes as the tree over them has.
    func hash() throws {
        var hash = try SHA256()
        var start = 0
        for end in ends {
            try hash.update(bytes.span.extracting(start..<end))
            _ = try hash.finish()
            start = end
        }
        for place in 1..<ends.count {
            // A node is 65 bytes whichever they are.
            try hash.update(bytes.span.extracting(place..<place + 65))
            _ = try hash.finish()
        }
    }
}
