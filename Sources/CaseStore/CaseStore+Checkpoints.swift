// Signing the log: when, and which of the signatures are kept.
import AuditLog
import Cryptography
import Rows
import SQLite

extension CaseStore {
    /// Signs the log as it stands, keeps the signature, and answers it as a note.
    ///
    /// The one of the last letting go gives way to it, unless it was given to somebody. Throws ``StoreError``, also if the
    /// log does not contain what was signed before: two pasts are never signed.
    @discardableResult func checkpoint(on occasion: CheckpointOccasion) throws -> String {
        if let impediment = impediments.first(where: \.forbidsWriting) { throw impediment.refusal }
        let frontier = try connection.frontier()
        let (newest, resting) = (try connection.newestCheckpoint(), try connection.restingCheckpoint())
        if let newest, newest.size >= frontier.size {
            guard newest.size == frontier.size, try newest.note.speaks(for: frontier) else {
                throw StoreError(
                    .damaged, "The audit log is not what was signed: its checkpoint of \(newest.size) entries differs.")
            }
            // Whoever asks for the one of a letting go holds it from now on, and so does the store.
            if occasion.isFirm, resting?.size == newest.size { try keep(newest.note, newest.size, on: occasion) }
            if occasion.isFirm { pace?.signed(at: newest.size) }
            return newest.note
        }
        let note = String(decoding: try logIdentity().mark(connection), as: UTF8.self)
        try keep(note, frontier.size, on: occasion, replacing: resting?.size)
        if occasion.isFirm { pace?.signed(at: frontier.size) }
        return note
    }

    private func keep(
        _ note: String, _ size: Int, on occasion: CheckpointOccasion, replacing resting: Int? = nil
    ) throws {
        let fact = occasion.isFirm ? nil : RestingCheckpoint(size: size, used: pace?.used ?? 0).encoded
        let now = clock().milliseconds
        try fromReserve {
            try connection.keep(
                checkpoint: note, size: size, at: now, replacing: resting, fact: (StoreFact.logResting, fact))
        }
    }

    /// Signs the log for what is about to be handed out; what cannot be signed is told, and holds nothing up.
    func checkpointDisclosure() {
        do { disclosed = try Self.speaking { try checkpoint(on: .disclosure) } } catch {
            disclosed = nil
            notes.append("the audit log could not be signed for this disclosure, which is logged: \(error)")
        }
    }

    /// Signs the log if it ran far enough ahead of what is signed; what cannot be signed now is signed later.
    func checkpointIfDue(_ size: Int) {
        guard isWritable else { return }
        if pace == nil { beginUse() }
        if let occasion = pace?.due(at: size, now: clock().milliseconds) { _ = try? checkpoint(on: occasion) }
    }

    /// Signs what is not signed yet before the store is let go; what cannot be signed now is signed later.
    func checkpointLettingGo() {
        guard isWritable, pace != nil else { return }
        if let size = try? connection.logSize() { _ = pace?.due(at: size, now: clock().milliseconds) }
        _ = try? checkpoint(on: .lettingGo)
    }

    /// Takes up the count of what is not signed for good.
    ///
    /// Where the log has run ahead of every checkpoint, whoever had it last did not let it go in good order, or the store
    /// is of a program that signed less: then a checkpoint is due.
    func beginUse() {
        pace = try? {
            let size = try connection.logSize()
            let (newest, resting) = (try connection.newestCheckpoint(), try connection.restingCheckpoint())
            let firm = try connection.newestCheckpoint(below: resting?.size ?? .max)?.size ?? 0
            var pace = CheckpointPace(
                limits: paceLimits, firm: min(firm, size), used: resting?.used ?? 0, at: clock().milliseconds)
            if newest?.size ?? 0 < size { pace.hasLostCount() }
            return pace
        }()
    }
}

extension Connection {
    /// The checkpoint of the last letting go; nil if the newest is kept for good.
    func restingCheckpoint() throws -> RestingCheckpoint? {
        guard let value = try storeFact(StoreFact.logResting).flatMap({ CanonicalValue($0) }),
            let size = value["size"]?.number, let used = value["used"]?.number
        else { return nil }
        return RestingCheckpoint(size: Int(size), used: used)
    }
}

extension String {
    /// Whether this note is a checkpoint of a log with that right edge.
    fileprivate func speaks(for frontier: Frontier) throws -> Bool {
        guard let note = try? Note(reading: Array(utf8)), let claim = try? Checkpoint(reading: note.text) else {
            return false
        }
        var hash = try TreeHash()
        return try claim.size == frontier.size && claim.root == frontier.root(hash: &hash)
    }
}
