// A witness: the other body's own key, and what it has signed of each log, in a folder of its own without a store.
package import AuditLog
package import Cryptography
internal import KeyRing

/// A witness at rest.
///
/// A log's request is judged, what is then held is stored, and only then does the signature leave: for each log under one
/// lock, so that no two signatures can go back behind each other.
package struct WitnessFolder: Sendable {
    /// The witness's name and public key, as it is handed to those who are to check its signatures.
    package var verifier: NoteVerifier { file.verifier }
    private let files: WitnessFiles
    private let file: WitnessKeyFile

    /// The file that is to be handed to others.
    private static let publicName = "witness.vkey"

    /// What a witness answers to a request.
    package struct Cosignature: Sendable {
        /// The line for under the log's checkpoint, without its newline.
        package let line: String
        /// What the witness holds from now on.
        package let record: WitnessRecord
        /// Whether this line was given before.
        package let isRepeated: Bool
        /// How many emergency accesses the log has had since the checkpoint that was held before.
        package let emergencies: Int
        /// Where the log is new to the witness: what it holds of others whose key is the same.
        ///
        /// After a restore a log goes on under another name.
        package var formerly: [WitnessRecord] = []
    }

    /// Makes a witness in a new or empty folder.
    ///
    /// - Throws: `WitnessError.exists`, `unusableName`, or what the disk says.
    package static func make(
        at path: String, name: String, passphrase: borrowing SecretBytes, cost: ScryptCost = .standard
    ) throws -> WitnessFolder {
        let files = WitnessFiles(path: path)
        let file = try WitnessKeyFile(name: name, passphrase: spelt(passphrase), cost: cost)
        try files.make()
        try files.replace(publicName, with: Array((file.verifier.encoded + "\n").utf8))
        // Last, for with it there is a witness.
        try files.replace(WitnessKeyFile.name, with: file.encoded)
        return WitnessFolder(files: files, file: file)
    }

    /// Finds the witness in a folder.
    ///
    /// - Throws: `WitnessError.missing`, `damaged`, `newer`.
    package init(at path: String) throws {
        try self.init(at: path, patience: 250)
    }

    /// For tests: `watch` is told of each step of a change, and stops the program there with what it throws.
    init(at path: String, patience: Int, watch: (@Sendable (String) throws -> Void)? = nil) throws {
        let files = WitnessFiles(path: path, watch: watch, patience: patience)
        guard let bytes = try files.read(WitnessKeyFile.name) else { throw WitnessError.missing }
        self.init(files: files, file: try WitnessKeyFile(reading: bytes))
    }

    private init(files: WitnessFiles, file: WitnessKeyFile) { (self.files, self.file) = (files, file) }

    /// What the witness holds of each log, by the log's name.
    package func records() throws -> [WitnessRecord] {
        guard let names = files.names() else { throw WitnessError.denied }
        return try names.filter(WitnessRecord.isFile).map { name in
            guard let bytes = try files.read(name) else { throw WitnessError.damaged(file: name) }
            return try WitnessRecord(reading: bytes, named: name, by: verifier)
        }.sorted { $0.log.name < $1.log.name }
    }

    /// The files that hold evidence against a log.
    package var evidence: [String] {
        (files.names() ?? []).filter { $0.hasPrefix("evidence-") && !$0.hasSuffix(".part") }
    }

    /// Judges a request and signs nothing; what may prove a fork is kept.
    ///
    /// - Parameters:
    ///   - trusted: the log's key, where the witness does not know it yet.
    ///   - seconds: the time, in seconds of UTC since 1970.
    /// - Throws: `WitnessError`, `WitnessRefusal`, `AuditError`.
    package func examine(_ request: AddCheckpoint, log trusted: NoteVerifier?, at seconds: UInt64) throws {
        try files.alone { _ = try judged(request, trusted, seconds) }
    }

    /// Judges a request, stores what is then held, and gives the signature.
    ///
    /// - Parameters:
    ///   - trusted: the log's key, where the witness does not know it yet.
    ///   - clock: gives the time, in seconds of UTC since 1970.
    /// - Throws: `WitnessError`, `WitnessRefusal`, `AuditError`; then nothing was signed.
    package func cosign(
        _ request: AddCheckpoint, log trusted: NoteVerifier?, passphrase: borrowing SecretBytes, clock: () -> UInt64
    ) throws -> Cosignature {
        let key = try file.open(with: Self.spelt(passphrase))
        return try files.alone {
            let seconds = clock()
            let (record, answer) = try judged(request, trusted, seconds)
            switch answer {
            case .repeated(let line):
                return Cosignature(line: line.line, record: record, isRepeated: true, emergencies: 0)
            case .sign:
                let (next, line) = try record.signing(request, with: key, at: seconds)
                let since =
                    try (next.last?.checkpoint.emergencyCount() ?? 0)
                    - (record.last?.checkpoint.emergencyCount() ?? 0)
                let formerly = record.last == nil ? try records().filter { $0.log.key == next.log.key } : []
                try files.replace(WitnessRecord.file(of: next.log.name), with: next.encoded)
                return Cosignature(
                    line: line.line, record: next, isRepeated: false, emergencies: since, formerly: formerly)
            }
        }
    }

    private func judged(
        _ request: AddCheckpoint, _ trusted: NoteVerifier?, _ seconds: UInt64
    ) throws -> (WitnessRecord, WitnessRecord.Answer) {
        let origin = try Checkpoint(reading: request.note.text).origin
        let name = try WitnessRecord.file(of: origin)
        let record: WitnessRecord
        if let bytes = try files.read(name) {
            record = try WitnessRecord(reading: bytes, named: name, by: verifier)
            guard trusted == nil || trusted == record.log else { throw WitnessError.otherKey(origin) }
        } else {
            guard let trusted else { throw WitnessError.unknownLog(origin) }
            record = WitnessRecord(of: trusted)
        }
        do {
            return (record, try record.answer(to: request, at: seconds))
        } catch let refusal as WitnessRefusal where refusal.isEvidence {
            try keep(request, against: record, named: name)
            throw refusal
        }
    }

    /// The files in which a request is kept as evidence, if it is.
    package func evidence(of request: AddCheckpoint) throws -> [String] {
        let origin = try Checkpoint(reading: request.note.text).origin
        let name = try Self.evidence(of: request, named: WitnessRecord.file(of: origin))
        return evidence.filter { $0.hasPrefix(name) }
    }

    /// Keeps what the log signed and what this witness holds of it, side by side; the same request is kept once.
    private func keep(_ request: AddCheckpoint, against record: WitnessRecord, named name: String) throws {
        let evidence = try Self.evidence(of: request, named: name)
        guard try files.read(evidence + "-shown") == nil else { return }
        try files.replace(evidence + "-held", with: Array((record.last?.note.encoded ?? "").utf8))
        try files.replace(evidence + "-shown", with: Array(request.encoded.utf8))
    }

    private static func evidence(of request: AddCheckpoint, named name: String) throws -> String {
        let mark = Hexadecimal.text(Array(try SHA256.hash(Array(request.encoded.utf8)).bytes.prefix(4)))
        return name.replacing("log-", with: "evidence-") + "-\(mark)"
    }

    private static func spelt(_ passphrase: borrowing SecretBytes) -> Passphrase {
        Passphrase(String(decoding: passphrase.plainCopy(), as: UTF8.self))
    }
}
