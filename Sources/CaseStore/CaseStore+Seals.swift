// Sealing and opening what stands in boxes, with the keys of the signed-in user.
import Access
import CaseModel
import Cryptography
import KeyRing
import Lifecycle
import Rows

extension CaseStore {
    /// Seals a value for a subject in a compartment; to the compartment's public key if this account does not hold it.
    func close(
        _ content: [UInt8], subject: Int64, in compartment: Compartment, at place: KeyRing.Place, work: Work
    ) throws -> Sealing.Ticket {
        let name = compartment.rawValue
        guard let held = try? keys.compartment(name) else {
            guard let row = roster.compartment(name) else { throw KeyRingError.noSuchCompartment(name) }
            let box = try row.close(content, at: place, store: keys.store)
            return .made(SealedBox(compartment: name, manner: .compartment, bytes: box))
        }
        let key = try subjectKey(subject, name) ?? newKey(subject, held, work)
        return work.sealing.take(content, under: key, at: place)
    }

    private func newKey(_ subject: Int64, _ compartment: CompartmentKey, _ work: Work) throws -> SubjectKey {
        let (key, wrapped) = try compartment.newSubjectKey(for: subject)
        work.newKeys.append((subject, compartment.id.name, wrapped))
        subjectKeys[SubjectPlace(subject: subject, compartment: compartment.id.name)] = key
        return key
    }

    /// The subject's key of a compartment, if there is one and this account may open it.
    private func subjectKey(_ subject: Int64, _ compartment: String) throws -> SubjectKey? {
        let place = SubjectPlace(subject: subject, compartment: compartment)
        if let key = subjectKeys[place] { return key }
        guard let wrapped = try connection.subjectKey(of: subject, in: compartment) else { return nil }
        let key = try keys.open(wrapped, of: subject, in: compartment)
        subjectKeys[place] = key
        return key
    }

    /// Opens a box; nil if it is of a compartment that this account does not hold.
    func open(_ box: SealedBox, subject: Int64, at place: KeyRing.Place) throws -> [UInt8]? {
        guard (try? keys.compartment(box.compartment)) != nil else { return nil }
        switch box.manner {
        case .compartment: return try keys.open(box: box.bytes, in: box.compartment, at: place)
        case .subject:
            guard let key = try subjectKey(subject, box.compartment) else {
                // Erased: what is left opens for nobody.
                if try connection.erasedSubjects().contains(subject) { return nil }
                throw StoreError(.damaged, "A sealed field has no key.")
            }
            return try key.open(box.bytes, at: place)
        }
    }

    /// The fields in a record's box; nil if this account may not open it.
    func fields(in box: SealedBox, ofRecord id: Int64, subject: Int64) throws -> [String: FieldValue]? {
        guard let bytes = try open(box, subject: subject, at: Place(table: "record", row: id)) else { return nil }
        guard let fields = Fields.decoded(bytes) else {
            throw StoreError(.damaged, "A sealed field is not in its form.")
        }
        return fields
    }

    /// The fields in an event's box; nil if this account may not open it.
    func fields(in box: SealedBox, ofEvent seq: Int64, subject: Int64, table: String = "event") throws -> [String:
        FieldValue]?
    {
        guard let bytes = try open(box, subject: subject, at: Place(table: table, row: seq)) else { return nil }
        guard let fields = Fields.decoded(bytes) else {
            throw StoreError(.damaged, "A sealed field is not in its form.")
        }
        return fields
    }

    /// A new event id: `EV-` and ten letters or digits, not to be guessed and not to be confused when read aloud.
    func newEventID() -> String {
        let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        if idPool.count < 10 { idPool = (try? Random.bytes(4_000)) ?? [] }
        let drawn = idPool.suffix(10)
        idPool.removeLast(drawn.count)
        return "EV-" + String(drawn.map { letters[Int($0 & 31)] })
    }
}

extension MachineID {
    /// The compartment to which the text of this lifecycle's events is sealed.
    var compartment: Compartment {
        switch self {
        case .a, .b1, .b2, .b3, .c4, .c5, .d1, .d2, .d3: .police
        case .c1, .c3, .t1: .shared
        case .f1, .f2: .rights
        case .c2: .care
        }
    }

    /// Whether an event's field of that kind is sealed: text always, a choice only where it tells what support it is.
    func seals(_ value: FieldValue) -> Bool {
        switch value {
        case .text: true
        case .choice: self == .c2
        case .day, .reference, .count, .flag: false
        }
    }
}
