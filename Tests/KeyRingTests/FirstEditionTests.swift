// The formats cannot change: what the first edition wrote is opened, read and written again byte for byte.
import Cryptography
import KeyRing
import Testing

@Suite struct FirstEditionTests {
    static let place = Place(table: "record_box", row: 7, field: "care")

    static func plain(_ text: String) -> [UInt8] { Array(text.utf8.filter { $0 != 0x0A }) }

    static let rows = FirstEdition.rows.map { kind, name, body, signature in
        SignedRow(kind: kind, name: name, body: plain(body), signature: Base64.bytes(signature) ?? [])
    }

    static func slots() throws -> SlotFile { try SlotFile(reading: plain(FirstEdition.slots) + [0x0A]) }

    @Test func `the slot file reads and is written as it was`() throws {
        let slots = try Self.slots()
        #expect(slots.encoded == Self.plain(FirstEdition.slots) + [0x0A])
        #expect(slots.generation == 2)
        #expect(slots.count == 2)
    }

    @Test func `its users sign in, the rows chain, the compartments open`() throws {
        var keys = try Self.slots().signIn("zoë fictional", passphrase: Passphrase("seven herons on a quiet weir"))
        let roster = try Roster(Self.rows, keys: keys)
        let account = try keys.account(in: roster)
        #expect(account.id == FirstEdition.officer)
        #expect(account.organisation == "Bradford Council")
        #expect(roster.serials == [.accounts: 2, .grants: 3])
        try keys.openCompartments(of: roster, at: 1_790_000_500_000)
        let held = keys.compartments.keys.map(\.name).sorted()
        #expect(held == ["care", "shared"])
        let wrapped = WrappedSubjectKey(epoch: 1, bytes: try #require(Base64.bytes(FirstEdition.wrapped)))
        let sealed = try #require(Base64.bytes(FirstEdition.sealed))
        #expect(try text(keys.open(wrapped, of: 41, in: "care").open(sealed, at: Self.place)) == "Percival Fictional")
        let boxedKey = WrappedSubjectKey(epoch: 1, bytes: try #require(Base64.bytes(FirstEdition.boxedKey)))
        #expect(try keys.open(boxedKey, of: 5, in: "care").subject == 5)
        let box = try #require(Base64.bytes(FirstEdition.box))
        #expect(try text(keys.compartment("care").open(box: box, at: Self.place)) == "a reason")
        try keys.openCompartments(of: roster, at: 1_790_000_900_000)
        let left = keys.compartments.keys.map(\.name)
        #expect(left == ["shared"])
    }

    @Test func `its recovery key opens the store and the compartments`() throws {
        let recovery = try RecoveryEvidence([FirstEdition.recovery]).key(of: Self.slots())
        let slots = try Self.slots()
        #expect(try slots.open(with: recovery).map(\.epoch) == [1])
        #expect(try recovery.open(Self.rows, of: slots.store).count == 4)
    }
}
