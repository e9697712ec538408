// What a backup says of itself: docs/formats-backup.md describes it byte by byte.
import AuditLog
package import Cryptography
import KeyRing
package import Lifecycle
package import Vault

/// The manifest of a backup: of which store and moment it is, what its files must be, and until when it is kept.
package struct BackupManifest: Hashable, Sendable {
    static let version: Int64 = 1
    private static let format = "dalesway backup"

    let store: StoreID
    /// The formats that a program must know to open it.
    let vault: Int64, edition: Int64
    /// The number of the key under which the pages are sealed.
    let epoch: Int64
    /// When it was made, in milliseconds of UTC.
    package let at: Int64
    /// The day from which it is overdue for destruction.
    package let keepUntil: Day
    /// The log's name then, how many leaves it had, and its root.
    package let origin: String
    package let size: Int
    package let root: Digest
    /// What each file must be.
    package var files: [String: FileDigest] = [:]
    /// ``Contents``, sealed under the store's key.
    let sealed: [UInt8]
    /// The line of the log's key under ``statement()``.
    var signature = ""

    /// The files that a backup has beside its manifest.
    static let names = ["case.db", "checkpoint", "slots"]

    /// What only a holder of the store's key may know of a backup.
    struct Contents: Hashable {
        /// How many rows each table had.
        let counts: [String: Int]
        /// The subjects whose keys were destroyed by then.
        let erased: Set<Int64>
    }

    /// The SHA-256 of each file, in hexadecimal, by name.
    package var hashes: [(name: String, hash: String)] {
        files.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value.hash)") }
    }

    /// Whether it should have been destroyed by that day.
    package func isOverdue(on day: Day) -> Bool { day > keepUntil }

    private var body: CanonicalValue {
        .object([
            "at": .number(at), "edition": .number(edition), "epoch": .number(epoch),
            "files": .object(
                files.mapValues {
                    .object(["bytes": .number(Int64($0.size)), "sha256": .bytes($0.hash.bytes)])
                }), "format": .text(Self.format), "keepUntil": .text(keepUntil.iso),
            "log": .object(["origin": .text(origin), "root": .bytes(root.bytes), "size": .number(Int64(size))]),
            "sealed": .bytes(sealed), "store": .bytes(store.bytes), "v": .number(Self.version),
            "vault": .number(vault),
        ])
    }

    /// What the log's key signs: two lines, so that it can be taken for no checkpoint.
    private func statement() throws -> String {
        "dalesway backup manifest v1\n\(Base64.text(try SHA256.hash(body.encoded).bytes))\n"
    }

    mutating func sign(with identity: LogIdentity) throws {
        guard let line = try Note(text: statement()).signed(by: identity.key).signatures.first?.line else { return }
        signature = line
    }

    /// Whether the log's key signed it.
    func isSigned(by identity: LogIdentity) throws -> Bool {
        guard let verifier = try identity.verifier(of: identity.key.verifier.name),
            let note = try? Note(reading: Array("\(statement())\n\(signature)\n".utf8))
        else { return false }
        // The key is one and the same under every name that the log has had.
        let names = [identity.key.verifier.name] + identity.ended.keys
        let known = try names.compactMap { try identity.verifier(of: $0) } + [verifier]
        return (try? note.signers(among: known).isEmpty) == false
    }

    /// The file's bytes.
    var encoded: [UInt8] {
        guard case .object(var members) = body else { return [] }
        members["signature"] = .text(signature)
        return CanonicalValue.object(members).encoded + [0x0A]
    }

    init(
        store: StoreID, epoch: Int64, at: Int64, keepUntil: Day, edition: Int, origin: String, size: Int, root: Digest,
        sealed: [UInt8]
    ) {
        (self.store, self.epoch, self.at, self.keepUntil) = (store, epoch, at, keepUntil)
        (vault, self.edition) = (Int64(Vault.format), Int64(edition))
        (self.origin, self.size, self.root, self.sealed) = (origin, size, root, sealed)
    }

    /// Reads a manifest; throws ``StoreError`` if it is not in its form, or a newer program's.
    init(reading bytes: [UInt8]) throws {
        let damaged = StoreError(.damaged, "The backup's manifest is damaged: it cannot be read. Use another backup.")
        guard bytes.last == 0x0A, let value = CanonicalValue(Array(bytes.dropLast())),
            value["format"]?.text == Self.format, let version = value["v"]?.number
        else { throw damaged }
        guard version <= Self.version else {
            throw StoreError(
                .newer,
                "The backup was written by a newer program (manifest version \(version)); this one reads \(Self.version)."
            )
        }
        guard let store = value["store"]?.bytes.flatMap({ StoreID($0) }), let vault = value["vault"]?.number,
            let edition = value["edition"]?.number, let epoch = value["epoch"]?.number, let at = value["at"]?.number,
            let keep = value["keepUntil"]?.text.flatMap({ Day($0) }), let origin = value["log"]?["origin"]?.text,
            let size = value["log"]?["size"]?.number, let root = value["log"]?["root"]?.bytes.flatMap({ Digest($0) }),
            let sealed = value["sealed"]?.bytes, let signature = value["signature"]?.text,
            case .object(let members) = value["files"]
        else { throw damaged }
        self.store = store
        (self.vault, self.edition, self.epoch, self.at, keepUntil) = (vault, edition, epoch, at, keep)
        (self.origin, self.size, self.root, self.sealed) = (origin, Int(size), root, sealed)
        for (name, file) in members {
            guard let size = file["bytes"]?.number, let hash = file["sha256"]?.bytes.flatMap({ Digest($0) }) else {
                throw damaged
            }
            files[name] = FileDigest(size: Int(size), hash: hash)
        }
        self.signature = signature
        guard Set(files.keys) == Set(Self.names), encoded == bytes else { throw damaged }
    }
}

extension BackupManifest.Contents {
    private static func key(_ store: StoreKey) throws -> SecretBytes {
        try HKDFSHA256.derive(from: store.secret, for: "dalesway backup contents v1")
    }

    private static func context(_ store: StoreID, at moment: Int64) -> [UInt8] {
        let place = CanonicalValue.object(["at": .number(moment), "store": .bytes(store.bytes)])
        return Array("dalesway backup contents v1\n".utf8) + place.encoded
    }

    func sealed(under key: StoreKey, of store: StoreID, at moment: Int64) throws -> [UInt8] {
        let value = CanonicalValue.object([
            "counts": .object(counts.mapValues { .number(Int64($0)) }),
            "erased": .list(erased.sorted().map { .number($0) }),
        ])
        return try Seal.seal(
            value.encoded, under: Self.key(key), context: Self.context(store, at: moment))
    }

    init(in manifest: BackupManifest, under key: StoreKey) throws {
        let opened = try Seal.open(
            manifest.sealed, under: Self.key(key), context: Self.context(manifest.store, at: manifest.at))
        guard let value = CanonicalValue(opened.plainCopy()), case .object(let counts) = value["counts"],
            let erased = value["erased"]?.list
        else { throw StoreError(.damaged, "The backup's manifest is damaged: it cannot be read. Use another backup.") }
        self.counts = counts.mapValues { Int($0.number ?? -1) }
        self.erased = Set(erased.compactMap(\.number))
    }
}
