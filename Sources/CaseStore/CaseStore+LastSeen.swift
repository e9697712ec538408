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
    /// mark is no reason for alarm. While the disk is so full that the reserve is not whole, nothing is changed.
    func change<Result>(
        _ body: (borrowing Transaction) throws -> Logged<Result>
    ) throws -> (result: Result, size: Int) {
        if let impediment = impediments.first(where: \.forbidsWriting) { throw impediment.refusal }
        try demandRoom()
        let done = try connection.change(noting: clockSetBack, body)
        markSeen()
        checkpointIfDue(done.size)
        return done
    }

    /// Logs what changes nothing but the log: a look, a refusal, a sign-in, a disclosure.
    ///
    /// The entries are durable when this returns; only then may be shown what they tell of. On a full disk they are
    /// written from the reserve. Throws ``StoreError``, and then nothing may be shown.
    ///
    /// - Parameter alongside: what an alert writes beside the log in the same transaction, as that of an emergency access.
    /// - Returns: how many leaves the log has then.
    @discardableResult func note(
        _ entry: Entry, and more: [Entry] = [], alongside: (borrowing Transaction) throws -> Void = { _ in }
    ) throws -> Int {
        if let impediment = impediments.first(where: \.forbidsWriting) { throw impediment.refusal }
        let (_, size) = try fromReserve {
            try connection.change(noting: clockSetBack) { transaction in
                try alongside(transaction)
                return Logged((), entry, and: more)
            }
        }
        markSeen()
        checkpointIfDue(size)
        return size
    }

    /// What is logged of a clock that shows an earlier time than the newest leaf, which is of `last`; nil if it does not.
    private func clockSetBack(since last: Int64) throws -> Entry? {
        try Entry.clockSetBack(from: last, to: clock().milliseconds, actor: keys.user, of: storeSubject())
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
            let mark = try logIdentity().mark(frontier, emergencies: connection.emergencyCount())
            do {
                try state.keep(mark, of: keys.store, isLast: isLast)
            } catch StoreError.diskFull where reserve?.sharesDisk(with: state.path) ?? false {
                _ = reserve?.giveWay(Reserve.step)
                try state.keep(mark, of: keys.store, isLast: isLast)
            }
            seen = frontier.size
        } catch {
            guard !hasToldOfState else { return }
            hasToldOfState = true
            state.note(
                "what this machine has seen of the store could not be written to \(state.folder(of: keys.store)); "
                    + "until it can be, an earlier copy put in the store's place would not be noticed")
        }
    }

    /// What the marks on this machine say against the store.
    func sightings() throws -> [Impediment] {
        guard let state else { return [] }
        return try Sightings(state: state, store: keys.store, connection: connection, identity: logIdentity())
            .impediments()
    }
}
