// Compartments and subject keys: what is sealed opens for its holders, in its place, and nowhere else.
import Cryptography
import KeyRing
import Testing

@Suite struct CompartmentTests {
    static let place = Place(table: "record_box", row: 7, field: "police")

    @Test func `a subject's key seals, travels wrapped and opens again`() throws {
        let team = try Team()
        let keys = try team.signIn("custodian")
        let (key, wrapped) = try keys.compartment("police").newSubjectKey(for: 41)
        let sealed = try key.seal(Array("Percival Fictional".utf8), at: Self.place)
        let again = try team.signIn("custodian").open(wrapped, of: 41, in: "police")
        #expect(try text(again.open(sealed, at: Self.place)) == "Percival Fictional")
        #expect(wrapped.epoch == 1)
    }

    @Test func `a wrapped key opens for no other subject, compartment, epoch or store`() throws {
        let team = try Team()
        let keys = try team.signIn("custodian")
        let (_, wrapped) = try keys.compartment("police").newSubjectKey(for: 41)
        #expect(throws: KeyRingError.unusableWrappedKey) { _ = try keys.open(wrapped, of: 42, in: "police") }
        #expect(throws: KeyRingError.unusableWrappedKey) { _ = try keys.open(wrapped, of: 41, in: "care") }
        let later = WrappedSubjectKey(epoch: 2, bytes: wrapped.bytes)
        #expect(throws: KeyRingError.compartmentClosed("police")) { _ = try keys.open(later, of: 41, in: "police") }
        let other = try Team().signIn("custodian")
        #expect(throws: KeyRingError.unusableWrappedKey) { _ = try other.open(wrapped, of: 41, in: "police") }
        let rest = Array(wrapped.bytes.dropFirst())
        for bytes: [UInt8] in [[], [0], [2] + rest, [1] + rest] {
            let damaged = WrappedSubjectKey(epoch: 1, bytes: bytes)
            #expect(throws: KeyRingError.unusableWrappedKey) { _ = try keys.open(damaged, of: 41, in: "police") }
        }
    }

    @Test func `a sealed value opens in no other place`() throws {
        let team = try Team()
        let keys = try team.signIn("custodian")
        let (key, _) = try keys.compartment("care").newSubjectKey(for: 1)
        let sealed = try key.seal([1, 2, 3], at: Self.place)
        for other in [
            Place(table: "event", row: 7, field: "police"), Place(table: "record_box", row: 8, field: "police"),
            Place(table: "record_box", row: 7),
        ] {
            #expect(throws: CryptographyError.doesNotOpen) { _ = try key.open(sealed, at: other) }
        }
        let (second, _) = try keys.compartment("care").newSubjectKey(for: 1)
        #expect(throws: CryptographyError.doesNotOpen) { _ = try second.open(sealed, at: Self.place) }
    }

    @Test func `who does not hold a compartment can put in and not take out`() throws {
        var team = try Team()
        try team.add("officer")
        let officer = try team.signIn("officer")
        let roster = try team.roster(officer)
        let care = try #require(roster.compartment("care"))
        let box = try care.close(Array("a reason".utf8), at: Self.place, store: roster.store)
        let (key, wrapped) = try care.newSubjectKey(for: 5, store: roster.store)
        let sealed = try key.seal([9], at: Self.place)
        #expect(throws: KeyRingError.compartmentClosed("care")) { _ = try officer.open(wrapped, of: 5, in: "care") }

        let holder = try team.signIn("custodian")
        #expect(try text(holder.compartment("care").open(box: box, at: Self.place)) == "a reason")
        #expect(try holder.open(wrapped, of: 5, in: "care").open(sealed, at: Self.place) == [9])
        #expect(throws: CryptographyError.doesNotOpen) {
            _ = try holder.compartment("police").open(box: box, at: Self.place)
        }
        // A holder wraps it under the compartment's own key when next it is used.
        let opened = try holder.open(wrapped, of: 5, in: "care")
        let wrappedAgain = try holder.compartment("care").wrap(opened)
        #expect(try holder.open(wrappedAgain, of: 5, in: "care").open(sealed, at: Self.place) == [9])
    }

    @Test func `a key is not wrapped into another compartment`() throws {
        let keys = try Team().signIn("custodian")
        let (key, _) = try keys.compartment("care").newSubjectKey(for: 5)
        #expect(throws: KeyRingError.unusableWrappedKey) { _ = try keys.compartment("police").wrap(key) }
    }

    @Test func `a withdrawn grant no longer opens, and its grants to others stand`() throws {
        var team = try Team()
        let (lead, care) = (try team.add("lead"), try team.add("care"))
        try team.grant("care", to: lead)
        try team.grant("care", to: care, by: "lead")
        let keys = try team.signIn("custodian")
        team.apply(try keys.withdraw("care", from: lead, in: team.roster(keys), at: 3000))
        #expect(try team.fault() == nil)
        #expect(throws: KeyRingError.compartmentClosed("care")) { _ = try team.signIn("lead").compartment("care") }
        #expect(try team.signIn("care").compartment("care").id.name == "care")
        let roster = try team.roster(keys)
        #expect(roster.holders(of: "care", at: 3000).map(\.id).contains(care))
        #expect(throws: KeyRingError.noSuchAccount) {
            _ = try keys.withdraw("care", from: lead, in: roster, at: 3000)
        }
    }
}
