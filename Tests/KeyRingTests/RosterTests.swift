// The account list: every row chains to a pinned key, and whatever does not is found.
import Cryptography
import KeyRing
import Testing

@Suite struct RosterTests {
    @Test func `a team is founded, grows and reads itself`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        let lead = try team.add("care-lead", roles: ["care-lead"])
        try team.grant("police", to: officer)
        try team.grant("shared", to: officer)
        try team.grant("care", to: lead)
        let keys = try team.signIn("officer")
        let roster = try team.roster(keys)
        #expect(roster.accounts.map(\.name) == ["care-lead", "custodian", "officer"])
        #expect(roster.serials == [.accounts: 3, .grants: 4])
        #expect(roster.custodians.map(\.name) == ["custodian"])
        #expect(roster.compartments(of: officer, at: 2000) == ["police", "shared"])
        #expect(roster.holders(of: "care", at: 2000).map(\.name) == ["care-lead", "custodian"])
        let account = try keys.account(in: roster)
        #expect(account.rank == "constable")
        #expect(throws: KeyRingError.compartmentClosed("care")) { _ = try keys.compartment("care") }
        #expect(try keys.compartment("police").id == CompartmentID("police", epoch: 1))
    }

    @Test func `a holder who is no custodian grants on, and nobody else`() throws {
        var team = try Team()
        let lead = try team.add("care-lead")
        let care = try team.add("care")
        try team.grant("care", to: lead)
        try team.grant("care", to: care, by: "care-lead")
        let keys = try team.signIn("care")
        let roster = try team.roster(keys)
        #expect(roster.compartments(of: care, at: 2000) == ["care"])
        #expect(throws: KeyRingError.notHolder("police")) {
            _ = try keys.grant("police", to: lead, in: roster, at: 2000)
        }
        #expect(throws: KeyRingError.noSuchCompartment("cellar")) {
            _ = try keys.grant("cellar", to: lead, in: roster, at: 2000)
        }
        #expect(throws: KeyRingError.notCustodian) {
            _ = try keys.set(.suspended, of: lead, in: roster, slots: team.slots, at: 2000)
        }
    }

    @Test func `a timed grant ends by itself`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        try team.grant("police", to: officer, until: 3000)
        let before = try team.signIn("officer", at: 2999).compartments.count
        let after = try team.signIn("officer", at: 3000).compartments.count
        #expect(before == 1)
        #expect(after == 0)
    }

    @Test func `a name can be used once, and in one spelling`() throws {
        var team = try Team()
        try team.add("officer")
        #expect(throws: KeyRingError.nameTaken) { try team.add(" officer") }
        for name in ["", "  ", "a\u{7}b", "a\nb", "a\u{202E}b", String(repeating: "a", count: 65)] {
            #expect(throws: KeyRingError.unusableName) { try team.add(name) }
        }
    }

    @Test func `a suspended account is shut out and comes back, a revoked one does not`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        try team.grant("police", to: officer)
        for (status, opens) in [(UserRow.Status.suspended, false), (.active, true), (.revoked, false)] {
            let keys = try team.signIn("custodian")
            team.apply(try keys.set(status, of: officer, in: team.roster(keys), slots: team.slots, at: 3000))
            #expect(try team.fault() == nil)
            let user = try? team.signIn("officer").user
            #expect((user != nil) == opens)
        }
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("officer") }
        let keys = try team.signIn("custodian")
        #expect(throws: KeyRingError.noSuchAccount) {
            _ = try keys.set(.active, of: officer, in: team.roster(keys), slots: team.slots, at: 4000)
        }
        // The name is free again.
        let second = try team.add("officer")
        let roster = try team.roster(keys)
        #expect(roster.user(named: "officer")?.id == second)
        #expect(roster.grants(of: officer, at: 3000).isEmpty)
    }

    @Test func `what a closed custodian signed is signed again, and stands`() throws {
        var team = try Team()
        let deputy = try team.add("deputy", roles: ["custodian"])
        try team.grant("police", to: deputy)
        let officer = try team.add("officer", by: "deputy")
        try team.grant("police", to: officer, by: "deputy")
        let keys = try team.signIn("custodian")
        team.apply(try keys.set(.revoked, of: deputy, in: team.roster(keys), slots: team.slots, at: 3000))
        #expect(try team.fault() == nil)
        #expect(try team.roster(keys).compartments(of: officer, at: 3000) == ["police"])
    }

    @Test func `the last custodian and the pinned one cannot be closed by mistake`() throws {
        var team = try Team()
        let keys = try team.signIn("custodian")
        let first = keys.user
        #expect(throws: KeyRingError.lastCustodian) {
            _ = try keys.set(.revoked, of: first, in: team.roster(keys), slots: team.slots, at: 3000)
        }
        let deputy = try team.add("deputy", roles: ["custodian"])
        let others = try team.signIn("deputy")
        #expect(throws: KeyRingError.pinnedCustodian) {
            _ = try others.set(.revoked, of: first, in: team.roster(others), slots: team.slots, at: 3000)
        }
        team.apply(try keys.handOver(to: deputy, in: team.roster(keys), at: 3000))
        team.apply(try others.set(.revoked, of: first, in: team.roster(others), slots: team.slots, at: 3000))
        #expect(try team.fault("deputy") == nil)
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("custodian") }
    }

    @Test func `a row whose bytes were edited is found`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        let row = try #require(team.row("user", officer))
        for (word, other) in [("constable", "inspector"), ("active", "suspended"), ("\"officer\"]", "\"supervisor\"]")]
        {
            var edited = team
            let body = Array(text(row.body).replacing(word, with: other).utf8)
            edited.replace(SignedRow(kind: "user", name: officer, body: body, signature: row.signature))
            let custodian = try team.signIn("custodian").user
            #expect(
                try edited.fault()
                    == "The account list has been altered outside the program: the user row ‘\(officer)’ "
                    + "does not carry the signature of \(custodian).")
        }
    }

    @Test func `a colleague's public key exchanged by a holder of the store's key is found`() throws {
        var team = try Team()
        let (officer, rogue) = (try team.add("officer"), try team.add("rogue"))
        let row = try #require(team.row("user", officer))
        let value = try #require(CanonicalValue(row.body))
        guard case .object(var members) = value else { return }
        members["agreement"] = try .bytes(AgreementKey().publicKey.bytes)
        // Signed by the rogue, in the rogue's own name and then in the custodian's.
        for by in [rogue, try #require(value["by"]?.text)] {
            members["by"] = .text(by)
            let body = CanonicalValue.object(members).encoded
            let forged = try SigningKey().sign(Array("dalesway signed row v1\n".utf8) + body)
            var edited = team
            edited.replace(SignedRow(kind: "user", name: officer, body: body, signature: forged.bytes))
            let fault = try #require(try edited.fault())
            #expect(fault.contains("the user row ‘\(officer)’"))
            #expect(throws: KeyRingError.self) { _ = try edited.signIn("officer") }
        }
    }

    @Test func `an added grant, or an unsigned row of any kind, is found`() throws {
        var team = try Team()
        let rogue = try team.add("rogue")
        let model = try #require(team.rows.first { $0.kind == "grant" && $0.name.hasSuffix("care/1") })
        let value = try #require(CanonicalValue(model.body))
        guard case .object(var members) = value else { return }
        members["user"] = .text(rogue)
        members["by"] = .text(rogue)
        let body = CanonicalValue.object(members).encoded
        for signature in [model.signature, [], [UInt8](repeating: 0, count: 64)] {
            var edited = team
            edited.replace(SignedRow(kind: "grant", name: "\(rogue)/care/1", body: body, signature: signature))
            let fault = try #require(try edited.fault())
            #expect(fault.contains("is signed by \(rogue), who is not a custodian or a holder"))
        }
        for row in team.rows {
            var edited = team
            edited.replace(SignedRow(kind: row.kind, name: row.name, body: row.body, signature: []))
            #expect(try edited.fault() != nil)
        }
    }

    @Test func `a row moved, doubled, taken away, put back or of another store is found`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        let active = try #require(team.row("user", officer))
        let keys = try team.signIn("custodian")
        team.apply(try keys.set(.suspended, of: officer, in: team.roster(keys), slots: team.slots, at: 3000))
        #expect(try team.fault() == nil)

        var putBack = team
        putBack.replace(active)
        #expect(try putBack.fault()?.contains("put back as it once was") == true)

        for row in team.rows where row.name != officer && row.kind != "user" && row.kind != "compartment" {
            var edited = team
            edited.rows.removeAll { $0 == row }
            #expect(try edited.fault() != nil)
        }
        var doubled = team
        doubled.rows.append(active)
        #expect(try doubled.fault()?.contains("stands twice") == true)

        var moved = team
        moved.rows.append(SignedRow(kind: "user", name: "u-other", body: active.body, signature: active.signature))
        #expect(try moved.fault()?.contains("not in the form of a row") == true)

        var replayed = team
        let foreign = try #require(Team().rows.first { $0.kind == "user" })
        replayed.rows.append(foreign)
        #expect(try replayed.fault()?.contains("is of another store") == true)
    }

    @Test func `a holder cannot put an account back and seal the list again`() throws {
        var team = try Team()
        let (rogue, officer) = (try team.add("rogue"), try team.add("officer"))
        try team.grant("police", to: rogue)
        let before = team.rows
        let keys = try team.signIn("custodian")
        team.apply(try keys.set(.revoked, of: officer, in: team.roster(keys), slots: team.slots, at: 3000))
        for kind in ["user", "head"] {
            for row in before where row.kind == kind && [officer, "accounts"].contains(row.name) {
                var edited = team
                edited.replace(row)
                #expect(try edited.fault() != nil)
            }
        }
        // The rogue may seal grants, and only grants; and not the one that the rogue holds.
        let friend = try team.add("friend")
        let others = try team.signIn("rogue")
        let roster = try team.roster(others)
        #expect(throws: KeyRingError.hangsFromItself) {
            _ = try others.grant("police", to: rogue, in: roster, at: 3000)
        }
        let change = try others.grant("police", to: friend, in: roster, at: 3000)
        #expect(change.written.filter { $0.kind == "head" }.map(\.name) == ["grants"])
        let head = try #require(change.written.last)
        guard case .object(var members) = try #require(CanonicalValue(head.body)) else { return }
        members["scope"] = .text("accounts")
        var forged = team
        forged.replace(
            SignedRow(
                kind: "head", name: "accounts", body: CanonicalValue.object(members).encoded, signature: head.signature)
        )
        #expect(try forged.fault()?.contains("the head row ‘accounts’ is signed by \(rogue)") == true)
    }

    @Test func `a holder whose grant has ended grants nothing more`() throws {
        var team = try Team()
        let (guest, friend) = (try team.add("guest"), try team.add("friend"))
        try team.grant("police", to: guest, until: 3000)
        let keys = try team.signIn("guest")
        let roster = try team.roster(keys)
        #expect(throws: KeyRingError.notHolder("police")) {
            _ = try keys.grant("police", to: friend, in: roster, at: 3000)
        }
        // What was granted in time stands; what is dated later does not.
        var early = team
        early.apply(try keys.grant("police", to: friend, in: roster, at: 2999))
        #expect(try early.fault() == nil)
        let row = try #require(early.row("grant", "\(friend)/police/1"))
        let body = Array(text(row.body).replacing("\"since\":2999", with: "\"since\":3001").utf8)
        early.replace(SignedRow(kind: row.kind, name: row.name, body: body, signature: row.signature))
        #expect(try early.fault()?.contains("is signed by \(guest)") == true)
    }

    @Test func `no custodian can make the list hang from itself`() throws {
        var team = try Team()
        let deputy = try team.add("deputy", roles: ["custodian"])
        let third = try team.add("third", roles: ["custodian"], by: "deputy")
        let keys = try team.signIn("deputy")
        #expect(throws: KeyRingError.hangsFromItself) {
            _ = try keys.amend(deputy, rank: "inspector", in: team.roster(keys), at: 3000)
        }
        let others = try team.signIn("third")
        #expect(throws: KeyRingError.hangsFromItself) {
            _ = try others.amend(deputy, rank: "inspector", in: team.roster(others), at: 3000)
        }
        let first = try team.signIn("custodian")
        for id in [deputy, third, first.user] {
            team.apply(try first.amend(id, rank: .some("inspector"), in: team.roster(first), at: 3000))
            #expect(try team.fault() == nil)
            #expect(try team.roster(first).users[id]?.rank == "inspector")
        }
        team.apply(try first.amend(third, rank: .some(nil), roles: ["officer"], in: team.roster(first), at: 3000))
        #expect(try team.roster(first).users[third]?.rank == nil)
        #expect(try team.roster(first).custodians.count == 2)
    }

    @Test func `a row of a kind or version that this program does not know needs a newer one`() throws {
        var team = try Team()
        team.rows.append(SignedRow(kind: "seal", name: "x", body: [], signature: []))
        #expect(try team.fault()?.contains("needs a newer program") == true)
        var newer = try Team()
        let row = try #require(newer.rows.first { $0.kind == "user" })
        let body = Array(text(row.body).replacing("\"v\":1", with: "\"v\":2").utf8)
        newer.replace(SignedRow(kind: row.kind, name: row.name, body: body, signature: row.signature))
        #expect(try newer.fault()?.contains("needs a newer program") == true)
    }

    @Test func `a whole list signed by another custodian is not believed`() throws {
        let (one, two) = (try Team(), try Team())
        let keys = try one.signIn("custodian")
        #expect(throws: KeyRingError.self) { _ = try two.roster(keys) }
    }

    @Test func `a receipt spares the signatures of the very same rows, and of no others`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        let keys = try team.signIn("custodian")
        let receipt = try team.roster(keys).receipt(for: keys)
        #expect(try Roster(team.rows.reversed(), keys: keys, receipt: receipt).serials[.accounts] == 2)
        // Another user's receipt, and a receipt for other rows, are worth nothing: the signatures are checked.
        var edited = team
        let row = try #require(team.row("user", officer))
        let body = Array(text(row.body).replacing("constable", with: "inspector").utf8)
        edited.replace(SignedRow(kind: "user", name: officer, body: body, signature: row.signature))
        #expect(throws: KeyRingError.self) { _ = try Roster(edited.rows, keys: keys, receipt: receipt) }
        let other = try team.signIn("officer")
        let foreign = try team.roster(other).receipt(for: other)
        #expect(foreign != receipt)
        #expect(throws: KeyRingError.self) { _ = try Roster(edited.rows, keys: keys, receipt: foreign) }
    }

    @Test func `an act carries its actor's signature and no other`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        let keys = try team.signIn("officer")
        let roster = try team.roster(keys)
        let statement = CanonicalValue.object(["event": .text("EV-0001")])
        let signature = try keys.sign("approval", statement)
        let custodian = try team.signIn("custodian").user
        #expect(roster.verify(signature, by: officer, on: "approval", statement))
        #expect(!roster.verify(signature, by: custodian, on: "approval", statement))
        #expect(!roster.verify(signature, by: officer, on: "erasure", statement))
        #expect(!roster.verify(signature, by: officer, on: "approval", .object(["event": .text("EV-0002")])))
        #expect(!roster.verify(signature, by: "u-nobody", on: "approval", statement))
    }

    @Test func `any altered row is an error and never a crash`() throws {
        var team = try Team()
        let officer = try team.add("officer")
        try team.grant("police", to: officer)
        let keys = try team.signIn("custodian")
        var random = Seeded(state: 11)
        for _ in 0..<400 {
            let chosen = Int.random(in: 0..<team.rows.count, using: &random)
            let row = team.rows[chosen]
            var (body, signature) = (row.body, row.signature)
            let place = Int.random(in: 0..<body.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: body[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: body.remove(at: place)
            case 2: body.insert(UInt8.random(in: 32...126, using: &random), at: place)
            default: signature[place % 64] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            var rows = team.rows
            rows[chosen] = SignedRow(kind: row.kind, name: row.name, body: body, signature: signature)
            #expect(throws: KeyRingError.self) { _ = try Roster(rows, keys: keys) }
        }
    }
}
