// Reading the audit log: leaves, details, the head, checkpoints.
package import AuditLog
package import Cryptography
package import SQLite

extension Connection {
    /// The tree's right edge, from which it grows.
    package func frontier() throws -> Frontier {
        try first("SELECT frontier FROM audit_head WHERE one = 1") { try Frontier($0.bytes(0)) } ?? Frontier()
    }

    /// How many leaves the log has.
    package func logSize() throws -> Int {
        try first("SELECT size FROM audit_head WHERE one = 1") { try $0.int(0) } ?? 0
    }

    /// When the newest leaf was made, in milliseconds of UTC since 1970; 0 if there is none, or if it was pruned.
    package func lastLogged() throws -> Int64 {
        let size = try logSize()
        guard size > 0 else { return 0 }
        let seq = size - 1
        let last: Int64? =
            try first("SELECT leaf FROM audit_leaf WHERE seq = \(seq)") { row in
                try row.isNull(0) ? nil : row.withBytes(0) { try LeafOutline(reading: $0, at: seq).at }
            } ?? nil
        return last ?? 0
    }

    /// The leaves of a range in order: their bytes, unless pruned, and their stored hashes.
    package func leaves(_ range: Range<Int>, _ body: (Int, [UInt8]?, [UInt8]) throws -> Void) throws {
        try query(
            """
            SELECT seq, leaf, leaf_hash FROM audit_leaf
            WHERE seq >= \(range.lowerBound) AND seq < \(range.upperBound) ORDER BY seq
            """
        ) { try body($0.int(0), $0.bytesOrNil(1), $0.bytes(2)) }
    }

    /// The next leaves from `first` on, at most so many; none at the end of the log.
    ///
    /// Throws `AuditError.missingLeaf` where one is missing between others.
    package func run(from first: Int, most: Int) throws -> LeafRun {
        var run = LeafRun(first: first, capacity: most)
        try query(
            "SELECT seq, leaf, leaf_hash FROM audit_leaf WHERE seq >= \(first) ORDER BY seq LIMIT \(most)"
        ) { row in
            let next = first + run.count
            guard try row.int(0) == next else { throw AuditError.missingLeaf(next) }
            guard let hash = try row.withBytes(2, { Digest($0) }) else { throw AuditError.malformedLeaf(next) }
            if row.isNull(1) { run.append(pruned: hash) } else { try row.withBytes(1) { run.append($0, hash: hash) } }
        }
        return run
    }

    /// The details of a run of leaves, in order.
    package func details(of leaves: LeafRun) throws -> DetailRun {
        var run = DetailRun()
        try query(
            """
            SELECT seq, part, subject, manner, salt, box, part_hash FROM audit_detail
            WHERE seq >= \(leaves.first) AND seq < \(leaves.first + leaves.count) ORDER BY seq, part
            """
        ) { row in
            guard let manner = SealedDetail.Manner(rawValue: try row.int64(3)) else {
                throw RowsError("audit_detail", "its manner is unknown")
            }
            let (seq, part) = (try row.int(0), try row.int(1))
            let subject = try row.isNull(2) ? nil : row.int64(2)
            let partHash = try row.isNull(6) ? nil : row.withBytes(6) { Digest($0) }
            try row.withBytes(4) { salt in
                try row.withBytes(5) { box in
                    run.append(
                        seq: seq, part: part, subject: subject, manner: manner, salt: salt, box: box,
                        partHash: partHash)
                }
            }
        }
        return run
    }

    /// The sealed details of one leaf, in order.
    package func details(of leaf: Int) throws -> [SealedDetail] {
        try all(
            """
            SELECT part, subject, salt, manner, box, part_hash FROM audit_detail WHERE seq = \(leaf) ORDER BY part
            """
        ) { row in
            guard let manner = SealedDetail.Manner(rawValue: try row.int64(3)) else {
                throw RowsError("audit_detail", "its manner is unknown")
            }
            return SealedDetail(
                part: try row.int(0), subject: try row.isNull(1) ? nil : row.int64(1), salt: try row.bytes(2),
                manner: manner, box: try row.bytes(4), partHash: try row.bytesOrNil(5).flatMap { Digest($0) })
        }
    }

    /// The leaves that have a part about a subject.
    package func leaves(about subject: Int64) throws -> [Int] {
        try all("SELECT DISTINCT seq FROM audit_detail WHERE subject = \(subject) ORDER BY seq") { try $0.int(0) }
    }

    /// The stored root of a whole subtree.
    package func subtree(level: Int, place: Int) throws -> Digest? {
        try first("SELECT hash FROM audit_node WHERE level = \(level) AND place = \(place)") { Digest(try $0.bytes(0)) }
            ?? nil
    }

    /// How many roots of whole subtrees are stored.
    package func subtreeCount() throws -> Int { try first("SELECT count(*) FROM audit_node") { try $0.int(0) } ?? 0 }

    /// The hashes of the leaves of a range in order, pruned ones too.
    package func leafHashes(_ range: Range<Int>) throws -> [Digest] {
        try all(
            """
            SELECT leaf_hash FROM audit_leaf
            WHERE seq >= \(range.lowerBound) AND seq < \(range.upperBound) ORDER BY seq
            """
        ) { try Digest($0.bytes(0)) }.compactMap(\.self)
    }

    /// The largest checkpoint kept that is smaller than `limit`; nil if there is none.
    package func newestCheckpoint(below limit: Int = .max) throws -> (size: Int, note: String)? {
        try first(
            "SELECT size, note FROM audit_checkpoint WHERE size < \(limit) ORDER BY size DESC LIMIT 1"
        ) { (try $0.int(0), try $0.text(1)) }
    }

    /// The checkpoints kept, the smallest first.
    package func checkpoints() throws -> [(size: Int, note: String)] {
        try all("SELECT size, note FROM audit_checkpoint ORDER BY size") { (try $0.int(0), try $0.text(1)) }
    }
}
