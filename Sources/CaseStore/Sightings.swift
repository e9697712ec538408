// What the marks that a machine has kept say of a store that was put in its place.
import AuditLog
import Cryptography
import KeyRing
import Rows
import SQLite

/// The marks of one store on one machine, held against the store's log.
struct Sightings {
    let state: StateFolder
    let store: StoreID
    let connection: Connection
    let identity: LogIdentity

    /// What the marks on this machine say against the store; notes what cannot be read, and a machine that has no mark.
    func impediments() throws -> [Impediment] {
        let folder = state.folder(of: store)
        guard let sheets = state.sheets(of: store) else {
            state.note(
                "this machine has not seen this store before: whether it is the newest copy cannot be told from here")
            return []
        }
        if sheets.first?.path != state.lastSeen(of: store) {
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

    /// How many emergency accesses the marks on this machine tell of that the store does not have.
    ///
    /// A restore of an earlier moment takes their leaves and their alerts away; what was seen of them outside stays.
    func lostEmergencies() throws -> Int {
        let told = try (state.sheets(of: store) ?? []).compactMap { sheet -> Int? in
            guard let bytes = sheet.bytes, let note = try? Note(reading: bytes),
                let claim = try? Checkpoint(reading: note.text), let verifier = try identity.verifier(of: claim.origin)
            else { return nil }
            return try? Checkpoint(note, of: verifier).emergencyCount()
        }
        return max(0, (told.max() ?? 0) - (try connection.emergencyCount()))
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
        " Put the newest copy back, or restore the newest backup (dalesway restore); if this state is to count, a "
        + "custodian can accept it (restore --as-is). Until then only check, audit verify and restore open it."
}

extension Connection {
    /// The root that the log's tree had at a size.
    fileprivate func root(at size: Int) throws -> Digest {
        let frontier = try frontier()
        var hash = try TreeHash()
        if size == frontier.size { return try frontier.root(hash: &hash) }
        var reader = try treeReader()
        return try reader.root(at: size)
    }
}
