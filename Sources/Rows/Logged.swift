// The one door to a change: what was done, with what the log says of it.
package import AuditLog
import Cryptography
package import SQLite

/// What a change came to, and the audit entries that buy it.
///
/// There is no change without at least one.
package struct Logged<Result> {
    /// What the change came to.
    package let result: Result
    let entries: [Entry]

    package init(_ result: Result, _ entry: Entry, and more: [Entry] = []) {
        (self.result, entries) = (result, [entry] + more)
    }
}

extension Connection {
    /// Makes a change and logs it, both or neither, in one transaction; nothing else in the program changes the case file.
    ///
    /// - Parameter clock: is told when the newest leaf was made, and gives what is to be logged before all else if the
    ///   clock was set back since; without it the log's time stands still until the clock has caught up.
    /// - Returns: what the change came to, and how many leaves the log has then.
    package func change<Result>(
        noting clock: ((Int64) throws -> Entry?)? = nil,
        _ body: (borrowing Transaction) throws -> Logged<Result>
    ) throws -> (result: Result, size: Int) {
        try transaction { transaction in
            var known: Int64?
            if let clock {
                var last = try lastLogged()
                if let told = try clock(last) { _ = try transaction.append([told], after: &last, self) }
                known = last
            }
            let logged = try body(transaction)
            // A store that is being made has no log before its body has run.
            var last = try known ?? lastLogged()
            return (logged.result, try transaction.append(logged.entries, after: &last, self))
        }
    }

    /// Keeps the signature over a checkpoint: the one thing that is written without a leaf of its own.
    ///
    /// - Parameters:
    ///   - replaced: the size of a checkpoint that gives way to it, if one does.
    ///   - fact: the fact of the store that says which checkpoint will give way to the next; without a value, none will.
    package func keep(
        checkpoint note: String, size: Int, at moment: Int64, replacing replaced: Int? = nil,
        fact: (name: String, value: [UInt8]?)
    ) throws {
        try transaction { transaction in
            if let replaced { try transaction.run("DELETE FROM audit_checkpoint WHERE size = \(replaced)") }
            if let value = fact.value {
                try transaction.setStoreFact(fact.name, value)
            } else {
                try transaction.removeStoreFact(fact.name)
            }
            _ = try transaction.run(
                "INSERT OR IGNORE INTO audit_checkpoint (size, note, signed_at) VALUES (\(size), \(note), \(moment))")
        }
    }
}

extension Transaction {
    /// Puts a witness's line under a kept checkpoint; its text stays as it is.
    package borrowing func cosign(checkpoint size: Int, with note: String) throws {
        guard try run("UPDATE audit_checkpoint SET note = \(note) WHERE size = \(size)") == 1 else {
            throw RowsError("audit_checkpoint", "there is no checkpoint of that size")
        }
    }

    /// Appends entries to the log, whose newest leaf is of `last`, and answers its size.
    fileprivate borrowing func append(
        _ entries: [Entry], after last: inout Int64, _ connection: Connection
    ) throws -> Int {
        var hash = try TreeHash()
        let sealer = try EntrySealer()
        try sealer.prepare(parts: entries.reduce(0) { $0 + $1.parts.count })
        var frontier = try connection.frontier()
        let old = frontier.size
        for entry in entries {
            let sealed = try sealer.seal(entry.inOrder(after: last), at: frontier.size, hash: &hash)
            last = sealed.leaf.at
            try run(
                """
                INSERT INTO audit_leaf (seq, leaf, leaf_hash)
                VALUES (\(frontier.size), \(sealed.bytes), \(sealed.hash.bytes))
                """)
            for detail in sealed.details {
                try run(
                    """
                    INSERT INTO audit_detail (seq, part, subject, salt, manner, box, part_hash)
                    VALUES (\(frontier.size), \(detail.part), \(maybe: detail.subject), \(detail.salt),
                            \(detail.manner.rawValue), \(detail.box), \(maybe: detail.partHash?.bytes))
                    """)
            }
            for subtree in try frontier.append(sealed.hash, hash: &hash) {
                try run(
                    """
                    INSERT INTO audit_node (level, place, hash)
                    VALUES (\(subtree.level), \(subtree.place), \(subtree.hash.bytes))
                    """)
            }
        }
        let encoded = frontier.encoded
        if old == 0 {
            try run("INSERT INTO audit_head (one, size, frontier) VALUES (1, \(frontier.size), \(encoded))")
        } else if try run(
            "UPDATE audit_head SET size = \(frontier.size), frontier = \(encoded) WHERE one = 1 AND size = \(old)") != 1
        {
            throw RowsError("audit_head", "the log has another size than was read")
        }
        return frontier.size
    }
}
