// What the audit log costs: a commit with it and without, appending, checking, proving, looking.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Rows
import SQLite
import Vault

/// The measurements of the audit log, on encrypted case files, what is compared always in turns within one run.
enum Audit {
    /// The least number that a leaf put in without its tree has, so that it never meets one of the log's own.
    private static let apart = 1 << 40

    /// Measures everything, and keeps it as JSON.
    static func run(rounds: Int, leaves: Int, _ goals: inout Goals) throws {
        let new = try AuditStore.found()
        defer { new.remove() }
        try commits(new, rounds, &goals)
        try appending(new, rounds, &goals)
        try looking(rounds, &goals)
        let half = try new.copy()
        defer { half.remove() }
        try half.grow(to: leaves / 2)
        let whole = try half.copy()
        defer { whole.remove() }
        try whole.grow(to: leaves)
        try checking(whole, half, leaves, rounds, &goals)
        try proving(whole, rounds, &goals)
        try goals.keep(in: ".build/bench-audit.json")
    }

    /// A change of one row of 800 bytes: alone, with what the log keeps but without its tree, and as the program logs it.
    private static func commits(_ new: AuditStore, _ rounds: Int, _ goals: inout Goals) throws {
        // Each manner has a copy of the same case file, so that none of them finds pages that another has made.
        let stores = try (0..<3).map { _ in try new.copy() }
        defer { for store in stores { store.remove() } }
        let vaults = try stores.map { try $0.open() }
        let keys = try AuditStore.keys(vaults[0].connection)
        var taken: [[Times]] = [[], [], []]
        for number in 0..<(rounds * 700) {
            let value = try Random.bytes(800)
            let entry = AuditStore.entry(number, keys)
            for manner in [0, 1, 2].map({ ($0 + number) % 3 }) {
                let connection = vaults[manner].connection
                let time = try times {
                    switch manner {
                    case 0: try connection.transaction { try $0.setStoreFact("bench", value) }
                    case 1:
                        try connection.transaction { transaction in
                            try transaction.setStoreFact("bench", value)
                            var hash = try TreeHash()
                            try put(entry.sealed(at: apart + number, hash: &hash), hash: value, transaction)
                        }
                    default:
                        _ = try connection.change { transaction in
                            try transaction.setStoreFact("bench", value)
                            return Logged((), entry)
                        }
                    }
                }
                // The first of them find nothing in any cache.
                if number >= 50 { taken[manner].append(time) }
            }
        }
        for vault in vaults { try vault.close() }
        goals.show("a logged change over one without a log", taken[2], over: taken[0], atMost: 1.5)
        goals.tell("the same without the tree", taken[1])
        goals.show("the tree's share of it", taken[2], over: taken[1], atMost: 1.2)
    }

    /// Puts in what the log keeps of an entry, but for its tree.
    private static func put(
        _ sealed: SealedEntry, hash: [UInt8], _ transaction: borrowing Transaction
    ) throws {
        let hash = Array(hash.prefix(32))
        try transaction.run(
            "INSERT INTO audit_leaf (seq, leaf, leaf_hash) VALUES (\(sealed.leaf.seq), \(sealed.bytes), \(hash))")
        for detail in sealed.details {
            try transaction.run(
                """
                INSERT INTO audit_detail (seq, part, subject, salt, manner, box, part_hash)
                VALUES (\(sealed.leaf.seq), \(detail.part), \(maybe: detail.subject), \(detail.salt),
                        \(detail.manner.rawValue), \(detail.box), NULL)
                """)
        }
    }

    /// A thousand entries in a transaction, beside rows of the same bytes that are ready and only put in.
    private static func appending(_ new: AuditStore, _ rounds: Int, _ goals: inout Goals) throws {
        let (logging, plain) = (try new.copy(), try new.copy())
        defer { for store in [logging, plain] { store.remove() } }
        let vaults = (try logging.open(), try plain.open())
        let keys = try AuditStore.keys(vaults.0.connection)
        var taken: (logged: [Times], plain: [Times]) = ([], [])
        var hash = try TreeHash()
        for batch in 0..<(rounds * 10) {
            let entries = (batch * 1_000..<(batch + 1) * 1_000).map { AuditStore.entry($0, keys) }
            let ready = try entries.enumerated().map { place, entry in
                try entry.sealed(at: apart + batch * 1_000 + place, hash: &hash)
            }
            taken.logged.append(
                try times {
                    _ = try vaults.0.connection.change { _ in
                        Logged((), entries[0], and: Array(entries.dropFirst()))
                    }
                })
            taken.plain.append(
                try times {
                    try vaults.1.connection.transaction { transaction in
                        for sealed in ready { try put(sealed, hash: sealed.hash.bytes, transaction) }
                    }
                })
        }
        try vaults.0.close()
        try vaults.1.close()
        goals.show("entries appended, 1000 a transaction, one detail each", 1_000, in: taken.logged, atLeast: 50_000)
        goals.show("the same over putting the same bytes in", taken.logged, over: taken.plain, atMost: 2)
    }

    /// A look at a record as the program does it, beside the log's share of it alone.
    private static func looking(_ rounds: Int, _ goals: inout Goals) throws {
        try withStore { store, folder in
            _ = try take(Worklists.pieces(open: 40), into: store)
            guard let suspect = Reference("SUS-0001") else { return }
            let copy = try AuditStore.found()
            defer { copy.remove() }
            let vault = try copy.open()
            let keys = try AuditStore.keys(vault.connection)
            var taken: (look: [Times], leaf: [Times]) = ([], [])
            for number in 0..<(rounds * 100) {
                taken.look.append(try times { _ = try store.show(suspect) })
                let entry = AuditStore.entry(number, keys)
                taken.leaf.append(try times { _ = try vault.connection.change { _ in Logged((), entry) } })
            }
            try vault.close()
            try store.close()
            goals.tell("a look at a record, logged before it is shown", taken.look)
            goals.tell("the commit of such an entry alone", taken.leaf)
        }
    }

    /// The check of all leaves, beside hashing the same bytes in memory.
    private static func checking(
        _ whole: AuditStore, _ half: AuditStore, _ count: Int, _ rounds: Int, _ goals: inout Goals
    ) throws {
        var (leaves, all, bound): ([Times], [Times], [Times]) = ([], [], [])
        var memory: (whole: Int, half: Int) = (0, 0)
        var progress = 0
        let raw = try RawHashes(whole)
        for _ in 0..<rounds {
            let child = try AuditChild.verify(whole)
            leaves.append(child.leaves)
            all.append(child.all)
            progress = child.progress
            memory.whole = max(memory.whole, child.memory)
            memory.half = max(memory.half, try AuditChild.verify(half).memory)
            bound.append(try times { try raw.hash() })
        }
        goals.show("check of \(count) leaves, tree and checkpoints", leaves, atMost: 3 * Double(count) / 1e6)
        goals.show("the same over hashing leaves and nodes in memory", leaves, over: bound, atMost: 4)
        goals.show("check of them with every detail opened", all, atMost: 3 * Double(count) / 1e6)
        goals.show(
            "memory of a check of twice as many leaves", Double(memory.whole) / Double(memory.half), "times",
            atMost: 1.25)
        goals.tell("memory of a check of \(count) leaves", "\(memory.whole >> 20) MiB; progress told \(progress) times")
    }

    /// Proofs of single leaves, and that the log only grew.
    private static func proving(_ store: AuditStore, _ rounds: Int, _ goals: inout Goals) throws {
        let vault = try store.open()
        let connection = vault.connection
        var hash = try TreeHash()
        // Each check before has signed in, and so let the log grow.
        let frontier = try connection.frontier()
        let (root, count) = (try frontier.root(hash: &hash), frontier.size)
        guard let note = try connection.checkpoints().last?.note else { return }
        let checkpoint = try Note(reading: Array(note.utf8))
        var (inclusion, consistency): ([Times], [Times]) = ([], [])
        var (hashes, bytes, steps) = (0, 0, 0)
        for number in 0..<(rounds * 100) {
            let index = (number * 7_368_787 + number) % count
            var held: InclusionProof?
            inclusion.append(
                try times {
                    var reader = try tree(connection, count)
                    let proof = try reader.inclusion(of: index, at: count)
                    let leaf = try connection.run(from: index, most: 1).hashes[0]
                    guard try proof.verify(leaf, root: root) else { exit(2) }
                    held = proof
                })
            if let held {
                hashes = max(hashes, held.path.count)
                bytes = max(bytes, ProofFile(held, under: checkpoint).encoded.utf8.count)
            }
            consistency.append(
                try times {
                    var reader = try tree(connection, count)
                    let old = index + 1
                    let proof = try reader.consistency(from: old, to: count)
                    guard try proof.verify(oldRoot: reader.root(at: old), newRoot: root) else { exit(2) }
                    steps = max(steps, proof.path.count)
                })
        }
        try vault.close()
        goals.show("proof of a leaf among \(count), made and checked", inclusion, atMost: 0.005)
        goals.show("hashes of such a proof", Double(hashes), "", atMost: 20)
        goals.show("its file", Double(bytes) / 1000, "KB", atMost: 1.3)
        goals.show("proof that a log grew to \(count), made and checked", consistency, atMost: 0.005)
        goals.show("hashes of such a proof", Double(steps), "", atMost: 21)
    }

    /// The stored tree, read as far as a proof needs it.
    private static func tree(_ connection: Connection, _ size: Int) throws -> TreeReader {
        try TreeReader(
            size: size, leaves: { try connection.run(from: $0.lowerBound, most: $0.count).hashes },
            stored: { try connection.subtree(level: $0, place: $1) })
    }
}
