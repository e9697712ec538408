// The built program beside a process that has the same case file open and is idle.
import CaseModel
import CaseStore
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Testing

@Suite struct `A command beside an idle holder` {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dalesway-\(UUID().uuidString)")
        .path
    private static let words = "seven quiet herons cross the weir"

    /// Runs the built program, which lies beside the tests, as the inspector; answers its exit code, its answer and its talk.
    private func run(_ words: String...) throws -> (code: Int32, out: String, talk: String) {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = Process()
        program.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(
            "dalesway")
        program.arguments = ["--store", "\(folder)/store", "--user", "inspector"] + words
        program.environment = [
            "DALESWAY_PASSPHRASE_FILE": "\(folder)/passphrase", "XDG_STATE_HOME": "\(folder)/state",
            "PATH": "/usr/bin:/bin",
        ]
        let (out, talk) = (Pipe(), Pipe())
        (program.standardOutput, program.standardError) = (out, talk)
        program.standardInput = FileHandle.nullDevice
        try program.run()
        let said = try out.fileHandleForReading.readToEnd() ?? Data()
        let told = try talk.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        return (
            program.terminationStatus, String(decoding: said, as: UTF8.self), String(decoding: told, as: UTF8.self)
        )
    }

    @Test func `is done while the holder rests, and told who holds the file while it works`() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = "\(folder)/passphrase"
        try Data("\(Self.words)\n".utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let passphrase = SecretBytes(copying: Array(Self.words.utf8))
        var moment: Int64 = 1_780_000_000_000
        let clock: CaseStore.Clock = {
            moment += 1
            return Moment(milliseconds: moment, today: Day(number: Int(moment / 86_400_000)))
        }
        let store = "\(folder)/store"
        let (founded, _) = try CaseStore.found(
            at: store, name: "custodian", passphrase: passphrase, cost: .least, clock: clock)
        try founded.addUser(
            "inspector", organisation: .police, rank: "detective inspector", roles: [.inspector],
            passphrase: passphrase,
            cost: .least)
        try founded.close()
        let desk = try CaseStore.open(
            at: store, user: "inspector", passphrase: passphrase, cost: .least, clock: clock)
        _ = try desk.list(.person)
        let refused = try run("list", "person")
        #expect(refused.code == 75)
        #expect(refused.talk.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        // A second without anything to do, as a desk finds it.
        try desk.rest()
        let added = try run("add", "person", "--on", "2016-02-01", "--name", "Ada Fictional")
        #expect(added.code == 0, "\(added.talk)")
        #expect(
            try desk.list(.person).map(\.reference.text) == [added.out.trimmingCharacters(in: .whitespacesAndNewlines)])
        #expect(try run("list", "person").code == 75)
        try desk.rest()
        #expect(try run("check").code == 0)
        try desk.close()
    }
}
