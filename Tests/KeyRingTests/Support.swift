// What these tests share: a small fictional team, founded in milliseconds.
import Cryptography
import KeyRing

/// A store as its folder would hold it: the slot file and the rows, both only bytes.
struct Team {
    static let phrase = "nine grey geese over the tarn"
    static let compartments = ["police", "care", "shared", "rights"]

    var slots: SlotFile
    var rows: [SignedRow]
    /// What was printed of the recovery key.
    let papers: [String]
    var recovery: String { papers[0] }

    /// A store with one custodian, `custodian`.
    init(_ form: RecoveryForm = .whole) throws {
        let founding = try Founding(
            by: NewAccount(name: "custodian", organisation: "Other", roles: ["custodian"]),
            passphrase: Passphrase(Self.phrase), compartments: Self.compartments, at: 1000,
            recovery: form, cost: .least)
        (slots, rows) = (founding.slots, founding.rows)
        papers = founding.papers
    }

    /// Signs in and opens what was granted.
    func signIn(_ name: String, _ phrase: String = Team.phrase, at moment: Int64 = 2000) throws -> UnlockedKeys {
        var keys = try SlotFile(reading: slots.encoded).signIn(name, passphrase: Passphrase(phrase))
        try keys.openCompartments(of: Roster(rows, keys: keys), at: moment)
        return keys
    }

    func roster(_ keys: borrowing UnlockedKeys) throws -> Roster { try Roster(rows, keys: keys) }

    mutating func apply(_ change: AccountChange) {
        let gone = Set((change.written + change.removed).map { "\($0.kind) \($0.name)" })
        rows = rows.filter { !gone.contains("\($0.kind) \($0.name)") } + change.written
        slots = change.slots ?? slots
    }

    /// Adds an account; gives its handle.
    @discardableResult
    mutating func add(_ name: String, roles: [String] = ["officer"], by signer: String = "custodian") throws -> String {
        let keys = try signIn(signer)
        let (id, change) = try keys.add(
            NewAccount(name: name, organisation: "West Yorkshire Police", rank: "constable", roles: roles),
            passphrase: Passphrase(Self.phrase), to: roster(keys), slots: slots, at: 2000, cost: .least)
        apply(change)
        return id
    }

    mutating func grant(_ compartment: String, to id: String, by signer: String = "custodian", until: Int64? = nil)
        throws
    {
        let keys = try signIn(signer)
        apply(try keys.grant(compartment, to: id, until: until, in: roster(keys), at: 2000))
    }

    func row(_ kind: String, _ name: String) -> SignedRow? {
        rows.first { $0.kind == kind && $0.name == name }
    }

    mutating func replace(_ row: SignedRow) {
        rows = rows.filter { $0.kind != row.kind || $0.name != row.name } + [row]
    }

    /// Reads the rows as a custodian who opens the store does; gives the sentence of what is wrong.
    func fault(_ name: String = "custodian") throws -> String? {
        let keys = try SlotFile(reading: slots.encoded).signIn(name, passphrase: Passphrase(Self.phrase))
        do {
            _ = try Roster(rows, keys: keys)
            return nil
        } catch let error as KeyRingError {
            return error.description
        }
    }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// SplitMix64: the same numbers for the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
