// Ranks, roles for a time and cover: what is in force on which day, and that nobody appoints who may not.
import Cryptography
import KeyRing
import Testing

@Suite struct `Appointments` {
    /// Days that stand for the first and the last of a month.
    static let first: Int64 = 20_000, last: Int64 = 20_030

    var team: Team
    let officer: String, sergeant: String

    init() throws {
        team = try Team()
        officer = try team.add("officer")
        sergeant = try team.add("sergeant", roles: ["supervisor"])
    }

    private mutating func appoint(
        _ id: String, _ post: AppointmentRow.Post, from: Int64 = first, until: Int64? = last,
        by signer: String = "custodian"
    ) throws {
        let keys = try team.signIn(signer)
        team.apply(try keys.appoint(id, post, from: from, until: until, in: team.roster(keys), at: 3000))
    }

    private func roster() throws -> Roster { try team.roster(team.signIn("custodian")) }

    @Test mutating func `a rank stands from its day until the next one`() throws {
        try appoint(officer, .rank("sergeant"), until: nil)
        try appoint(officer, .rank("inspector"), from: Self.last, until: nil)
        let roster = try roster()
        for (day, rank) in [
            (Self.first - 1, "constable"), (Self.first, "sergeant"), (Self.last - 1, "sergeant"),
            (Self.last, "inspector"),
        ] {
            #expect(roster.rank(of: officer, on: day) == rank)
        }
        #expect(roster.rank(of: sergeant, on: Self.last) == "constable")
        #expect(roster.rank(of: "u-nobody", on: Self.last) == nil)
    }

    @Test mutating func `an acting rank goes before the substantive one, its last day included`() throws {
        try appoint(officer, .rank("sergeant"), from: Self.first + 5, until: nil)
        try appoint(officer, .acting("inspector"))
        let roster = try roster()
        for (day, rank) in [
            (Self.first - 1, "constable"), (Self.first, "inspector"), (Self.first + 6, "inspector"),
            (Self.last, "inspector"), (Self.last + 1, "sergeant"),
        ] {
            #expect(roster.rank(of: officer, on: day) == rank)
        }
    }

    @Test mutating func `the same first day said again replaces what was said`() throws {
        try appoint(officer, .acting("inspector"))
        try appoint(officer, .acting("inspector"), until: Self.first + 2)
        let roster = try roster()
        #expect(roster.appointments.count == 1)
        #expect(roster.rank(of: officer, on: Self.first + 3) == "constable")
    }

    @Test mutating func `cover and a role for a time give roles, and no compartment`() throws {
        try appoint(officer, .cover(for: sergeant))
        try appoint(sergeant, .role("inspector"))
        let roster = try roster()
        #expect(roster.roles(of: officer, on: Self.first) == ["officer", "supervisor", "inspector"])
        #expect(roster.roles(of: officer, on: Self.last + 1) == ["officer"])
        #expect(roster.roles(of: sergeant, on: Self.last) == ["supervisor", "inspector"])
        #expect(roster.covered(by: officer, on: Self.last) == [sergeant])
        #expect(roster.covered(by: officer, on: Self.first - 1).isEmpty)
        #expect(roster.covered(by: sergeant, on: Self.first).isEmpty)
        #expect(roster.compartments(of: officer, at: 3000).isEmpty)
        #expect(roster.rank(of: officer, on: Self.first) == "constable")
    }

    @Test mutating func `cover is not handed on, and never makes a custodian`() throws {
        let third = try team.add("third")
        let custodian = try team.signIn("custodian").user
        try appoint(third, .cover(for: officer))
        try appoint(officer, .cover(for: sergeant))
        try appoint(sergeant, .cover(for: custodian))
        let roster = try roster()
        #expect(roster.roles(of: third, on: Self.first) == ["officer"])
        #expect(roster.roles(of: sergeant, on: Self.first) == ["supervisor"])
        #expect(roster.custodians.map(\.name) == ["custodian"])
        let keys = try team.signIn("sergeant")
        #expect(throws: KeyRingError.notCustodian) {
            _ = try keys.set(.suspended, of: officer, in: roster, slots: team.slots, at: 3000)
        }
    }

    @Test mutating func `cover for an account that is closed for good ends with it`() throws {
        try appoint(officer, .cover(for: sergeant))
        let keys = try team.signIn("custodian")
        team.apply(try keys.set(.revoked, of: sergeant, in: team.roster(keys), slots: team.slots, at: 3000))
        #expect(try roster().roles(of: officer, on: Self.first) == ["officer"])
        #expect(throws: KeyRingError.noSuchAccount) { try appoint(officer, .cover(for: sergeant)) }
        #expect(throws: KeyRingError.noSuchAccount) { try appoint(sergeant, .acting("inspector")) }
    }

    @Test mutating func `an appointment is taken back`() throws {
        try appoint(officer, .acting("inspector"))
        try appoint(officer, .acting("inspector"), from: Self.last + 10, until: Self.last + 20)
        let keys = try team.signIn("custodian")
        #expect(throws: KeyRingError.severalAppointments) {
            _ = try keys.takeBack(.acting("inspector"), of: officer, from: nil, in: team.roster(keys), at: 4000)
        }
        #expect(throws: KeyRingError.noSuchAppointment) {
            _ = try keys.takeBack(.acting("sergeant"), of: officer, from: nil, in: team.roster(keys), at: 4000)
        }
        team.apply(
            try keys.takeBack(.acting("inspector"), of: officer, from: Self.first, in: team.roster(keys), at: 4000))
        team.apply(try keys.takeBack(.acting("inspector"), of: officer, from: nil, in: team.roster(keys), at: 4000))
        #expect(try roster().appointments.isEmpty)
        #expect(try team.fault() == nil)
    }

    @Test mutating func `only a custodian appoints, and takes back`() throws {
        try appoint(officer, .rank("sergeant"), until: nil)
        let keys = try team.signIn("sergeant")
        #expect(throws: KeyRingError.notCustodian) {
            try appoint(sergeant, .acting("superintendent"), by: "sergeant")
        }
        #expect(throws: KeyRingError.notCustodian) {
            _ = try keys.takeBack(.rank("sergeant"), of: officer, from: nil, in: team.roster(keys), at: 4000)
        }
    }

    @Test mutating func `what cannot be is refused`() throws {
        for (post, until) in [
            (.cover(for: officer), Self.last), (.acting("inspector"), Self.first - 1), (.acting("inspector"), nil),
            (.role("custodian"), Self.last), (.role("supervisor"), nil), (.cover(for: sergeant), nil),
            (.rank("sergeant"), Self.last), (.rank(""), nil), (.acting(String(repeating: "a", count: 129)), Self.last),
            (.acting("inspector"), .max),
        ] as [(AppointmentRow.Post, Int64?)] {
            let error = #expect(throws: KeyRingError.self) { try appoint(officer, post, until: until) }
            guard case .unusableAppointment = error else {
                Issue.record("\(post) until \(String(describing: until)): \(String(describing: error))")
                continue
            }
        }
        #expect(team.rows.allSatisfy { $0.kind != "appointment" })
    }

    @Test mutating func `what a custodian who left had signed is signed again, and stands`() throws {
        let deputy = try team.add("deputy", roles: ["custodian"])
        try appoint(officer, .acting("inspector"), by: "deputy")
        let keys = try team.signIn("custodian")
        team.apply(try keys.set(.revoked, of: deputy, in: team.roster(keys), slots: team.slots, at: 4000))
        #expect(try team.fault() == nil)
        #expect(try roster().rank(of: officer, on: Self.first) == "inspector")
    }

    /// What somebody with the store's key and another program writes.
    enum Forgery: CaseIterable {
        case ownSignature, strangersSignature, unsigned, otherRank, laterEnd, otherAccount, takenAway, putBack,
            otherName
        case noEnd, selfCover, nobodysCover, custodianRole
    }

    @Test(arguments: Forgery.allCases) mutating func `a forged one is found`(forgery: Forgery) throws {
        try appoint(officer, .acting("inspector"))
        let row = try #require(team.rows.first { $0.kind == "appointment" })
        guard case .object(var members) = try #require(CanonicalValue(row.body)) else { return }
        var name = row.name
        var signature: [UInt8]?
        var before: [SignedRow] = []
        switch forgery {
        case .ownSignature: members["by"] = .text(sergeant)
        case .strangersSignature: break
        case .unsigned: signature = []
        case .otherRank: (members["value"], signature) = (.text("superintendent"), row.signature)
        case .laterEnd: (members["until"], signature) = (.number(Self.last + 400), row.signature)
        case .otherAccount:
            (members["user"], signature) = (.text(sergeant), row.signature)
            name = "\(sergeant)/acting/\(Self.first)"
        case .takenAway: team.rows.removeAll { $0 == row }
        case .putBack:
            let keys = try team.signIn("custodian")
            team.apply(
                try keys.takeBack(.acting("inspector"), of: officer, from: nil, in: team.roster(keys), at: 4000))
            before = [row]
        case .otherName: name = "\(officer)/acting/\(Self.first + 1)"
        case .noEnd: members["until"] = nil
        case .selfCover, .nobodysCover:
            let other = forgery == .selfCover ? officer : "u-nobody"
            (members["post"], members["value"]) = (.text("cover"), .text(other))
            name = "\(officer)/cover/\(other)/\(Self.first)"
        case .custodianRole:
            (members["post"], members["value"]) = (.text("role"), .text("custodian"))
            name = "\(officer)/role/custodian/\(Self.first)"
        }
        let body = CanonicalValue.object(members).encoded
        let signed = try signature ?? SigningKey().sign(Array("dalesway signed row v1\n".utf8) + body).bytes
        if forgery != .takenAway, forgery != .putBack {
            team.replace(SignedRow(kind: "appointment", name: name, body: body, signature: signed))
        }
        team.rows += before
        let fault = try #require(try team.fault())
        #expect(fault.contains("appointment") || fault.contains("of its accounts"))
        #expect(throws: KeyRingError.self) { _ = try team.signIn("officer") }
    }
}
