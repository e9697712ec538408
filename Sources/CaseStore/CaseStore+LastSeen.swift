// What this machine has seen of the store, so that a whole store put back as it was earlier is noticed.
import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite

extension CaseStore {
    /// Makes a change with its entries, then marks what this machine has seen.
    ///
    /// The mark follows the commit, which is durable by then: a crash between them leaves an older mark, and an older
    /// mark is no reason for alarm.
    func change<Result>(
        _ body: (borrowing Transaction) throws -> Logged<Result>
    ) throws -> (result: Result, size: Int) {
        if let impediment = impediments.first(where: \.forbidsWriting) { throw impediment.refusal }
        let done = try connection.change(body)
        markSeen()
        return done
    }

    /// Whether the store may be written to.
    var isWritable: Bool { !impediments.contains(where: \.forbidsWriting) }

    /// The log's signing key and its names.
    func logIdentity() throws -> LogIdentity {
        if let identity { return identity }
        let read = try LogIdentity(connection)
        identity = read
        return read
    }

    /// Keeps a signed mark of the log as it is now; what cannot be kept is told once, and refuses nothing.
    func markSeen(isLast: Bool = false) {
        guard let state, isWritable else { return }
        do {
            let frontier = try connection.frontier()
            guard isLast || frontier.size != seen else { return }
            try state.keep(logIdentity().mark(frontier), of: keys.store, isLast: isLast)
            seen = frontier.size
        } catch {
            guard !hasToldOfState else { return }
            hasToldOfState = true
            state.note(
                "what this machine has seen of the store could not be written to \(state.folder(of: keys.store)); "
                    + "until it can be, an earlier copy put in the store's place would not be noticed")
        }
    }

    /// What the marks on this machine say against the store; notes what cannot be read, and a machine that has no mark.
    func sightings() throws -> [Impediment] {
        guard let state else { return [] }
        let folder = state.folder(of: keys.store)
        guard let sheets = state.sheets(of: keys.store) else {
            state.note(
                "this machine has not seen this store before: whether it is the newest copy cannot be told from here")
            return []
        }
        if sheets.first?.path != state.lastSeen(of: keys.store) {
            state.note(
                "the mark of what this machine last saw of the store is missing in \(folder): "
                    + "whether the store is the newest copy cannot be told from it")
        }
        var found: [Impediment] = []
        for sheet in sheets {
            switch try sighting(sheet) {
            case .fits: break
            case .ignored(let why): state.note("\(sheet.path) was passed over: \(why)")
            case .against(let sentence): found.append(.outdated(sentence))
            }
        }
        return found
    }

    /// What one mark says.
    private enum Sighting {
        /// The log contains it.
        case fits
        /// It is nothing that this log signed.
        case ignored(String)
        /// The log ought to contain it and does not.
        case against(String)
    }

    private func sighting(_ sheet: StateFolder.Sheet) throws -> Sighting {
        guard let bytes = sheet.bytes, let note = try? Note(reading: bytes),
            let claim = try? Checkpoint(reading: note.text)
        else { return .ignored("it is no checkpoint, or cannot be read") }
        let identity = try logIdentity()
        guard let verifier = try identity.verifier(of: claim.origin) else {
            return .ignored("it is a checkpoint of another store's log")
        }
        guard let mark = try? Checkpoint(note, of: verifier) else {
            return .ignored("this store's log did not sign it")
        }
        let name = identity.key.verifier.name
        guard mark.origin == name || identity.ended[mark.origin] != nil else {
            return .against("The store is of a time before it was last restored, as \(sheet.path) shows." + Self.remedy)
        }
        if let end = identity.ended[mark.origin], mark.origin != name, mark.size > end { return .fits }
        let size = try connection.logSize()
        guard mark.size <= size else {
            return .against(
                "The store is of an earlier moment: its log has \(size) entries, and \(sheet.path) shows that it "
                    + "had \(mark.size)." + Self.remedy)
        }
        guard try connection.root(at: mark.size) == mark.root else {
            return .against(
                "The store is another than was seen here: its log differs from what \(sheet.path) shows within the "
                    + "first \(mark.size) entries; the two went different ways from a common copy." + Self.remedy)
        }
        return .fits
    }

    private static let remedy =
        " Put the newest copy back, or restore a backup with dalesway restore; until then only check, audit verify and "
        + "restore open it."
}

extension Connection {
    /// The root that the log's tree had at a size.
    fileprivate func root(at size: Int) throws -> Digest {
        let frontier = try frontier()
        var hash = try TreeHash()
        if size == frontier.size { return try frontier.root(hash: &hash) }
        var reader = try TreeReader(
            size: frontier.size,
            leaves: { range in
                var hashes: [Digest] = []
                try self.leaves(range) { _, _, hash in
                    if let digest = Digest(hash) { hashes.append(digest) }
                }
                return hashes
            },
            stored: { try self.subtree(level: $0, place: $1) })
        return try reader.root(at: size)
    }
}
