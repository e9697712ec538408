// The slot file: who knows a passphrase comes in, and nobody else learns anything.
import Cryptography
import Foundation
import KeyRing
import Testing

@Suite struct SlotFileTests {
    @Test func `the right passphrase opens the same keys each time`() throws {
        let team = try Team()
        let first = try team.signIn("custodian")
        let second = try team.signIn("custodian")
        let same = first.storeKey.secret.equals(second.storeKey.secret)
        let (user, store, held) = (first.user, first.store, first.compartments.keys.map(\.name).sorted())
        #expect(same)
        #expect(user.hasPrefix("u-"))
        #expect(store == team.slots.store)
        #expect(held == Team.compartments.sorted())
    }

    @Test func `a wrong passphrase and an unknown name are told alike`() throws {
        let team = try Team()
        #expect(throws: KeyRingError.notRecognised) {
            _ = try team.signIn("custodian", "nine grey geese over the town")
        }
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("nobody") }
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("") }
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("custodian", "") }
    }

    @Test func `a passphrase may be typed in any spelling that looks the same`() throws {
        var team = try Team()
        let keys = try team.signIn("custodian")
        let (_, change) = try keys.add(
            NewAccount(name: "Zo\u{EB} Fictional", organisation: "Other", roles: ["dpo"]),
            passphrase: Passphrase("caf\u{E9} \u{FB01}sh caf\u{E9} harbour"), to: team.roster(keys), slots: team.slots,
            at: 2000, cost: .least)
        team.apply(change)
        let other = try team.signIn(" Zoe\u{308} Fictional ", "cafe\u{301} fish cafe\u{301} harbour")
        let user = other.user
        #expect(try user == team.roster(keys).user(named: "Zoë Fictional")?.id)
    }

    @Test func `names nobody`() throws {
        var team = try Team()
        try team.add("detective fictional")
        let file = text(team.slots.encoded)
        for word in ["custodian", "detective", "fictional", "police"] { #expect(!file.contains(word)) }
    }

    @Test func `a slot of another store does not open`() throws {
        let (one, two) = (try Team(), try Team())
        let bytes = text(one.slots.encoded)
        let foreign = bytes.replacing(Base64.text(one.slots.store.bytes), with: Base64.text(two.slots.store.bytes))
        let file = try SlotFile(reading: Array(foreign.utf8))
        #expect(throws: KeyRingError.alteredSlotFile) {
            _ = try file.signIn("custodian", passphrase: Passphrase(Team.phrase))
        }
    }

    @Test func `two slots exchanged open for neither`() throws {
        var team = try Team()
        try team.add("officer")
        let value = try #require(CanonicalValue(Array(team.slots.encoded.dropLast())))
        let slots = try #require(value["slots"]?.list)
        guard case .object(var file) = value, case .object(var first) = slots[0], case .object(var second) = slots[1]
        else { throw KeyRingError.malformedSlotFile }
        (first["locator"], second["locator"]) = (second["locator"], first["locator"])
        file["slots"] = .list([.object(second), .object(first)])
        let swapped = try SlotFile(reading: CanonicalValue.object(file).encoded + [0x0A])
        for name in ["custodian", "officer"] {
            #expect(throws: KeyRingError.alteredSlotFile) {
                _ = try swapped.signIn(name, passphrase: Passphrase(Team.phrase))
            }
        }
    }

    @Test func `a slot taken away, or an older file's code, is told at sign-in`() throws {
        var team = try Team()
        let old = team.slots
        try team.add("officer")
        let oldText = text(old.encoded)
        let generation = oldText.replacing("\"generation\":1,", with: "\"generation\":2,")
        let file = try SlotFile(reading: Array(generation.utf8))
        #expect(throws: KeyRingError.alteredSlotFile) {
            _ = try file.signIn("custodian", passphrase: Passphrase(Team.phrase))
        }
        // The whole older file is true in itself: the store, which remembers the generation, tells it.
        #expect(old.generation == 1)
        #expect(team.slots.generation == 2)
        #expect(try old.digest() != team.slots.digest())
    }

    @Test func `a passphrase can be changed, and the old one no longer opens`() throws {
        var team = try Team()
        let keys = try team.signIn("custodian")
        team.slots = try keys.changePassphrase(
            to: Passphrase("seven herons on a quiet weir"), in: team.roster(keys), slots: team.slots, cost: .least)
        #expect(throws: KeyRingError.notRecognised) { _ = try team.signIn("custodian") }
        let again = try team.signIn("custodian", "seven herons on a quiet weir")
        let same = again.storeKey.secret.equals(keys.storeKey.secret)
        #expect(same)
        #expect(team.slots.generation == 2)
    }

    @Test func `a slot made at a lower cost than the program's is known`() throws {
        let team = try Team()
        #expect(try team.slots.isBelow(.standard, for: "custodian"))
        #expect(try !team.slots.isBelow(.least, for: "custodian"))
        #expect(try !team.slots.isBelow(.standard, for: "nobody"))
    }

    @Test func `the recovery key opens the store and every compartment`() throws {
        let team = try Team()
        let keys = try team.signIn("custodian")
        #expect(team.recovery.count == 89)
        let recovery = try RecoveryEvidence([team.recovery.lowercased().replacing("-", with: " ")]).key(of: team.slots)
        let opened = try #require(try team.slots.open(with: recovery).first)
        let same = opened.secret.equals(keys.storeKey.secret)
        #expect(same)
        #expect(try recovery.open(team.rows, of: team.slots.store).map(\.id.name) == Team.compartments.sorted())
        let other = try Team()
        #expect(throws: KeyRingError.foreignRecoveryKey) {
            _ = try RecoveryEvidence([other.recovery]).key(of: team.slots)
        }
        let foreign = try RecoveryEvidence([other.recovery]).key(of: other.slots)
        #expect(throws: KeyRingError.foreignRecoveryKey) { _ = try team.slots.open(with: foreign) }
        #expect(throws: KeyRingError.foreignRecoveryKey) { _ = try foreign.open(team.rows, of: team.slots.store) }
    }

    @Test func `any altered byte is an error and never a crash`() throws {
        var team = try Team(.twoOfThree)
        try team.add("officer")
        let bytes = team.slots.encoded
        var random = Seeded(state: 7)
        let count = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] == nil ? 600 : 60_000
        for _ in 0..<count {
            var altered = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<altered.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: altered[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: altered.remove(at: place)
                case 2: altered.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: altered.removeLast(min(place, altered.count - 1))
                }
            }
            guard altered != bytes else { continue }
            #expect(throws: KeyRingError.self) {
                _ = try SlotFile(reading: altered).signIn("officer", passphrase: Passphrase(Team.phrase))
            }
        }
        for count in 0..<min(bytes.count, 300) {
            #expect(throws: KeyRingError.malformedSlotFile) { _ = try SlotFile(reading: Array(bytes.prefix(count))) }
        }
    }

    @Test func `a newer file says so`() throws {
        let newer = text(try Team().slots.encoded).replacing("\"v\":1", with: "\"v\":3")
        #expect(throws: KeyRingError.newerSlotFile(3)) { _ = try SlotFile(reading: Array(newer.utf8)) }
    }

    @Test func `a monstrous cost is refused before it is paid`() throws {
        let dear = text(try Team().slots.encoded).replacing("\"n\":4", with: "\"n\":60")
        #expect(throws: KeyRingError.malformedSlotFile) { _ = try SlotFile(reading: Array(dear.utf8)) }
    }
}
