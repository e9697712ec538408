// What is left in the memory of a process that had a case file open and let it go.
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Glibc
import Interchange
import KeyRing
import Lifecycle
import Rows
import Testing
import Vault

@Suite struct `The memory of a process` {
    @Test func `holds no key once the case file is let go`() async throws {
        let scratch = try Scratch.withCasework()
        await #expect(processExitsWith: .success) { [folder = scratch.path as String] in
            let told = try SpentProcess.work(onCaseFileIn: folder)
            try Data(told.map { "\($0.name)|\($0.before)|\($0.after)\n" }.joined().utf8)
                .write(to: URL(fileURLWithPath: folder + "/told"))
        }
        let told = try String(contentsOfFile: scratch.path + "/told", encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: "|").map(String.init)
        }
        for line in told {
            try #require(line.count == 3)
            #expect(line[1] != "0" && line[2] == "0", "\(line)")
        }
        #expect(told.count == 3)
    }
}

/// The work of a process that is searched afterwards.
enum SpentProcess {
    /// Signs in, adds and reads, and lets the case file go; tells of each key how often it stood in memory.
    static func work(onCaseFileIn folder: String) throws -> [(name: String, before: Int, after: Int)] {
        let sought = try keys(in: folder)
        let before: [Int]
        do {
            let clock = { Moment(milliseconds: 1_790_000_000_000, today: Day(number: 20_700)) }
            let store = try CaseStore.open(
                at: folder, user: "inspector", passphrase: Scratch.passphrase, clock: clock)
            _ = try store.add(
                AddLine(kind: .person, on: Day(number: 20_000), fields: ["name": .text("Nobody in particular")]))
            _ = try store.list(.suspect)
            _ = try store.show(try #require(Reference("PER-0002")))
            _ = try store.history(try #require(Reference("SUS-0002")))
            before = sought.map { $0.count() }
            try store.close()
        }
        return zip(sought, before).map { ($0.name, $1, $0.count()) }
    }

    /// The keys that the inspector's account opens.
    private static func keys(in folder: String) throws -> [Sought] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/slots"))
        var unlocked = try SlotFile(reading: Array(bytes)).signIn("inspector", passphrase: Passphrase(Scratch.words))
        let vault = try Vault.open(at: folder, storeID: unlocked.store.bytes, key: unlocked.storeKey.secret)
        try unlocked.openCompartments(of: Roster(vault.connection.signedRows(), keys: unlocked), at: 1_790_000_000_000)
        try vault.close()
        var sought = [unsafe unlocked.storeKey.secret.withBytes { unsafe Sought("the key of the store", lent: $0) }]
        for name in ["police", "shared"] {
            let key = try unlocked.compartment(name).agreementKey()
            sought.append(unsafe key.secret.withBytes { unsafe Sought("the key of \(name)", lent: $0) })
        }
        return sought
    }
}
