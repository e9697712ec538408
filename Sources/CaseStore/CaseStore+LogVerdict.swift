// The check of the audit log: leaves, tree, head, checkpoints, details.
import AuditLog
import Cryptography
import Rows
import SQLite

extension CaseStore {
    /// Checks every leaf, the tree that is kept of them, every kept checkpoint, and every detail that still exists.
    func verdict(
        _ findings: inout Findings, _ progress: CheckProgress
    ) throws -> (size: Int, root: String, checkpoints: Int) {
        let size = try connection.logSize()
        let before = findings.all.count
        let held = try checkpoints(size, &findings)
        var root = ""
        do {
            root = try walk(size, held.filter { $0.size <= size }, &findings, progress)
        } catch let error as AuditError {
            let fault = LogFault(error, in: Self.logName) { size in held.map(\.size).last { $0 < size } ?? 0 }
            if let fault { findings.add(fault) } else { findings.add(.log, "\(error)", advice: Finding.evidence) }
        } catch let error as StoreError {
            findings.add(.log, error.sentence, advice: Finding.evidence)
        }
        if findings.all.count == before { try commitments(size, &findings, progress) }
        return (size, root, held.count)
    }

    /// What stands for the log in the places of findings.
    static var logName: String { "the audit log" }

    /// The checkpoints that this log signed and kept.
    private func checkpoints(_ size: Int, _ findings: inout Findings) throws -> [Checkpoint] {
        let identity = try logIdentity()
        var held: [Checkpoint] = []
        try witnessed(&findings)
        for (kept, text) in try connection.checkpoints() {
            let name = "\(Self.logName), checkpoint of \(kept) entries"
            let read: Checkpoint
            do {
                read = try SignedCheckpoint(reading: Array(text.utf8), in: name) { try? identity.verifier(of: $0) }
                    .checkpoint
            } catch {
                findings.add(error)
                continue
            }
            guard read.size == kept else {
                findings.add(LogFault(.misnamed, in: name, other: "\(read.size)"))
                continue
            }
            held.append(read)
            if kept > size {
                findings.add(LogFault(.rolledBack, in: name, other: "\(size) for \(kept)"))
            }
        }
        return held
    }

    /// Hashes every leaf, and compares what is kept of the tree; answers the root.
    private func walk(
        _ size: Int, _ held: [Checkpoint], _ findings: inout Findings, _ progress: CheckProgress
    ) throws -> String {
        var walk = try LogVerifier(against: held)
        var subtrees = 0
        let source = try LeafSource(vault)
        defer { source.close() }
        while true {
            let run = try source.next()
            guard run.count > 0 else { break }
            try walk.take(run)
            subtrees += try kept(walk.completed, &findings)
            progress("log entries", walk.frontier.size, max(size, walk.frontier.size))
        }
        guard walk.frontier.size == size else {
            throw StoreError(
                .damaged, "The audit log has \(walk.frontier.size) entries, but its head says \(size).")
        }
        let root = try walk.finish()
        try checkEmergencies(walk.emergencies, pruned: walk.prunedCount, &findings)
        var hash = try TreeHash()
        let frontier = try connection.frontier()
        if try frontier.root(hash: &hash) != root || frontier.size != size {
            findings.add(LogFault(.headDiffers, in: Self.logName))
        }
        if try connection.subtreeCount() != subtrees {
            findings.add(.log, "More is kept of the log's tree than its entries lead to", advice: Finding.evidence)
        }
        return Base64.text(root.bytes)
    }

    /// Compares the subtrees that the walk came to with those that are kept; answers how many they were.
    private func kept(_ subtrees: [Subtree], _ findings: inout Findings) throws -> Int {
        for subtree in subtrees where try connection.subtree(level: subtree.level, place: subtree.place) != subtree.hash
        {
            findings.add(
                .log, "a hash that is kept of the tree is not the one that the entries lead to",
                at: "the \(1 << subtree.level) entries from \(subtree.place << subtree.level)", advice: Finding.evidence
            )
        }
        return subtrees.count
    }

    /// Opens every detail that leaves commit to.
    private func commitments(
        _ size: Int, _ findings: inout Findings, _ progress: CheckProgress
    ) throws {
        let crew = try DetailCrew(vault, size: size)
        defer { crew.close() }
        while let (faults, done) = try crew.next() {
            for seq in faults {
                findings.add(
                    .log, "its detail is not the one that the entry commits to", at: "entry \(seq) of the audit log",
                    advice: Finding.evidence)
            }
            progress("log details", done, size)
        }
    }
}
