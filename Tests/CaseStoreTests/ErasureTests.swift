// The keys of one person destroyed: what must be gone everywhere, and what must go on to hold.
import Access
import AuditLog
import CaseModel
import Cryptography
import Foundation
import Interchange
import Lifecycle
import Rows
import SQLite
import Testing
import Vault

@testable import CaseStore

@Suite struct `The keys of a person destroyed` {
    private let scratch: Scratch
    private let machine = Machine()
    private let person = Reference(kind: .person, number: 2)
    private let other = Reference(kind: .person, number: 3)
    private struct Stop: Error {}

    /// A store in which much was said of the person: looks with reasons, an export of more than 64 people, sealed text.
    init() throws {
        scratch = try .withCasework()
        scratch.state = machine.state
        let people = (100..<180).map {
            #"{"add":"person","ref":"PER-0\#($0)","on":"2020-01-06","known":"2020-01-06","fields":{"name":"Made Up \#($0)"}}"#
        }
        try #require(scratch.take(people.joined(separator: "\n") + "\n", as: "inspector").faults.isEmpty)
        try scratch.with("inspector") { store in
            _ = try store.show(person)
            _ = try store.show(other)
            _ = try store.export { _ in }
        }
        #expect(try scratch.with("officer") { try $0.show(person).title } == "Simon Fictitious")
    }

    @discardableResult
    private func erase(_ reference: Reference? = nil, watch: ((String) throws -> Void)? = nil) throws -> Destroyed {
        let store = try scratch.open("custodian")
        store.reason = Reason(.dataRights)
        store.watch = watch
        do {
            let destroyed = try store.destroyKeys(of: reference ?? person)
            try store.close()
            return destroyed
        } catch {
            // Whoever was killed lets nothing go in good order.
            if watch == nil { try store.close() }
            throw error
        }
    }

    /// What the store holds of a person that must be nowhere afterwards: keys, salts, sealed details and boxes.
    private func secrets(of reference: Reference, _ connection: Connection) throws -> [[UInt8]] {
        let number = reference.number
        let questions: [SQL] = [
            "SELECT s.log_key FROM subject s JOIN record r ON r.subject = s.id WHERE r.kind = 'person' AND r.number = \(number)",
            """
            SELECT k.wrapped FROM subject_key k JOIN record r ON r.subject = k.subject
            WHERE r.kind = 'person' AND r.number = \(number)
            """,
            """
            SELECT d.salt FROM audit_detail d JOIN record r ON r.subject = d.subject
            WHERE r.kind = 'person' AND r.number = \(number)
            """,
            """
            SELECT d.box FROM audit_detail d JOIN record r ON r.subject = d.subject
            WHERE r.kind = 'person' AND r.number = \(number)
            """,
            """
            SELECT b.box FROM record_box b JOIN record r ON r.id = b.record
            WHERE r.subject = (SELECT subject FROM record WHERE kind = 'person' AND number = \(number))
            """,
        ]
        return try questions.flatMap { try connection.all($0) { try $0.bytes(0) } }
    }

    private func intrude<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        let intruder = try Intruder(scratch, as: "custodian")
        let result = try body(intruder.vault.connection)
        try intruder.vault.close()
        return result
    }

    @Test func `an erasure wants its reason, as a code alone, and the attempt is logged`() throws {
        let error = try scratch.turnedAway { try scratch.with("custodian") { try $0.destroyKeys(of: person) } }
        #expect(error.kind == .badData && error.sentence.contains("--working-on"))
        let wordy = try scratch.turnedAway {
            try scratch.with("custodian") { store in
                store.reason = Reason(.dataRights, text: "asked for by Simon Fictitious")
                try store.destroyKeys(of: person)
            }
        }
        #expect(wordy.kind == .badData && wordy.sentence.contains("code alone"))
        let verbs = try intrude { connection in
            var verbs: [Verb] = []
            try connection.leaves(0..<Int.max) { seq, bytes, _ in
                if let bytes { verbs.append(try Leaf(reading: bytes, at: seq).verb) }
            }
            return verbs
        }
        #expect(verbs.count { $0 == .denied } == 1 && !verbs.contains(.erasure))
        #expect(try scratch.with("officer") { try $0.show(person).title } == "Simon Fictitious")
        let refused = try scratch.turnedAway { try scratch.with("dpo") { try $0.destroyKeys(of: person) } }
        #expect(refused.kind == .notPermitted)
    }

    @Test func `every root, proof and old checkpoint verifies afterwards, and nobody else is harmed`() throws {
        var notes: [String] = []
        var proofs: [(file: ProofFile, leaf: [UInt8])] = []
        try scratch.with("dpo") { store in
            notes.append(try store.checkpoint())
            notes.append(try store.checkpoint())
        }
        let leaves = try intrude { connection in
            var leaves: [[UInt8]] = []
            try connection.leaves(0..<Int.max) { _, bytes, _ in leaves.append(bytes ?? []) }
            return leaves
        }
        let wide = try #require(
            leaves.indices.last { (try? Leaf(reading: leaves[$0], at: $0).partCount) ?? nil != nil })
        try scratch.with("dpo") { store in
            for place in [0, 3, wide, leaves.count - 1] {
                let proof = try store.prove(leaf: place)
                proofs.append((try ProofFile(reading: Array(proof.file.utf8)), leaves[place]))
            }
        }
        let before = try intrude { connection in try connection.rowCounts() }
        let destroyed = try erase()
        #expect(destroyed.keys > 0 && destroyed.boxes > 1 && destroyed.details > 3)
        #expect(destroyed.records == ["person": 1, "suspect": 1])

        let identity = try intrude { try LogIdentity($0) }
        let log = identity.key.verifier
        for (file, leaf) in proofs { #expect(try file.verify(leaf, log: log).size > 0) }
        try scratch.with("dpo") { store in
            #expect(try store.verifyLog().faults == [])
            for note in notes {
                let held = try Checkpoint(Note(reading: Array(note.utf8)), of: log)
                let since = try AddCheckpoint(reading: Array(store.prove(since: Array(note.utf8)).file.utf8))
                #expect(try since.verify(since: held.root, log: log).size > held.size)
            }
            let again = try ProofFile(reading: Array(store.prove(leaf: wide).file.utf8))
            #expect(try again.verify(leaves[wide], log: log).size > leaves.count)
        }
        try intrude { connection in
            try connection.leaves(0..<leaves.count) { seq, bytes, _ in #expect(bytes == leaves[seq]) }
            let after = try connection.rowCounts()
            for table in ["record", "event", "link", "strike", "subject", "span", "approval"] {
                #expect(after[table] == before[table], "\(table)")
            }
            // The wide leaf still proves its other parts: the hashes of all of them lead to what it commits to.
            let leaf = try Leaf(reading: leaves[wide], at: wide)
            #expect(try SealedDetail.match(connection.details(of: wide).compactMap(\.partHash), leaf))
            let sizes = try connection.checkpoints().map(\.size)
            #expect(sizes.contains { $0 > leaves.count })
        }
        #expect(try scratch.with("inspector") { try $0.show(person).title } == nil)
        #expect(try scratch.with("inspector") { try $0.show(other).title } == "Peter Madeup")
        #expect(try scratch.with("inspector") { try $0.check().findings.map(\.sentence) } == [])
    }

    @Test func `the entry of an erasure says whose by number, why by code, and how much; and is signed at once`() throws
    {
        let store = try scratch.open("custodian")
        store.reason = Reason(.courtOrder)
        try store.destroyKeys(of: person)
        let size = try store.checkpoint().split(separator: "\n")[1]
        try store.close()
        try intrude { connection in
            var erasure: Leaf?
            try connection.leaves(0..<Int.max) { seq, bytes, _ in
                let leaf = try bytes.map { try Leaf(reading: $0, at: seq) }
                if leaf?.verb == .erasure { erasure = leaf }
            }
            let leaf = try #require(erasure)
            #expect(leaf.why == "court-order")
            #expect(size == "\(leaf.seq + 1)")
            let key = try LogKey(SecretBytes(copying: #require(try connection.logKey(of: 1))))
            let details = try connection.details(of: leaf.seq).map { try $0.open(in: leaf, with: key) }
            #expect(details.count == 1)
            guard case .object(let members)? = details.first else { return }
            #expect(
                Set(members.keys) == [
                    "act", "boxes", "classes", "details", "keys", "reasons", "reasonsLeft", "subject",
                ])
            let words = String(decoding: details[0].encoded, as: UTF8.self)
            for erased in ["Simon", "Fictitious", "Named in", "PER-", "SUS-"] { #expect(!words.contains(erased)) }
        }
    }

    @Test func `reasons in words go with whom alone they are about, and stay where others are in the entry`() throws {
        try scratch.with("officer") { store in
            store.reason = Reason(.safeguarding, text: "Simon Fictitious was seen by the weir")
            let parts: (Reference...) throws -> [Part] = { references in
                try references.map {
                    let row = try store.row($0)
                    return Part(
                        .object(["act": .text("show")]), for: .subject(row.subject, try store.logKey(row.subject)))
                } + store.reasonParts()
            }
            try store.note(store.entry(.consultation, parts(person)))
            try store.note(store.entry(.consultation, parts(person, other)))
            try store.note(store.entry(.consultation, parts(other)))
        }
        let destroyed = try erase()
        #expect(destroyed.reasons == 1 && destroyed.reasonsLeft == 1)
        #expect(try scratch.with("dpo") { try $0.verifyLog().faults } == [])
        _ = try scratch.with("custodian") { try $0.rekey() }
        #expect(try scratch.with("custodian") { try $0.check().findings.map(\.sentence) } == [])
    }

    /// The boxes in which the reasons of emergency accesses wait for their reviewers, by the record.
    private func waitingWords() throws -> [String: [[UInt8]]] {
        try intrude { connection in
            let waiting = try connection.emergencies(.waiting).all
            return Dictionary(uniqueKeysWithValues: waiting.map { ($0.record.text, $0.words.map(\.box)) })
        }
    }

    @Test func `why a record was opened in an emergency goes with the person, and the review still waits`() throws {
        let leaf = try #require(try scratch.breakGlass("SUS-0001", as: "care").glass?.leaf)
        try scratch.breakGlass("SUS-0002", as: "care")
        let before = try waitingWords()
        let boxes = try #require(before["SUS-0001"])
        #expect(boxes.count == 2 && before["SUS-0002"]?.count == 2)
        let backup = scratch.path + "-backup"
        defer {
            for path in [backup, scratch.path + ".before-restore-1"] {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
        _ = try scratch.with("custodian") { try $0.backup(to: backup) }
        // In one transaction with the keys: an erasure that is stopped leaves both.
        #expect(throws: Stop.self) { try erase { if $0 == "within the erasure" { throw Stop() } } }
        #expect(try waitingWords() == before)
        // The list of them is text.
        let texts = boxes.map { Array(Base64.text($0).utf8) }
        if let python = Self.python { #expect(try !remains(of: texts, in: scratch.path, python).found.isEmpty) }
        try erase()
        let after = ["SUS-0001": [], "SUS-0002": before["SUS-0002"]]
        #expect(try waitingWords() == after)
        if let python = Self.python { #expect(try remains(of: texts, in: scratch.path, python).found == [:]) }
        // Nor does a restore bring them back.
        _ = try CaseStore.restore(
            from: backup, to: scratch.path, user: "custodian", passphrase: Scratch.passphrase, state: scratch.state,
            clock: scratch.clock)
        let second = try scratch.open("supervisor", for: .countersigning)
        try second.countersignRestore()
        try second.close()
        #expect(try waitingWords() == after)
        for user in ["care-lead", "supervisor", "dpo"] {
            let seen = try scratch.with(user) { try $0.emergencies() }
            #expect(seen.map(\.words) == [nil, Scratch.emergency.text], "\(user)")
        }
        let reviewed = try scratch.with("care-lead") {
            try $0.review([leaf], finding: .justified, because: "A fictional finding")
        }
        #expect(reviewed.map(\.leaf) == [leaf] && reviewed.first?.review?.finding == .justified)
        #expect(try waitingWords() == ["SUS-0002": before["SUS-0002"]])
        #expect(try scratch.faults() == [])
    }

    // MARK: Bytes.

    @Test(arguments: [false, true]) func `no key, salt, sealed value or name is left in any byte`(isMoved: Bool) throws
    {
        guard let python = Self.python else { return }
        if isMoved {
            // Rows move between pages as tables grow, and leave what they were where they stood.
            for round in 0..<6 {
                let lines = (0..<200).map {
                    #"{"add":"person","ref":"PER-\#(1000 + round * 200 + $0)","on":"2020-01-06","known":"2020-01-06","fields":{"name":"Made Up"}}"#
                }
                try #require(scratch.take(lines.joined(separator: "\n") + "\n", as: "inspector").faults.isEmpty)
                try scratch.with("inspector") { store in
                    _ = try store.show(person)
                    _ = try store.export { _ in }
                }
            }
        }
        var held = try intrude { try secrets(of: person, $0) }
        try #require(held.count > 8)
        let words = ["Simon Fictitious", "Named in a fictional account"]
        for text in words { held += [Array(text.utf8), Array(Data(text.utf8).base64EncodedString().utf8)] }
        #expect(try !remains(of: held, in: scratch.path, python).found.isEmpty, "the search finds what is there")

        let store = try scratch.open("custodian")
        store.reason = Reason(.dataRights)
        try store.destroyKeys(of: person)
        // While the store is still open: its log must not hold what its pages no longer hold.
        let open = scratch.path + "-open"
        let backup = scratch.path + "-backup"
        defer { for path in [open, backup] { try? FileManager.default.removeItem(atPath: path) } }
        try FileManager.default.copyItem(atPath: scratch.path, toPath: open)
        var exported = ""
        _ = try store.exportLog { exported += $1 }
        _ = try store.backup(to: backup)
        try store.close()
        for path in [open, scratch.path, backup] {
            let answer = try remains(of: held, in: path, python)
            #expect(answer.found == [:] && answer.pages > 10, "\(path): \(answer)")
        }
        try scratch.with("inspector") { _ = try $0.export { exported += $0 } }
        let bytes = Data(exported.utf8)
        for secret in held.map({ Data($0) }) {
            #expect(bytes.range(of: secret) == nil && bytes.range(of: secret.base64EncodedData()) == nil)
        }
    }

    private struct Remains: Decodable {
        let pages: Int
        let frames: Int
        let found: [String: [String]]
    }

    /// A Python that has what Tests/Programs needs; nil where there is none.
    private static let python: String? = ["/usr/bin/python3", "/usr/bin/env"].first { path in
        let arguments = (path.hasSuffix("env") ? ["python3"] : []) + ["-c", "import cryptography"]
        return (try? run(path, arguments))?.status == 0
    }

    private static func run(_ path: String, _ arguments: [String], input: String = "") throws -> (
        status: Int32, said: Data
    ) {
        let program = Process()
        program.executableURL = URL(fileURLWithPath: path)
        program.arguments = arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        program.standardInput = try FileHandle(forReadingFrom: file)
        let answer = Pipe()
        program.standardOutput = answer
        try program.run()
        let said = try answer.fileHandleForReading.readToEnd() ?? Data()
        program.waitUntilExit()
        return (program.terminationStatus, said)
    }

    private func remains(of secrets: [[UInt8]], in path: String, _ python: String) throws -> Remains {
        let words = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID().uuidString)")
        try Data(Scratch.words.utf8).write(to: words)
        defer { try? FileManager.default.removeItem(at: words) }
        let arguments = ["Tests/Programs/remains.py", path, "custodian", words.path]
        let input = secrets.enumerated().map { "\($0) \(Hexadecimal.text($1))\n" }.joined()
        let (status, said) = try Self.run(
            python, (python.hasSuffix("env") ? ["python3"] : []) + arguments, input: input)
        #expect(status == 0)
        return try JSONDecoder().decode(Remains.self, from: said)
    }

    // MARK: Stops.

    static let steps = [
        "before the register", "after the register", "within the erasure", "after the erasure",
        "after the log was emptied", "after the checkpoint",
    ]

    @Test(arguments: steps) func `stopped in the middle, it is whole as before or as after`(step: String) throws {
        let held = try intrude { try secrets(of: person, $0) }
        #expect(throws: Stop.self) { try erase { if $0 == step { throw Stop() } } }
        let isDone = !Self.steps.prefix(3).contains(step)
        #expect(try scratch.with("inspector") { try $0.show(person).title } == (isDone ? nil : "Simon Fictitious"))
        #expect(try scratch.with("inspector") { try $0.show(other).title } == "Peter Madeup")
        #expect(try scratch.with("dpo") { try $0.verifyLog().faults } == [])
        #expect(try scratch.with("inspector") { try $0.check().findings.map(\.sentence) } == [])
        if isDone, let python = Self.python { #expect(try remains(of: held, in: scratch.path, python).found == [:]) }
        // Asked for again, it is done; a second time changes nothing more.
        try erase()
        #expect(try erase().keys == 0)
        #expect(try scratch.with("inspector") { try $0.show(person).title } == nil)
        #expect(try scratch.with("dpo") { try $0.verifyLog().faults } == [])
    }
}
