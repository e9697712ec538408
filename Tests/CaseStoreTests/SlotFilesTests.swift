// The slot file and its second copy: lost, altered, set back, swapped, left half written; each told, and put right.
import AuditLog
import CaseStore
import Cryptography
import Foundation
import KeyRing
import Lifecycle
import Testing

@Suite struct `The slot file and its copy` {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.found()
    }

    enum Which: String, CaseIterable { case slots, copy = "slots.copy", next = "slots.new" }

    private func url(_ which: Which) -> URL { URL(fileURLWithPath: "\(scratch.path)/\(which.rawValue)") }

    private func bytes(_ which: Which) throws -> Data { try Data(contentsOf: url(which)) }

    private func put(_ bytes: Data?, _ places: Which...) throws {
        for which in places {
            try? FileManager.default.removeItem(at: url(which))
            if let bytes { try bytes.write(to: url(which)) }
        }
    }

    /// What a sign-in is told, or why it is refused.
    private func signIn(_ user: String = "custodian") -> Result<[String], StoreError> {
        do {
            let store = try CaseStore.open(
                at: scratch.path, user: user, passphrase: Scratch.passphrase, wait: 0, cost: .least,
                clock: scratch.clock)
            let notes = store.notes
            try store.close()
            return .success(notes)
        } catch let error as StoreError { return .failure(error) } catch {
            return .failure(StoreError(.fault, "\(error)"))
        }
    }

    private func refusal(_ user: String = "custodian") -> StoreError? {
        if case .failure(let error) = signIn(user) { error } else { nil }
    }

    private func isWhole() throws -> Bool {
        try bytes(.slots) == bytes(.copy) && !FileManager.default.fileExists(atPath: url(.next).path)
    }

    /// What may befall one copy, and the word with which it is told.
    enum Mishap: String, CaseIterable {
        case missing, cut, emptied, nonsense, swollen, altered, older, foreign, link

        var word: String {
            switch self {
            case .missing: "missing"
            case .older: "an older one"
            case .foreign: "another store's"
            case .altered: "altered"
            case .cut, .emptied, .nonsense, .swollen, .link: "damaged"
            }
        }
    }

    private func befall(_ mishap: Mishap, _ which: Which, older: Data) throws {
        let whole = try bytes(which)
        switch mishap {
        case .missing: try put(nil, which)
        case .cut: try put(whole.dropLast(whole.count / 2), which)
        case .emptied: try put(Data(), which)
        case .nonsense: try put(Data(repeating: 0x7B, count: 512), which)
        case .swollen: try put(Data(repeating: 0x20, count: 5 << 20), which)
        case .altered:
            // Another user's slot, so that the form holds and this user's own slot opens.
            let text = String(decoding: whole, as: UTF8.self)
            let place = try #require(text.range(of: "\"code\":\""))
            let first = text[place.upperBound]
            try put(
                Data(
                    text.replacingCharacters(in: place.upperBound...place.upperBound, with: first == "A" ? "B" : "A")
                        .utf8), which)
        case .older: try put(older, which)
        case .foreign:
            let other = try Scratch()
            try other.found()
            try put(Data(contentsOf: URL(fileURLWithPath: other.path + "/slots")), which)
        case .link:
            let elsewhere = scratch.path + "-elsewhere"
            try? FileManager.default.removeItem(atPath: elsewhere)
            try FileManager.default.moveItem(atPath: url(which).path, toPath: elsewhere)
            try FileManager.default.createSymbolicLink(atPath: url(which).path, withDestinationPath: elsewhere)
        }
    }

    private func revokePublisher() throws -> Data {
        let old = try bytes(.slots)
        let store = try scratch.open("custodian")
        try store.revoke("publisher")
        try store.close()
        return old
    }

    @Test(arguments: Mishap.allCases, [Which.slots, .copy])
    func `what befalls one copy is told and put right from the other`(_ mishap: Mishap, _ which: Which) throws {
        let old = try revokePublisher()
        let whole = try bytes(.slots)
        defer { try? FileManager.default.removeItem(atPath: scratch.path + "-elsewhere") }
        try befall(mishap, which, older: old)
        let notes = try signIn("dpo").get()
        let name = which == .slots ? "The slot file was" : "The second copy of the slot file was"
        #expect(notes == ["\(name) \(mishap.word); it has been put right from the other."])
        #expect(try bytes(.slots) == whole && isWhole())
        #expect(try signIn("dpo").get() == [])
        let store = try scratch.open("dpo")
        var filter = LogFilter()
        filter.verb = "upkeep"
        #expect(try store.log(filter).contains { $0.detail == [#"{"act":"slots repaired"}"#] })
        try store.close()
    }

    @Test(arguments: Mishap.allCases)
    func `what befalls both copies keeps everybody out, each with its own sentence`(_ mishap: Mishap) throws {
        let old = try revokePublisher()
        let whole = try bytes(.slots)
        defer { try? FileManager.default.removeItem(atPath: scratch.path + "-elsewhere") }
        try befall(mishap, .slots, older: old)
        let same = mishap == .link ? nil : try? bytes(.slots)
        if mishap == .link { try befall(.nonsense, .copy, older: old) } else { try put(same, .copy) }
        for user in ["custodian", "officer"] {
            let error = try #require(refusal(user))
            #expect(error.kind == .damaged || error.kind == .inputOutput)
            let words =
                switch mishap {
                case .missing: "The slot file is missing, and its second copy too"
                case .older: "The slot file is older (state 8) than the store remembers (state 9)"
                case .foreign: "The slot file and case.db belong to different stores"
                case .altered: "has been altered outside the program"
                case .cut, .emptied, .nonsense, .swollen: "The slot file is damaged, and so is its second copy"
                case .link: ""
                }
            #expect(words.isEmpty || error.sentence.contains(words), "\(error.sentence)")
        }
        // Nothing was lost by it.
        try put(whole, .slots, .copy)
        #expect(refusal() == nil)
    }

    @Test func `nobody comes in by an older copy who has no slot any more`() throws {
        let old = try revokePublisher()
        for which in [Which.slots, .copy, .next] {
            try put(old, which)
            #expect(refusal("publisher")?.kind == .notRecognised)
            #expect(refusal("dpo") == nil)
            #expect(try isWhole())
        }
    }

    @Test func `an older passphrase does not open by an older copy`() throws {
        let old = try bytes(.slots)
        let store = try scratch.open("officer")
        try store.changePassphrase(
            to: SecretBytes(copying: Array("eight quiet herons cross the weir".utf8)), cost: .least)
        try store.close()
        try put(old, .slots)
        #expect(refusal("officer")?.kind == .notRecognised)
        try put(old, .copy)
        try put(old, .slots)
        #expect(refusal("officer")?.sentence.contains("is older (state 8)") == true)
    }

    @Test func `a slot file newer than the store says that the store is the older one`() throws {
        let database = URL(fileURLWithPath: scratch.path + "/case.db")
        let old = try Data(contentsOf: database)
        _ = try revokePublisher()
        try old.write(to: database)
        let error = try #require(refusal())
        #expect(error.kind == .damaged)
        #expect(error.sentence.contains("The slot file is newer (state 9) than the store, which remembers state 8"))
    }

    @Test func `a change that a crash cut short is finished, and is no fault`() throws {
        let old = try bytes(.slots)
        let store = try scratch.open("custodian")
        try store.addUser(
            "newcomer", organisation: .police, roles: [.officer], passphrase: Scratch.passphrase, cost: .least)
        try store.close()
        let new = try bytes(.slots)
        for (slots, copy) in [(old, old), (new, old), (old, new), (new, new)] {
            try put(slots, .slots)
            try put(copy, .copy)
            try put(new, .next)
            #expect(try signIn("dpo").get() == [])
            #expect(try bytes(.slots) == new && isWhole())
        }
        #expect(refusal("newcomer") == nil)
    }

    @Test func `a change that never reached the store is dropped`() throws {
        let whole = try bytes(.slots)
        for left in [whole.dropLast(7), Data("nonsense".utf8), Data()] {
            try put(left, .next)
            #expect(try signIn("dpo").get() == [])
            #expect(try bytes(.slots) == whole && isWhole())
        }
    }

    @Test func `no slot file with a changed byte lets anybody in`() throws {
        let whole = try bytes(.slots)
        let step = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] == nil ? max(1, whole.count / 60) : 1
        for place in stride(from: 3, to: whole.count, by: step) {
            var bytes = whole
            bytes[place] ^= 1
            try put(bytes, .slots, .copy)
            let error = refusal()
            #expect(error != nil, "byte \(place)")
            #expect(
                [.damaged, .notRecognised, .newer].contains(error?.kind), "byte \(place): \(String(describing: error))")
            // With one copy whole, the same byte harms nobody.
            try put(whole, .copy)
            #expect(refusal() == nil, "byte \(place)")
        }
    }

    @Test func `a slot made at less than the default is made anew at the next sign-in`() throws {
        let before = try SlotFile(reading: Array(bytes(.slots)))
        let dearer = try #require(ScryptCost(logN: 6, r: 1, p: 1))
        func open(_ cost: ScryptCost) throws -> [String] {
            let store = try CaseStore.open(
                at: scratch.path, user: "officer", passphrase: Scratch.passphrase, cost: cost, clock: scratch.clock)
            defer { try? store.close() }
            return store.notes
        }
        #expect(try open(dearer) == [])
        let after = try SlotFile(reading: Array(bytes(.slots)))
        #expect(try after.cost(of: "officer") == dearer && after.cost(of: "dpo") == .least)
        #expect(after.generation == before.generation + 1)
        #expect(try isWhole())
        // A second sign-in, and a default that has fallen again, change nothing.
        #expect(try open(dearer) == [] && open(.least) == [])
        #expect(try SlotFile(reading: Array(bytes(.slots))) == after)
        let store = try scratch.open("dpo")
        var filter = LogFilter()
        filter.verb = "upkeep"
        let log = try store.log(filter).filter { $0.detail.contains { $0.contains("slot cost") } }
        #expect(log.count == 1 && log[0].actor == "officer")
        try store.close()
    }
}
