// The one door to the case file: authorise, load, ask the rules, write and log.
package import Access
import AuditLog
import Cryptography
import KeyRing
import Lifecycle
import Publishing
import Rows
import SQLite
import Vault

/// A case file with one user signed in.
///
/// Everything that is shown was logged before it is shown; everything that is changed is logged with the change. One
/// process holds a store at a time; a case file belongs to the thread that opened it.
package final class CaseStore {
    /// Gives the present; only a face reads the clock.
    package typealias Clock = () -> Moment

    let directory: String
    /// The open store, or while this one rests the one that was open.
    var vault: Vault
    /// Whether the hold on the store is down.
    package internal(set) var isResting = false
    let clock: Clock
    var keys: UnlockedKeys
    var slots: SlotFile
    var roster: Roster
    /// The account that is signed in.
    package internal(set) var account: Account
    /// Why they work, if they said so: its code stands in every entry that has none of its own.
    package var reason: Reason?
    /// The emergency in which a record is looked at, while it is.
    var glass: Glass?
    /// What the user should be told about the store's keys and the files beside it, in sentences.
    package internal(set) var notes: [String] = []
    /// For tests: told of each step of a change of keys; what it throws stops the program there.
    package var watch: ((String) throws -> Void)?
    /// For tests: gives what a release is made of, in the place of the counts.
    var composer: ((ReleaseRequest, ReleaseReference) throws -> ReleaseMaterial)?
    var subjectKeys: [SubjectPlace: SubjectKey] = [:]
    var idPool: [UInt8] = []
    /// What this machine has seen of stores; nil if it keeps nothing.
    let state: StateFolder?
    /// The room that is kept back for the log of who looks; nil for a copy that is only looked at.
    var reserve: Reserve?
    /// What stands against any work; the store is open for a purpose that all of it admits.
    package internal(set) var impediments: [Impediment] = []
    /// The size of the log in the newest mark that was kept.
    var seen = 0
    var hasToldOfState = false
    /// How far the log has run ahead of what was signed; nil until that was read.
    var pace: CheckpointPace?
    /// How far it may; smaller in tests.
    var paceLimits = CheckpointPace.Limits()
    /// The checkpoint that was kept for what was handed out last, to go with it; nil if none could be.
    package internal(set) var disclosed: String?
    /// The log's key and names, once they were read; to be forgotten when they change.
    var identity: LogIdentity?

    /// Which of a subject's keys.
    struct SubjectPlace: Hashable {
        let subject: Int64
        let compartment: String
    }

    init(
        directory: String, vault: Vault, clock: @escaping Clock, keys: consuming UnlockedKeys, slots: SlotFile,
        roster: Roster, state: StateFolder? = nil, reason: Reason? = nil, reserve: Reserve? = nil
    ) throws {
        let row = try keys.account(in: roster)
        account = Account(row, in: roster, at: clock())
        self.directory = directory
        self.vault = vault
        self.clock = clock
        self.keys = keys
        self.slots = slots
        self.roster = roster
        self.state = state
        self.reason = reason
        self.reserve = reserve
    }

    var connection: Connection { vault.connection }

    /// Lets the store go.
    package func close() throws {
        guard !isResting else { return }
        checkpointLettingGo()
        markSeen(isLast: true)
        try speaking { try putDown() }
    }

    /// Refuses what the account may not do, and logs the attempt.
    func authorise(_ act: Act) throws {
        try lookAtAccount()
        guard account.roles.may(act) else {
            try deny(act.rawValue)
            let roles = account.roles.map(\.words).sorted().joined(separator: " and ")
            throw StoreError(.notPermitted, "This account, \(roles), may not \(act.words).")
        }
    }

    /// Refuses a kind of record that the account may not open, and logs the attempt.
    ///
    /// - Parameter reference: the record that was asked for, if it was one.
    func authorise(opening kind: RecordKind, _ reference: Reference? = nil) throws {
        try authorise(.consult)
        guard account.roles.mayOpen(kind) else {
            try deny("open \(kind.rawValue)", of: reference.flatMap { try connection.record($0) })
            let roles = account.roles.map(\.words).sorted().joined(separator: " and ")
            throw StoreError(.notPermitted, "This account, \(roles), may not open \(kind.rawValue) records.")
        }
    }

    /// An entry for what the signed-in user does now, by their clock; where it is appended the log's time is minded.
    ///
    /// - Parameter why: the code of its reason; if not said, that of the reason for the work.
    func entry(_ verb: Verb, _ parts: [Part] = [], why: String? = nil, recipient: String? = nil) throws -> Entry {
        Entry(
            actor: keys.user, verb: verb, at: clock().milliseconds, why: why ?? reason?.code.rawValue, parts: parts,
            recipient: recipient)
    }

    /// The subject for parts that concern nobody: the store itself.
    func storeSubject() throws -> Part.Reader { .subject(1, try logKey(1)) }

    /// A subject's log key.
    func logKey(_ subject: Int64) throws -> LogKey { try connection.subjectLogKey(subject) }

    /// Does `body`, and says in the case file's own words what went wrong in the rooms below.
    ///
    /// A store at rest is taken up first; what the keys refuse leaves its line in the log.
    func speaking<Result>(_ body: () throws -> Result) throws -> Result {
        if isResting { try takeUp() }
        return try Self.speaking {
            do {
                return try body()
            } catch let error as KeyRingError {
                if let act = error.refusedAct { try deny(act) }
                throw error
            }
        }
    }

    static func speaking<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as KeyRingError {
            throw StoreError(error)
        } catch let error as VaultError {
            throw StoreError(error)
        } catch let error as SQLiteError {
            throw StoreError(error)
        } catch let error as AuditError {
            throw StoreError(.damaged, "\(error)")
        } catch let error as RowsError {
            throw StoreError(.damaged, "\(error)")
        } catch let error as CryptographyError where error.isOfTheProgram {
            throw StoreError(.fault, "\(error)")
        } catch is CryptographyError {
            throw StoreError(.damaged, "Something sealed in the store does not open: it was altered.")
        }
    }
}

extension Connection {
    /// A subject's log key.
    func subjectLogKey(_ subject: Int64) throws -> LogKey {
        guard let bytes = try logKey(of: subject) else {
            throw StoreError(.damaged, "A subject of the case file has no log key.")
        }
        return try LogKey(SecretBytes(copying: bytes))
    }
}
