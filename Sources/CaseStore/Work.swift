// One piece of work on the case file: what is weighed and decided in memory before it is written at once.
import Access
import CaseModel
import Cryptography
import Figures
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite

/// Everything that one act, or one import, changes; nothing of it is in the store until it is written.
final class Work {
    let store: CaseStore
    let moment: Moment
    /// Whether this is an import of a past by an account that may bring one in.
    let isPast: Bool

    /// A record as this work knows it.
    struct Entrant {
        let id: Int64
        let reference: Reference
        let subject: Int64
        let person: Int64?
        let investigation: Int64?
        let begun: Day
        /// The record with which it is weighed.
        var root: Int64 { investigation ?? id }
    }

    var entrants: [Reference: Entrant] = [:]
    private var dockets: [Int64: Docket] = [:]
    private var recorded: Int64
    var subjects: Int64
    var greatest: [RecordKind: Int] = [:]
    /// The numbers from elsewhere, kept and new, once one was added.
    var aggregates: [Aggregate]?
    /// Subjects that are new, in order.
    var newSubjects: [Int64] = []
    var newLogKeys: [Int64: LogKeyBytes] = [:]
    var reach: [Int64: Entrant] = [:]
    /// What is being sealed.
    let sealing = Sealing()
    /// Boxes of records, in the order in which they were closed.
    var recordBoxes: [(record: Int64, box: Sealing.Ticket)] = []
    /// Boxes of events that were given to be sealed as they were recorded.
    var eventBoxes: [Int64: Sealing.Ticket] = [:]
    var contents: [Int64: [Compartment: [String: FieldValue]]] = [:]
    /// Reasons for which events were recorded as happened, or struck.
    var reasons: [Int64: String] = [:]
    /// Of events that somebody struck: the strike's place in the order of recording, and why.
    var strikes: [Int64: (seq: Int64, reason: String)] = [:]
    var approvals: [(event: Int64, day: Day, signature: [UInt8])] = []
    var newKeys: [(subject: Int64, compartment: String, key: WrappedSubjectKey)] = []
    private(set) var eventIDs: Set<String> = []
    let hasEvents: Bool
    /// The first day whose events open anything, and whether the store has been told of it.
    let goLive: (day: Day, isKept: Bool)
    /// Records that an event opened in an import and that no line of the file has named yet.
    var unnamed: [Int64: Reference] = [:]
    /// What went wrong while a record was opened, to be told when the docket is done.
    var trouble: (any Error)?

    typealias LogKeyBytes = [UInt8]

    init(_ store: CaseStore, isPast: Bool = false) throws {
        self.store = store
        self.isPast = isPast
        moment = store.clock()
        let numbers = try store.connection.greatestNumbers()
        (subjects, recorded) = (max(numbers.subject, 1), numbers.recorded)
        hasEvents = numbers.recorded > 0
        let kept = try store.goLive()
        // A store of an older program opens nothing for what happened before the new one came.
        goLive = (kept ?? moment.today, kept != nil)
    }

    /// The next number in the order of recording.
    func next() -> Int64 {
        recorded += 1
        return recorded
    }

    /// Every docket that was opened.
    var open: [Docket] { Array(dockets.values) }

    /// The record of a reference, new or kept; throws if there is none.
    func entrant(_ reference: Reference) throws -> Entrant {
        guard let entrant = try known(reference) else {
            throw StoreError(.badData, "There is no \(reference.text) in this case file.")
        }
        return entrant
    }

    func known(_ reference: Reference) throws -> Entrant? {
        if let entrant = entrants[reference] { return entrant }
        guard hasEvents, let row = try store.connection.record(reference) else { return nil }
        let entrant = Entrant(
            id: row.id, reference: row.reference, subject: row.subject, person: row.person,
            investigation: row.investigation, begun: row.begun)
        entrants[reference] = entrant
        reach[row.id] = entrant
        return entrant
    }

    /// The subject of a record that this work has met.
    func subject(ofRecord id: Int64) throws -> Int64 {
        if let entrant = reach[id] { return entrant.subject }
        guard let row = try store.connection.record(id: id) else {
            throw StoreError(.damaged, "A record leans on one that is not there.")
        }
        return row.subject
    }

    /// The docket in which a record is weighed.
    func docket(_ entrant: Entrant) throws -> Docket {
        if let docket = dockets[entrant.root] { return docket }
        // Not held: the two would keep each other, the store and its keys.
        let docket = Docket(
            nextSeq: { [unowned self] in next() }, newID: { [unowned self] in store.newEventID() },
            register: OpeningRegister(goLive: goLive.day) { [unowned self] in enter($0) })
        if hasEvents, let row = try store.connection.record(id: entrant.root) {
            docket.take(try store.connection.dossiers(with: row))
        }
        dockets[entrant.root] = docket
        return docket
    }

    /// Whether an event id is taken.
    func isTaken(_ id: String) throws -> Bool {
        if eventIDs.contains(id) { return true }
        return hasEvents ? try store.connection.hasEvent(id) : false
    }

    func take(_ id: String) { eventIDs.insert(id) }
}

/// A field that was given and cannot be.
struct FieldFault: Error {
    let field: String
    let sentence: String
    /// The rule that asks for it, where it is a rule of the rule book.
    let rule: String?

    init(_ field: String, _ sentence: String, rule: String? = nil) {
        (self.field, self.sentence, self.rule) = (field, sentence, rule)
    }
}
