// An idle case file that lets the store go: others get their turn, and it believes nothing unseen when it comes back.
import Access
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Testing

@Suite struct `A case file at rest` {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.found()
    }

    private func person(_ name: String) throws -> AddLine {
        AddLine(kind: .person, on: try #require(Day("2020-01-06")), fields: ["name": .text(name)])
    }

    private func files() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) {
            found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/\(name)"))
        }
        return found
    }

    private func put(_ files: [String: Data]) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.path) where files[name] == nil {
            try FileManager.default.removeItem(atPath: "\(scratch.path)/\(name)")
        }
        for (name, bytes) in files { try bytes.write(to: URL(fileURLWithPath: "\(scratch.path)/\(name)")) }
    }

    @Test func `lets others work, and sees what they did`() throws {
        let desk = try scratch.open("inspector")
        let first = try desk.add(person("Ada Fictional"))
        #expect(throws: StoreError.self) {
            try CaseStore.open(
                at: scratch.path, user: "officer", passphrase: Scratch.passphrase, wait: 0, cost: .least,
                clock: scratch.clock)
        }
        for round in 1...3 {
            try desk.rest()
            #expect(desk.isResting)
            // At rest twice is at rest.
            try desk.rest()
            #expect(try scratch.with("officer") { try $0.list(.person) }.map(\.reference).contains(first))
            let other = try scratch.with("officer") { try $0.add(person("Bob Made-Up \(round)")) }
            #expect(try desk.show(other).reference == other)
            #expect(!desk.isResting)
        }
        #expect(try desk.list(.person).count == 4)
        #expect(try desk.check().isWhole)
        try desk.rest()
        // Closed at rest it is closed; nothing is taken up for that.
        try desk.close()
        #expect(try scratch.with("officer") { try $0.list(.person) }.count == 4)
    }

    @Test func `waits for whoever has the store, and is still signed in if they keep it`() throws {
        let desk = try scratch.open("inspector")
        try desk.rest()
        let other = try scratch.open("officer")
        #expect { try desk.takeUp(wait: 0) } throws: { ($0 as? StoreError)?.kind == .busy }
        #expect(desk.isResting)
        let added = try other.add(person("Ada Fictional"))
        try other.close()
        #expect(try desk.show(added).reference == added)
        try desk.close()
    }

    @Test func `comes back to another account list as it then is`() throws {
        let desk = try scratch.open("officer")
        try desk.rest()
        try scratch.with("custodian") {
            try $0.suspend("officer")
        }
        #expect { try desk.users() } throws: { ($0 as? StoreError)?.kind == .notRecognised }
        #expect(desk.isResting)
        try scratch.with("custodian") { try $0.reinstate("officer") }
        #expect(try desk.list(.person).isEmpty)
        try desk.rest()
        try scratch.with("custodian") { try $0.grant(.care, to: "officer") }
        _ = try desk.list(.person)
        #expect(desk.account.compartments.contains(.care))
        // Another passphrase elsewhere is another slot file; this session goes on.
        try desk.rest()
        try scratch.with("officer") { officer in
            try officer.changePassphrase(
                to: SecretBytes(copying: Array("eleven loud rooks leave the barn".utf8)), cost: .least)
        }
        #expect(try desk.list(.person).isEmpty)
        try desk.rest()
        try scratch.with("custodian") { try $0.revoke("officer") }
        #expect { try desk.list(.person) } throws: { ($0 as? StoreError)?.kind == .notRecognised }
    }

    @Test func `takes up a store that was given new keys meanwhile`() throws {
        let desk = try scratch.open("inspector")
        let first = try desk.add(person("Ada Fictional"))
        try desk.rest()
        _ = try scratch.with("custodian") { try $0.rekey() }
        #expect(try desk.show(first).reference == first)
        try desk.close()
    }

    @Test func `does not take up what was altered or put back meanwhile`() throws {
        let before = try files()
        let desk = try scratch.open("inspector")
        let first = try desk.add(person("Ada Fictional"))
        try desk.rest()
        let whole = try files()
        var altered = whole
        altered["case.db"]?[20_000] ^= 1
        var mixed = whole
        mixed["case.db"] = before["case.db"]?.prefix(8192 + 5 * 4096)
        mixed["case.db"]? += whole["case.db"]?.dropFirst(8192 + 5 * 4096) ?? Data()
        var headless = whole
        headless["case.db"]?.replaceSubrange(0..<4096, with: Data(count: 4096))
        var slotless = whole
        for name in whole.keys where name.hasPrefix("slots") { slotless[name] = nil }
        for bad in [altered, mixed, headless, slotless] {
            try put(bad)
            var isNoticed = false
            do {
                try desk.takeUp(wait: 0)
                isNoticed = try !desk.check().isWhole
            } catch is StoreError { isNoticed = true }
            #expect(isNoticed)
            if !desk.isResting { try? desk.rest() }
        }
        try put(whole)
        #expect(try desk.show(first).reference == first)
        try desk.close()
    }
}
