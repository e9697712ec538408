// New keys for a store and its compartments: who gets them, who does not, and what still opens at each step.
import Cryptography
import KeyRing
import Testing

@Suite struct `A change of keys` {
    private static let place = Place(table: "record", row: 7)

    /// A custodian who holds everything, an officer with two compartments, a data-protection officer with one.
    private func team() throws -> Team {
        var team = try Team()
        let officer = try team.add("officer")
        for name in ["police", "shared"] { try team.grant(name, to: officer) }
        try team.grant("rights", to: team.add("dpo", roles: ["dpo"]))
        return team
    }

    private func begin(_ team: inout Team, by user: String = "custodian", _ names: [String], store: Bool = true) throws
    {
        let keys = try team.signIn(user)
        team.apply(
            try keys.beginRekey(
                withStore: store, compartments: names, in: team.roster(keys), slots: team.slots, at: 3000))
    }

    @Test func `gives everybody both store keys until it is finished, and nobody's passphrase is needed`() throws {
        var team = try team()
        let old = try team.signIn("officer").storeKey
        try begin(&team, Team.compartments)
        for user in ["custodian", "officer", "dpo"] {
            let keys = try team.signIn(user)
            let (epochs, kept) = (keys.storeKeys.map(\.epoch), keys.storeKeys[0].secret.equals(old.secret))
            #expect(epochs == [1, 2] && kept)
            #expect(keys.storeKey.epoch == 2)
        }
        let key = try RecoveryEvidence([team.recovery]).key(of: team.slots)
        #expect(try team.slots.open(with: key).map(\.epoch) == [1, 2])
        #expect(try key.open(team.rows, of: team.slots.store).map(\.id.epoch).sorted() == [1, 1, 1, 1, 2, 2, 2, 2])
        let custodian = try team.signIn("custodian")
        team.apply(try custodian.finishRekey(in: team.roster(custodian), slots: team.slots, at: 4000))
        for user in ["custodian", "officer", "dpo"] {
            let epochs = try team.signIn(user).storeKeys.map(\.epoch)
            #expect(epochs == [2])
        }
        #expect(try team.slots.open(with: key).map(\.epoch) == [2])
        #expect(team.row("recovery", "store/1") == nil && team.row("recovery", "store/2") != nil)
        #expect(try team.fault("dpo") == nil)
    }

    @Test func `opens what was sealed before, and seals anew what others cannot open`() throws {
        var team = try team()
        let before = try team.signIn("officer")
        let (key, wrapped) = try before.compartment("police").newSubjectKey(for: 7)
        let sealed = try key.seal(Array("Percival".utf8), at: Self.place)
        let box = try #require(try team.roster(before).compartment("police")).close(
            Array("a box".utf8), at: Self.place, store: before.store)
        try begin(&team, Team.compartments)
        let after = try team.signIn("officer")
        #expect(try text(after.open(wrapped, of: 7, in: "police").open(sealed, at: Self.place)) == "Percival")
        #expect(try text(after.open(box: box, in: "police", at: Self.place)) == "a box")
        let anew = try after.compartment("police").wrap(after.open(wrapped, of: 7, in: "police"))
        #expect(anew.epoch == 2)
        #expect(try text(after.open(anew, of: 7, in: "police").open(sealed, at: Self.place)) == "Percival")
        #expect(throws: KeyRingError.compartmentClosed("police")) { _ = try before.open(anew, of: 7, in: "police") }
        let newer = try #require(try team.roster(after).compartment("police")).close(
            Array("later".utf8), at: Self.place, store: before.store)
        #expect(try text(after.open(box: newer, in: "police", at: Self.place)) == "later")
        #expect(throws: CryptographyError.doesNotOpen) { _ = try before.open(box: newer, in: "police", at: Self.place) }
        #expect(throws: KeyRingError.compartmentClosed("care")) {
            _ = try after.open(box: box, in: "care", at: Self.place)
        }
    }

    @Test func `leaves out who was revoked or lost the compartment`() throws {
        var team = try team()
        let gone = try team.add("gone")
        try team.grant("police", to: gone)
        let kept = try team.signIn("gone")
        let keys = try team.signIn("custodian")
        team.apply(try keys.withdraw("police", from: gone, in: team.roster(keys), at: 3000))
        try begin(&team, ["police"])
        let left = try team.signIn("gone").compartments.keys.map(\.name)
        #expect(left == [])
        let again = try team.signIn("custodian")
        team.apply(try again.set(.revoked, of: gone, in: team.roster(again), slots: team.slots, at: 3000))
        let last = try team.signIn("custodian")
        team.apply(try last.finishRekey(in: team.roster(last), slots: team.slots, at: 3000))
        try begin(&team, [])
        // With all that was kept and the files of today: no store key of now, no compartment key of now.
        let now = try team.signIn("custodian").storeKey
        let same = kept.storeKeys.contains { $0.secret.equals(now.secret) }
        #expect(!same && now.epoch == 3)
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("gone") }
    }

    @Test func `a holder who is no custodian changes a compartment's keys, and a custodian signs for it later`() throws
    {
        var team = try team()
        var keys = try team.signIn("custodian")
        team.apply(try keys.withdraw("rights", from: keys.user, in: team.roster(keys), at: 2500))
        try begin(&team, by: "dpo", ["rights"], store: false)
        for user in ["custodian", "officer", "dpo"] { #expect(try team.fault(user) == nil) }
        #expect(try team.signIn("dpo").compartment("rights").id.epoch == 2)
        let dpo = try team.signIn("dpo")
        #expect(throws: KeyRingError.notCustodian) {
            _ = try dpo.dropOldEpochs(of: ["rights"], in: team.roster(dpo), at: 4000)
        }
        #expect(throws: KeyRingError.notCustodian) {
            _ = try dpo.beginRekey(withStore: true, compartments: [], in: team.roster(dpo), slots: team.slots, at: 4000)
        }
        keys = try team.signIn("custodian")
        team.apply(try #require(try keys.dropOldEpochs(of: Team.compartments, in: team.roster(keys), at: 4000)))
        #expect(team.row("compartment", "rights/1") == nil && team.row("recovery", "compartment/rights/1") == nil)
        for user in ["custodian", "officer", "dpo"] { #expect(try team.fault(user) == nil) }
        let epochs = try team.signIn("dpo").compartments.keys.map(\.epoch)
        #expect(epochs == [2])
        #expect(try keys.dropOldEpochs(of: Team.compartments, in: team.roster(keys), at: 4000) == nil)
        // And again, now that the earlier epoch is gone.
        try begin(&team, by: "dpo", ["rights"], store: false)
        #expect(try team.fault() == nil && team.signIn("dpo").compartment("rights").id.epoch == 3)
    }

    @Test func `nobody gives new keys to a compartment that they do not hold`() throws {
        let team = try team()
        let dpo = try team.signIn("dpo")
        #expect(throws: KeyRingError.compartmentClosed("police")) {
            _ = try dpo.beginRekey(
                withStore: false, compartments: ["police"], in: team.roster(dpo), slots: team.slots, at: 3000)
        }
    }

    @Test func `a compartment's row forged by who does not hold it is told`() throws {
        var team = try team()
        try begin(&team, ["police", "rights"])
        // The data-protection officer's own row for a compartment of the police.
        let other = try self.team()
        for row in team.rows where row.kind == "compartment" && row.name == "police/2" {
            var tampered = team
            tampered.replace(SignedRow(kind: row.kind, name: "care/2", body: row.body, signature: row.signature))
            #expect(try tampered.fault() != nil)
            tampered = team
            tampered.rows.removeAll { $0 == row }
            #expect(try tampered.fault() != nil)
        }
        var mixed = team
        mixed.rows += other.rows.filter { $0.kind == "grant" }.prefix(1)
        #expect(try mixed.fault() != nil)
    }

    @Test func `a suspended account keeps its place, a slot that is nobody's goes`() throws {
        var team = try team()
        let keys = try team.signIn("custodian")
        let officer = try #require(try team.roster(keys).user(named: "officer"))
        team.apply(try keys.set(.suspended, of: officer.id, in: team.roster(keys), slots: team.slots, at: 3000))
        let count = team.slots.count
        try begin(&team, Team.compartments)
        #expect(team.slots.count == count)
        let again = try team.signIn("custodian")
        team.apply(try again.finishRekey(in: team.roster(again), slots: team.slots, at: 3000))
        let last = try team.signIn("custodian")
        team.apply(try last.set(.active, of: officer.id, in: team.roster(last), slots: team.slots, at: 3000))
        let back = try team.signIn("officer").compartments.keys.map(\.description).sorted()
        #expect(back == ["police/1", "police/2", "shared/1", "shared/2"])
    }
}
