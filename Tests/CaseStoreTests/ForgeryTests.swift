// What a holder of the store's key does to the account list, and that the next opening finds it.
import CaseStore
import Cryptography
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@Suite struct `An account list written to by a holder of the store's key` {
    /// What is done to the rows.
    enum Deed: String, CaseIterable {
        case signingKeySwapped, bothKeysSwapped, grantAdded, grantTakenAway, userAdded, userUnsigned, roleAdded
        case headSetBack, accountSetBack, custodianReplaced, everyRowGone
        case coverAdded, actingRankRaised, actingRankLengthened, actingRankTakenAway, actingRankSetBack
    }

    @Test(arguments: Deed.allCases) func `is not believed`(deed: Deed) throws {
        let scratch = try Scratch()
        try scratch.found()
        let days = (from: Day(number: 20_000), until: Day(number: 20_030))
        _ = try scratch.with("custodian") {
            try $0.appoint("publisher", .acting("inspector"), from: days.from, until: days.until)
        }
        let before = try rows(scratch)
        let store = try scratch.open("custodian")
        try store.suspend("officer")
        try store.appoint("publisher", .acting("sergeant"), from: days.from, until: days.until)
        try store.close()
        try forge(deed, before, scratch)
        for user in ["custodian", "inspector", "publisher"] {
            let error = #expect(throws: StoreError.self, "\(deed) as \(user)") { try scratch.open(user).close() }
            #expect(error?.kind == .damaged)
            #expect(error?.sentence.hasPrefix("The account list has been altered outside the program") == true)
        }
    }

    @Test func `is believed when nothing was done`() throws {
        let scratch = try Scratch()
        try scratch.found()
        let found = try rows(scratch)
        do {
            let intruder = try Intruder(scratch, as: "publisher")
            try intruder.vault.connection.transaction { try $0.put(found) }
            try intruder.vault.close()
        }
        try scratch.open("custodian").close()
    }

    private func rows(_ scratch: Scratch) throws -> [SignedRow] {
        let intruder = try Intruder(scratch, as: "publisher")
        let rows = try intruder.vault.connection.signedRows()
        try intruder.vault.close()
        return rows
    }

    private func forge(_ deed: Deed, _ before: [SignedRow], _ scratch: Scratch) throws {
        let intruder = try Intruder(scratch, as: "publisher")
        let rows = try intruder.vault.connection.signedRows()
        let signing = try SigningKey()
        let agreement = try AgreementKey()
        let colleague = try user("inspector", rows)
        let own = try user("publisher", rows)
        let custodian = try user("custodian", rows)
        let grant = try #require(rows.first { $0.kind == "grant" && $0.name.hasSuffix("/police/1") })
        let acting = try #require(rows.first { $0.kind == "appointment" })
        var written: [SignedRow] = []
        var removed: [SignedRow] = []
        switch deed {
        case .signingKeySwapped:
            written = [try changed(colleague, ["signing": .bytes(signing.publicKey.bytes)], by: signing)]
        case .bothKeysSwapped:
            written = [
                try changed(
                    colleague,
                    ["agreement": .bytes(agreement.publicKey.bytes), "signing": .bytes(signing.publicKey.bytes)],
                    by: signing)
            ]
        case .grantAdded:
            written = [try changed(grant, ["user": .text(own.name)], name: "\(own.name)/police/1", by: signing)]
        case .grantTakenAway: removed = [grant]
        case .userAdded:
            let handle = "u-0123456789abcdef"
            written = [
                try changed(
                    colleague,
                    [
                        "id": .text(handle), "name": .text("nobody"), "signing": .bytes(signing.publicKey.bytes),
                        "agreement": .bytes(agreement.publicKey.bytes),
                    ], name: handle, by: signing)
            ]
        case .userUnsigned:
            written = [
                SignedRow(
                    kind: "user", name: colleague.name, body: colleague.body,
                    signature: [UInt8](repeating: 0, count: 64))
            ]
        case .roleAdded:
            written = [try changed(own, ["roles": .list([.text("custodian")])], by: signing)]
        case .headSetBack: written = before.filter { $0.kind == "head" }
        case .accountSetBack: written = before.filter { $0.kind == "user" }
        case .custodianReplaced:
            written = [try changed(custodian, ["signing": .bytes(signing.publicKey.bytes)], by: signing)]
        case .everyRowGone: removed = rows
        case .coverAdded:
            let members: [String: CanonicalValue] = ["post": .text("cover"), "value": .text(colleague.name)]
            let name = "\(own.name)/cover/\(colleague.name)/20000"
            written = [try changed(acting, members, name: name, by: signing)]
        case .actingRankRaised: written = [try changed(acting, ["value": .text("superintendent")], by: signing)]
        case .actingRankLengthened: written = [try changed(acting, ["until": .number(30_000)], by: signing)]
        case .actingRankTakenAway: removed = [acting]
        case .actingRankSetBack: written = before.filter { $0.kind == "appointment" }
        }
        let change = AccountChange(written: written, removed: removed)
        try intruder.vault.connection.transaction { try $0.apply(change) }
        try intruder.vault.close()
    }

    private func user(_ name: String, _ rows: [SignedRow]) throws -> SignedRow {
        try #require(rows.first { $0.kind == "user" && CanonicalValue($0.body)?["name"]?.text == name })
    }

    /// A row with other members, in canonical form, signed with a key that nobody trusts.
    private func changed(
        _ row: SignedRow, _ members: [String: CanonicalValue], name: String? = nil, by key: borrowing SigningKey
    ) throws -> SignedRow {
        guard case .object(var object) = try #require(CanonicalValue(row.body)) else { return row }
        object.merge(members) { $1 }
        let body = CanonicalValue.object(object).encoded
        let signature = try key.sign(Array("dalesway signed row v1\n".utf8) + body)
        return SignedRow(kind: row.kind, name: name ?? row.name, body: body, signature: signature.bytes)
    }
}
