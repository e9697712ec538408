// Records opened in an emergency: by whom, past what, never past a key, and never without its leaf and its alert.
import Access
import AuditLog
import CaseModel
import Cryptography
import Interchange
import KeyRing
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@testable import CaseStore

@Suite struct `A record in an emergency` {
    let scratch: Scratch

    init() throws { scratch = try .withSupport() }

    private func last(_ store: CaseStore) throws -> Leaf {
        let size = try store.connection.logSize()
        var found: Leaf?
        try store.connection.leaves(size - 1..<size) { seq, bytes, _ in
            found = try bytes.map { try Leaf(reading: $0, at: seq) }
        }
        return try #require(found)
    }

    static let records = [
        "INV-0001", "CRM-0001", "PER-0002", "VIC-0001", "SUS-0001", "CUS-0001", "CHG-0001", "SUP-0001",
    ]

    @Test func `is opened past what the role may open, and past nothing else`() throws {
        var total = 0
        for user in ["officer", "care", "care-lead", "supervisor", "inspector"] {
            let store = try scratch.open(user)
            store.reason = Scratch.emergency
            let isCare = user.hasPrefix("care")
            var count = 0
            for text in Self.records {
                let reference = try #require(Reference(text))
                let shut: [Barrier] =
                    switch reference.kind {
                    case .support: isCare ? [] : [.support]
                    case .crime, .suspect, .custody, .charge: isCare ? [.role] : []
                    default: []
                    }
                let (view, glass) = try store.inEmergency(reference) { try $0.show(reference) }
                #expect(view.reference == reference)
                #expect(glass?.past == shut && glass?.record == reference, "\(text)")
                let leaf = try last(store)
                if shut.isEmpty {
                    #expect(glass?.leaf == nil && leaf.why == "safeguarding" && !leaf.isEmergency, "\(text)")
                } else {
                    count += 1
                    #expect(
                        glass?.leaf == leaf.seq && leaf.why == "break-glass.safeguarding" && leaf.isEmergency, "\(text)"
                    )
                }
                #expect(leaf.verb == .consultation && leaf.actor == store.account.id)
                #expect(try store.connection.emergencyCount() == total + count)
                // And no longer when the look is over.
                if shut == [.role] {
                    let error = #expect(throws: StoreError.self) { try store.show(reference) }
                    #expect(
                        error?.kind == .notPermitted
                            && error?.sentence.contains("cannot wait, add: --break-glass") == true
                    )
                }
            }
            #expect(count == (isCare ? 4 : 1))
            #expect(try store.connection.emergencies(.waiting).all.count == total + count)
            try store.close()
            total += count
        }
        #expect(try scratch.faults() == [])
    }

    @Test func `is not opened by a role that never does so, and the attempt is in the log`() throws {
        for user in ["dpo", "publisher", "custodian"] {
            let store = try scratch.open(user)
            store.reason = Scratch.emergency
            for text in Self.records {
                let reference = try #require(Reference(text))
                let before = try store.connection.logSize()
                let error = #expect(throws: StoreError.self) {
                    try store.inEmergency(reference) { try $0.show(reference) }
                }
                #expect(error?.kind == .notPermitted)
                #expect(try store.connection.logSize() == before + 1 && last(store).verb == .denied)
            }
            #expect(try store.connection.emergencyCount() == 0)
            try store.close()
        }
    }

    @Test func `is not opened without a reason in words, and the attempt is in the log`() throws {
        for reason in [nil, Reason(.safeguarding), Reason(.courtOrder)] {
            let store = try scratch.open("care")
            store.reason = reason
            let reference = try #require(Reference("SUS-0001"))
            let before = try store.connection.logSize()
            let error = #expect(throws: StoreError.self) { try store.inEmergency(reference) { try $0.show(reference) } }
            #expect(error?.kind == .badData && error?.sentence.contains("safeguarding") == true)
            #expect(try store.connection.logSize() == before + 1 && last(store).verb == .denied)
            #expect(try store.connection.emergencyCount() == 0)
            try store.close()
        }
    }

    @Test func `that is not there is refused, and the attempt is in the log`() throws {
        let error = try scratch.turnedAway { try scratch.breakGlass("SUS-0999", as: "care") }
        #expect(error.kind == .badData && error.sentence == "There is no SUS-0999 in this case file.")
        #expect(try scratch.leaves().last?.verb == .denied)
    }

    @Test func `shows social care of a suspect where they stand, and not who they are or why`() throws {
        let stands = try scratch.state("SUS-0002")
        let (record, glass) = try scratch.breakGlass("SUS-0002", as: "care")
        #expect(record.state?.rawValue == stands && record.title == nil)
        #expect(glass?.stillShut == [.police])
        let (first, _) = try scratch.breakGlass("SUS-0001", as: "care")
        #expect(first.fields["grounds"] == nil && first.sealed == ["grounds"])
        let reference = try #require(Reference("SUS-0002"))
        try scratch.with("care") { store in
            store.reason = Scratch.emergency
            let history = try store.inEmergency(reference) { try $0.history(reference) }
            #expect(history.result.events.map(\.event.name).contains("arrest"))
            #expect(history.result.events.allSatisfy { $0.event.decider?.name == nil })
            let next = try store.inEmergency(reference) { try $0.next(reference) }
            #expect(next.result.prospects.allSatisfy { $0.obstacle != nil })
        }
        // Nothing of it opens what other records say.
        let error = try scratch.turnedAway { try scratch.with("care") { try $0.list(.suspect) } }
        #expect(error.kind == .notPermitted)
    }

    @Test func `shows the police where support stands, and no word of what it is`() throws {
        let reference = try #require(Reference("SUP-0001"))
        for user in ["officer", "supervisor"] {
            try scratch.with(user) { store in
                #expect(try store.show(reference).state == nil)
                store.reason = Scratch.emergency
                let (record, glass) = try store.inEmergency(reference) { try $0.show(reference) }
                #expect(record.state == "PAUSED" && record.isReceiving == nil && glass?.stillShut == [.care])
                #expect(record.fields["need"] == nil)
                #expect(record.sealed.contains("need"))
                let history = try store.inEmergency(reference) { try $0.history(reference) }
                #expect(history.result.events.map(\.event.name) == ["offer", "start", "pause"])
                #expect(history.result.events.compactMap(\.to) == ["OFFERED", "RECEIVING", "PAUSED"])
                #expect(!"\(history.result) \(record)".contains("fictional need"))
                #expect(try store.history(reference).events.isEmpty)
                #expect(try store.show(reference).state == nil)
            }
        }
    }

    @Test func `that is other people's work is opened for a reason without it, and with it as an emergency`() throws {
        _ = try scratch.with("supervisor") {
            try $0.add(
                AddLine(
                    kind: .allocation, links: [.victim: try #require(Reference("VIC-0001"))],
                    on: try #require(Day("2020-02-01")), fields: ["to": .text("care")]))
        }
        let refusal = try scratch.turnedAway {
            try scratch.with("officer") { try $0.show(try #require(Reference("VIC-0001"))) }
        }
        #expect(refusal.kind == .badData && refusal.sentence.contains("--working-on"))
        let (_, glass) = try scratch.breakGlass("VIC-0001", as: "officer")
        #expect(glass?.past == [.allocation] && glass?.stillShut == [])
    }

    @Test func `leaves its reason in a box and not in the leaf, and its records for the person's own history`() throws {
        let (_, glass) = try scratch.breakGlass("SUS-0001", as: "care")
        let place = try #require(glass?.leaf)
        let leaf = try scratch.leaves()[place]
        #expect(!String(decoding: leaf.encoded, as: UTF8.self).contains("fictional"))
        #expect(leaf.commitments.count == 2)
        for (user, isRead) in [
            ("dpo", true), ("publisher", false), ("officer", true), ("care-lead", true), ("custodian", true),
        ] {
            let intruder = try Intruder(scratch, as: user)
            // What others than data protection read is the copy that waits for review, in their compartment.
            let copies = try #require(intruder.vault.connection.emergencies(.waiting).all.first?.words)
            #expect(copies.map(\.compartment) == ["police", "care"])
            let copy = copies.first { intruder.keys.holds($0.compartment) }
                .flatMap { try? intruder.keys.open(box: $0.box, in: $0.compartment, at: Emergency.place(of: place)) }
            let details = try intruder.vault.connection.details(of: place).filter { $0.manner == .boxed }
            let rights = intruder.keys.compartments.values.first { $0.id.name == "rights" }
            let words = try rights.flatMap { key in
                try details.first?.open(in: leaf, with: key.agreementKey())["reason"]?.text
            }
            #expect((copy != nil || words == Scratch.emergency.text) == isRead, "\(user)")
            try intruder.vault.close()
        }
    }

    @Test func `is shown only when its leaf and its alert are on the disk, both or neither`() throws {
        let mishaps = Mishaps()
        let store = try opened("care", mishaps)
        store.reason = Scratch.emergency
        let reference = try #require(Reference("SUS-0001"))
        let before = try store.connection.logSize()
        mishaps.fail([.write, .sync], after: 0)
        #expect(throws: StoreError.self) { try store.inEmergency(reference) { try $0.show(reference) } }
        mishaps.stop()
        try? store.close()
        let again = try scratch.open("inspector")
        let leaves = try scratch.count(again, from: before)
        #expect(leaves == 0)
        #expect(try again.connection.emergencyCount() == 0 && again.connection.emergencies(.waiting).all.isEmpty)
        try again.close()
        #expect(try scratch.faults() == [])
    }

    @Test func `is not shown where the alert cannot be kept, and then there is no leaf either`() throws {
        try scratch.intrude { try $0.setStoreFact(StoreFact.emergencies, Array("nonsense".utf8)) }
        let error = try scratch.turnedAway { try scratch.breakGlass("SUS-0001", as: "care") }
        #expect(error.kind == .damaged)
        #expect(try scratch.leaves().filter(\.isEmergency).isEmpty)
    }

    @Test func `is opened on a full disk, with its alert; its review waits until there is room`() throws {
        let disk = Mishaps()
        func open(_ user: String) throws -> CaseStore {
            try CaseStore.open(
                at: scratch.path, user: user, passphrase: Scratch.passphrase, cost: .least, reason: Scratch.emergency,
                mishaps: disk, clock: scratch.clock)
        }
        try open("care").close()
        disk.room = 0
        let reference = try #require(Reference("SUS-0001"))
        let care = try open("care")
        let place = try #require(try care.inEmergency(reference) { try $0.show(reference) }.glass?.leaf)
        try care.close()
        let lead = try open("care-lead")
        #expect(lead.notes.contains("1 emergency access waits for review: dalesway audit emergencies"))
        #expect(try lead.emergencies().map(\.leaf) == [place])
        let error = #expect(throws: StoreError.self) {
            try lead.review([place], finding: .justified, because: "A fictional night")
        }
        #expect(error?.kind == .inputOutput)
        try lead.close()
        disk.room = nil
        _ = try scratch.with("care-lead") { try $0.review([place], finding: .justified, because: "A fictional night") }
        #expect(try scratch.faults() == [])
    }

    /// A signed-in store on a disk that fails when told to.
    private func opened(_ user: String, _ mishaps: Mishaps) throws -> CaseStore {
        let folder = StoreFolder(path: scratch.path)
        let slots = try SlotFile(reading: folder.read(folder.slots, most: SlotFile.greatestByteCount))
        var keys = try slots.signIn(user, passphrase: Passphrase(Scratch.words))
        let vault = try Vault.open(
            at: scratch.path, storeID: keys.store.bytes, key: keys.storeKey.secret, wait: 0, mishaps: mishaps)
        let roster = try Roster(vault.connection.signedRows(), keys: keys)
        try keys.openCompartments(of: roster, at: scratch.moment)
        return try CaseStore(
            directory: scratch.path, vault: vault, clock: scratch.clock, keys: keys, slots: slots, roster: roster)
    }
}

extension Scratch {
    /// How many leaves from a place on tell of an emergency.
    func count(_ store: CaseStore, from place: Int) throws -> Int {
        var count = 0
        try store.connection.leaves(place..<Int.max) { seq, bytes, _ in
            if let bytes, try Leaf(reading: bytes, at: seq).isEmergency { count += 1 }
        }
        return count
    }
}
