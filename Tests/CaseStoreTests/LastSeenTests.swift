// A store put back as it was earlier is noticed by what the machine has seen; a crash is not taken for that.
import CaseStore
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Testing

@Suite struct `What a machine has seen of a store` {
    private let machine = Machine()

    private func founded() throws -> Scratch {
        let scratch = try Scratch()
        scratch.state = machine.state
        try scratch.found()
        return scratch
    }

    private func act(_ scratch: Scratch) throws {
        let line = AddLine(
            kind: .person, on: try #require(Day("2020-01-06")), fields: ["name": .text("Vera Invented")])
        _ = try scratch.with("officer") { try $0.add(line) }
    }

    private func refusal(_ scratch: Scratch, _ purpose: Purpose = .ordinary) throws -> StoreError {
        let error = #expect(throws: StoreError.self) { try scratch.open("custodian", for: purpose).close() }
        return try #require(error)
    }

    @Test func `refuses the whole folder put back as it was at any earlier moment`() throws {
        let scratch = try founded()
        var copies: [String] = []
        defer { for copy in copies { try? FileManager.default.removeItem(atPath: copy) } }
        for place in 0..<6 {
            copies.append(try scratch.copied("\(place)"))
            try act(scratch)
        }
        let newest = try scratch.copied("newest")
        copies.append(newest)
        let trials = ProcessInfo.processInfo.environment["DALESWAY_SOAK"] == nil ? 8 : 1_000
        for _ in 0..<trials {
            try scratch.putBack(try #require(copies.dropLast().randomElement()))
            let error = try refusal(scratch)
            #expect(error.kind == .outdated)
            #expect(error.sentence.contains("of an earlier moment"))
            #expect(error.sentence.contains(try machine.lastSeen()))
            let looked = try scratch.open("custodian", for: .inspection)
            let size = try looked.verifyLog().size
            #expect(try looked.check().findings.map(\.sentence) == looked.impediments.map(\.sentence))
            #expect(try looked.verifyLog().faults == looked.impediments.map(\.sentence))
            #expect(try looked.verifyLog().size == size, "looking at an earlier store must write nothing to it")
            try looked.close()
        }
        // Looking, and being refused, has not moved the mark: the newest is still the only one that opens.
        try scratch.putBack(newest)
        try scratch.open("custodian").close()
        #expect(machine.notes() == [])
    }

    @Test func `lets nothing be done with an earlier store but look at it`() throws {
        let scratch = try founded()
        let early = try scratch.copied("early")
        defer { try? FileManager.default.removeItem(atPath: early) }
        try act(scratch)
        try scratch.putBack(early)
        for purpose in Purpose.allCases where ![.inspection, .restoring].contains(purpose) {
            #expect(try refusal(scratch, purpose).kind == .outdated)
        }
        for (user, body) in [
            ("officer", { _ = try $0.list(.person) }), ("dpo", { _ = try $0.log() }),
            ("dpo", { _ = try $0.checkpoint() }), ("custodian", { _ = try $0.users() }),
            ("custodian", { try $0.suspend("officer") }), ("dpo", { _ = try $0.exportLog { _, _ in } }),
        ] as [(String, (CaseStore) throws -> Void)] {
            let store = try scratch.open(user, for: .inspection)
            let error = #expect(throws: StoreError.self) { try body(store) }
            #expect(error?.kind == .outdated)
            try store.close()
        }
    }

    @Test func `gives no alarm when the program died between an act and its mark`() throws {
        let scratch = try founded()
        for _ in 0..<4 {
            let mark = try Data(contentsOf: URL(fileURLWithPath: machine.lastSeen()))
            try act(scratch)
            try mark.write(to: URL(fileURLWithPath: machine.lastSeen()))
            try scratch.open("custodian").close()
        }
        #expect(machine.notes() == [])
    }

    @Test func `tells two stores that went different ways from one copy`() throws {
        let here = try founded()
        let there = Machine()
        let copy = try here.copied("there")
        try act(here)
        let mine = try here.copied("mine")
        defer { for folder in [copy, mine] { try? FileManager.default.removeItem(atPath: folder) } }
        // The same number of acts, one less, and one more, on the other machine.
        for acts in 1...3 {
            try here.putBack(copy)
            here.state = there.state
            for _ in 0..<acts - 1 { try act(here) }
            try here.with("officer") { _ = try $0.list(.person) }
            here.state = machine.state
            let error = try refusal(here)
            #expect(error.kind == .outdated, "\(acts)")
            #expect(error.sentence.contains("earlier moment") || error.sentence.contains("went different ways"))
            if acts == 3 { #expect(error.sentence.contains("went different ways")) }
            try FileManager.default.removeItem(atPath: there.path)
        }
        try here.putBack(mine)
        try here.open("custodian").close()
    }

    @Test func `says once that a machine is new to a store`() throws {
        let scratch = try founded()
        #expect(machine.notes() == [])
        try FileManager.default.removeItem(atPath: machine.path)
        try scratch.open("custodian").close()
        let first = machine.notes()
        #expect(first.count == 1 && first[0].contains("has not seen this store before"))
        try scratch.open("custodian").close()
        #expect(machine.notes() == [])
        try FileManager.default.removeItem(atPath: machine.lastSeen())
        try scratch.open("custodian").close()
        let second = machine.notes()
        #expect(second.count == 1 && second[0].contains("is missing"))
        try scratch.open("custodian").close()
        #expect(machine.notes() == [])
    }

    @Test func `works on and says so where the folder cannot be made`() throws {
        let scratch = try founded()
        try FileManager.default.removeItem(atPath: machine.path)
        try Data("in the way".utf8).write(to: URL(fileURLWithPath: machine.path))
        for _ in 0..<2 {
            try act(scratch)
            let notes = machine.notes()
            #expect(notes.count == 2 && notes[1].contains("could not be written"))
        }
    }

    @Test(arguments: ["", "nonsense", "link", "pipe", "folder", "long", "foreign", "forged", "altered"])
    func `passes over what is no mark of this log, and says so`(what: String) throws {
        let scratch = try founded()
        let folder = try machine.folder()
        let file = "\(folder)/beside"
        let genuine = try String(contentsOfFile: machine.lastSeen(), encoding: .utf8)
        switch what {
        case "link": try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "last-seen")
        case "pipe": try #require(unsafe mkfifo(file, 0o600) == 0)
        case "folder": try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        case "long": try Data(repeating: 65, count: 1 << 20).write(to: URL(fileURLWithPath: file))
        case "foreign":
            let other = try Scratch()
            let elsewhere = Machine()
            other.state = elsewhere.state
            try other.found()
            try FileManager.default.copyItem(atPath: elsewhere.lastSeen(), toPath: file)
        case "forged":
            let lines = genuine.split(separator: "\n", omittingEmptySubsequences: false)
            var changed = lines
            changed[1] = "999999"
            try changed.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        case "altered":
            var bytes = Array(genuine.utf8)
            bytes[bytes.count - 20] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        default: try Data(what.utf8).write(to: URL(fileURLWithPath: file))
        }
        try act(scratch)
        let notes = machine.notes()
        #expect(notes.count == 1 && notes[0].contains("was passed over"), "\(notes)")
    }

    @Test func `compares a checkpoint that a custodian put beside the mark`() throws {
        let scratch = try founded()
        let early = try scratch.copied("early")
        defer { try? FileManager.default.removeItem(atPath: early) }
        let held = try scratch.with("dpo") { try $0.checkpoint() }
        let folder = try machine.folder()
        try scratch.putBack(early)
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try held.write(toFile: "\(folder)/from-the-council", atomically: true, encoding: .utf8)
        #expect(try refusal(scratch).sentence.contains("from-the-council"))
    }

    @Test func `keeps the recovery key from an earlier store too`() throws {
        let scratch = try Scratch()
        let (store, papers) = try CaseStore.found(
            at: scratch.path, name: "custodian", passphrase: Scratch.passphrase, cost: .least, state: machine.state,
            clock: scratch.clock)
        try store.close()
        scratch.state = machine.state
        let early = try scratch.copied("early")
        defer { try? FileManager.default.removeItem(atPath: early) }
        func recover() throws {
            try CaseStore.recover(
                at: scratch.path, with: papers, name: "newcomer", passphrase: Scratch.passphrase, cost: .least,
                state: machine.state, clock: scratch.clock)
        }
        try recover()
        try scratch.open("newcomer").close()
        try scratch.putBack(early)
        let error = #expect(throws: StoreError.self) { try recover() }
        #expect(error?.kind == .outdated)
        #expect(machine.notes() == [])
    }

    @Test func `lies in folders that are open to their owner alone`() throws {
        let scratch = try founded()
        try scratch.open("custodian").close()
        for path in [machine.path, try machine.folder()] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
        }
        #expect(
            try FileManager.default.attributesOfItem(atPath: machine.lastSeen())[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: machine.folder()) == ["last-seen"])
    }
}
