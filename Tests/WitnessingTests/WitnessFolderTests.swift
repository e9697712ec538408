// A witness's folder: its key, what it holds, and that no signature leaves before it is stored.
import AuditLog
import Cryptography
import Foundation
import Testing

@testable import Witnessing

@Suite struct WitnessFolderTests {
    /// A folder that goes away again.
    final class Scratch {
        let path = NSTemporaryDirectory() + "dalesway-witness-" + UUID().uuidString

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }
        func write(_ name: String, _ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
        }
        var names: [String] {
            get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
        }
    }

    struct Stop: Error {}

    private static let phrase = "seven quiet herons cross the weir"

    private func made(_ scratch: Scratch, name: String = "witness.example/care") throws -> WitnessFolder {
        try WitnessFolder.make(
            at: scratch.path, name: name, passphrase: SecretBytes(copying: Self.phrase.utf8), cost: .least)
    }

    /// A log that signs whatever it is told to.
    private struct Log {
        let leaves: [Digest]
        let name: String

        init(_ count: Int, name: String = "store.example/log", from first: Int = 0) throws {
            var hash = try TreeHash()
            var leaves: [Digest] = []
            for place in 0..<count { leaves.append(try hash.leaf(Array("leaf \(place + first)".utf8))) }
            self.leaves = leaves
            self.name = name
        }

        var verifier: NoteVerifier { get throws { try key().verifier } }
        func key() throws -> NoteKey {
            try NoteKey(name: name, key: SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 7, count: 32))))
        }

        func request(_ old: Int, _ new: Int) throws -> AddCheckpoint {
            var tree = try TreeReader(leaves)
            let note = try Checkpoint(origin: name, size: new, root: tree.root(at: new)).signed(by: key())
            return old == 0
                ? try AddCheckpoint(first: note) : try AddCheckpoint(tree.consistency(from: old, to: new), under: note)
        }
    }

    private func sign(
        _ folder: WitnessFolder, _ request: AddCheckpoint, _ log: NoteVerifier? = nil, at seconds: UInt64 = 100,
        with phrase: String = phrase
    ) throws -> WitnessFolder.Cosignature {
        try folder.cosign(request, log: log, passphrase: SecretBytes(copying: phrase.utf8)) { seconds }
    }

    @Test func `is made once, in a new or empty folder, for its owner alone`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        #expect(folder.verifier.kind == .witness)
        #expect(try scratch.bytes("witness.vkey") == Array((folder.verifier.encoded + "\n").utf8))
        #expect(try WitnessFolder(at: scratch.path).verifier == folder.verifier)
        #expect(throws: WitnessError.exists) { _ = try made(scratch) }
        let facts = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/witness")
        #expect(facts[.posixPermissions] as? Int == 0o600)
        // Nothing of the key stands in the clear: what is sealed differs each time, and is opened by one passphrase.
        #expect(try folder.records().isEmpty)
        for name in ["", "a b", "a+b", "a\u{7}b", String(repeating: "x", count: 201)] {
            #expect(throws: WitnessError.unusableName) { _ = try made(Scratch(), name: name) }
        }
        #expect(throws: WitnessError.missing) { _ = try WitnessFolder(at: Scratch().path) }
    }

    @Test func `signs, holds, and goes on from there when it is opened again`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        let log = try Log(20)
        #expect(throws: WitnessError.unknownLog("store.example/log")) { _ = try sign(folder, log.request(0, 5)) }
        let first = try sign(folder, log.request(0, 5), log.verifier)
        #expect(!first.isRepeated)
        let again = try WitnessFolder(at: scratch.path)
        #expect(try again.records() == [first.record])
        let second = try sign(again, log.request(5, 20), at: 200)
        #expect(second.record.last?.checkpoint.size == 20)
        // The line stands under the log's own note, and is true.
        let text = try #require(second.record.last?.note.encoded)
        #expect(text.hasSuffix("\(second.line)\n"))
        #expect(try Note(reading: Array(text.utf8)).signers(among: [folder.verifier]).map(\.seconds) == [200])
        // The answer was lost on its way: it is given again, as it was.
        let repeated = try sign(again, log.request(5, 20), at: 300)
        #expect(repeated.isRepeated && repeated.line == second.line)
        #expect(throws: WitnessRefusal.otherSize(asked: 4, held: 20)) { _ = try sign(again, Log(30).request(4, 30)) }
        #expect(throws: WitnessRefusal.clockBehind(last: 200)) {
            _ = try sign(again, Log(30).request(20, 30), at: 199)
        }
        #expect(try again.records() == [second.record])
    }

    @Test func `keeps logs apart, and one key for each`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        let (one, two) = (try Log(5), try Log(9, name: "other.example/log"))
        _ = try sign(folder, one.request(0, 5), one.verifier)
        _ = try sign(folder, two.request(0, 9), two.verifier)
        #expect(try folder.records().map(\.log.name) == ["other.example/log", "store.example/log"])
        #expect(throws: WitnessError.otherKey("store.example/log")) {
            let other = try NoteVerifier(name: "store.example/log", kind: .log, key: SigningKey().publicKey)
            _ = try sign(folder, one.request(0, 5), other)
        }
        #expect(throws: AuditError.foreignCheckpoint("third.example/log")) {
            _ = try sign(folder, Log(3, name: "third.example/log").request(0, 3), two.verifier)
        }
    }

    @Test func `says by which name it has known a log that goes on under another after a restore`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        let log = try Log(5)
        let first = try sign(folder, log.request(0, 5), log.verifier)
        #expect(first.formerly.isEmpty)
        let restored = try Log(5, name: "store.example/log/1")
        let second = try sign(folder, restored.request(0, 4), restored.verifier)
        #expect(second.formerly == [first.record])
        #expect(try sign(folder, restored.request(4, 5)).formerly.isEmpty)
    }

    @Test func `a wrong passphrase signs nothing, a moved or altered key neither`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        let log = try Log(5)
        #expect(throws: WitnessError.wrongPassphrase) {
            _ = try sign(folder, log.request(0, 5), log.verifier, with: "another passphrase altogether")
        }
        let own = try scratch.bytes("witness")
        // The name is changed and the fingerprint with it: the key does not open under it.
        let other = try NoteVerifier(name: "witness.example/else", kind: .witness, key: folder.verifier.key)
        let renamed = String(decoding: own, as: UTF8.self).replacing(folder.verifier.encoded, with: other.encoded)
        try scratch.write("witness", Array(renamed.utf8))
        #expect(throws: WitnessError.damaged(file: "witness")) {
            _ = try sign(WitnessFolder(at: scratch.path), log.request(0, 5), log.verifier)
        }
        for altered in [[], Array(own.dropLast()), own + [0x0A], Array("{}\n".utf8), Array(own.prefix(100))] {
            try scratch.write("witness", altered)
            #expect(throws: WitnessError.damaged(file: "witness")) { _ = try WitnessFolder(at: scratch.path) }
        }
        let newer = String(decoding: own, as: UTF8.self).replacing("\"v\":1}", with: "\"v\":2}")
        try scratch.write("witness", Array(newer.utf8))
        #expect(throws: WitnessError.newer(file: "witness")) { _ = try WitnessFolder(at: scratch.path) }
        #expect(try scratch.names.filter { $0.hasPrefix("log-") }.isEmpty)
    }

    @Test func `every altered byte of what it holds is noticed`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        let log = try Log(8)
        _ = try sign(folder, log.request(0, 5), log.verifier)
        let name = try #require(scratch.names.first { $0.hasPrefix("log-") })
        let own = try scratch.bytes(name)
        for place in own.indices {
            var altered = own
            altered[place] ^= 1
            try scratch.write(name, altered)
            #expect(throws: WitnessError.self, "byte \(place)") { _ = try folder.records() }
        }
        try scratch.write(name, own)
        // The file of one log laid in another's place, and one that another witness signed.
        try scratch.write("log-0011223344556677", own)
        #expect(throws: WitnessError.damaged(file: "log-0011223344556677")) { _ = try folder.records() }
        let elsewhere = Scratch()
        _ = try sign(made(elsewhere), log.request(0, 6), log.verifier)
        try scratch.write(name, elsewhere.bytes(name))
        #expect(throws: WitnessError.damaged(file: name)) { _ = try sign(folder, log.request(5, 8)) }
    }

    @Test func `keeps the evidence of a fork, once, and goes on holding what it held`() throws {
        let scratch = Scratch()
        let folder = try made(scratch)
        let (log, fork) = (try Log(9), try Log(9, from: 1))
        let held = try sign(folder, log.request(0, 8), log.verifier).record
        for _ in 0..<2 {
            #expect(throws: WitnessRefusal.forked(size: 8)) { _ = try sign(folder, fork.request(0, 8)) }
        }
        #expect(throws: WitnessRefusal.proofFails(from: 8, to: 9)) {
            try folder.examine(fork.request(8, 9), log: nil, at: 100)
        }
        #expect(folder.evidence.count == 4)
        #expect(try folder.records() == [held])
        // Both halves speak for themselves: two roots of one size under the log's own signature.
        let shown = try #require(folder.evidence.first { $0.hasSuffix("-shown") })
        let request = try AddCheckpoint(reading: scratch.bytes(shown))
        let note = try Note(reading: scratch.bytes(shown.replacing("-shown", with: "-held")))
        #expect(try note.signers(among: [log.verifier, folder.verifier]).count == 2)
        #expect(try request.note.signers(among: [log.verifier]).count == 1)
        #expect(try Checkpoint(reading: note.text).root != Checkpoint(reading: request.note.text).root)
        // What is refused for another reason proves nothing and is not kept.
        #expect(throws: WitnessRefusal.otherSize(asked: 2, held: 8)) { _ = try sign(folder, log.request(2, 9)) }
        #expect(folder.evidence.count == 4)
    }

    @Test func `stopped at any step it holds the old or the new, and no signature was given before it was safe`() throws
    {
        let scratch = Scratch()
        let made = try made(scratch)
        let log = try Log(9)
        _ = try sign(made, log.request(0, 5), log.verifier)
        for step in ["write", "rename", "safe"] {
            let folder = try WitnessFolder(at: scratch.path, patience: 1) {
                if $0.hasPrefix("\(step) log-") { throw Stop() }
            }
            #expect(throws: Stop.self) { _ = try sign(folder, log.request(5, 9)) }
            #expect(try made.records().map { $0.last?.checkpoint.size } == [step == "safe" ? 9 : 5])
        }
        // It held the new before it was stopped: the line that nobody got is given.
        #expect(try sign(made, log.request(5, 9)).isRepeated)
    }

    @Test func `of two that sign at once the second sees what the first has stored`() async throws {
        let scratch = Scratch()
        let made = try made(scratch)
        let log = try Log(40)
        _ = try sign(made, log.request(0, 1), log.verifier)
        let path = scratch.path
        let requests = try (2...20).map { try log.request(1, $0) }
        let (lines, done) = AsyncStream.makeStream(of: String?.self)
        for request in requests {
            Thread.detachNewThread {
                let folder = try? WitnessFolder(at: path)
                done.yield(
                    try? folder?.cosign(request, log: nil, passphrase: SecretBytes(copying: Self.phrase.utf8)) { 100 }
                        .line)
            }
        }
        var given: [String] = []
        for await line in lines.prefix(requests.count) { if let line { given.append(line) } }
        #expect(given.count == 1)
        #expect(try made.records().map { $0.last?.signature.line } == given.map(Optional.some))
    }

    @Test func `waits for another process, but not for ever`() throws {
        let scratch = Scratch()
        let made = try made(scratch)
        let log = try Log(2)
        try scratch.write("lock", [])
        let handle = try #require(FileHandle(forWritingAtPath: "\(scratch.path)/lock"))
        #expect(flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        let hasty = try WitnessFolder(at: scratch.path, patience: 3)
        #expect(throws: WitnessError.busy) { _ = try sign(hasty, log.request(0, 2), log.verifier) }
        #expect(flock(handle.fileDescriptor, LOCK_UN) == 0)
        _ = try sign(made, log.request(0, 2), log.verifier)
    }
}
