// A folder of its own for each test, with a store in it.
import Cryptography
import Glibc
import SQLite
import Vault

/// Whether the full counts are wanted, which take minutes.
let isSoak = unsafe getenv("DALESWAY_SOAK") != nil

/// A folder that goes when the test is over, and what tests do to the files in it.
final class Scratch: Sendable {
    static let storeID = [UInt8](1...16)
    static let keyBytes = [UInt8](repeating: 0x5A, count: 32)

    let folder: String
    private let isOurs: Bool

    /// Another process's folder, which stays.
    init(adopting folder: String) { (self.folder, isOurs) = (folder, false) }

    init() throws {
        var template = Array("/tmp/dalesway-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw VaultError.system(errno) }
        isOurs = true
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        guard isOurs else { return }
        for name in names { unsafe unlink("\(folder)/\(name)") }
        unsafe rmdir(folder)
    }

    /// The names of all files in the folder.
    var names: [String] {
        guard let listing = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(listing) }
        var found: [String] = []
        while let entry = unsafe readdir(listing) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { found.append(name) }
        }
        return found.sorted()
    }

    func key(_ byte: UInt8 = 0x5A) -> SecretBytes { SecretBytes(copying: [UInt8](repeating: byte, count: 32)) }

    func create(mishaps: Mishaps? = nil) throws -> Vault {
        try Vault.create(at: folder, storeID: Self.storeID, key: key(), epoch: 1, mishaps: mishaps)
    }

    // Another test may start a process at this moment, which then holds every lock until it runs its own program.
    func open(wait seconds: Double = 5, mishaps: Mishaps? = nil) throws -> Vault {
        try Vault.open(at: folder, storeID: Self.storeID, key: key(), wait: seconds, mishaps: mishaps)
    }

    /// A store with a table of `count` rows, closed unless the log is to stay.
    func stock(_ count: Int) throws {
        let vault = try create()
        try vault.connection.transaction { transaction in
            try transaction.run("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body BLOB) STRICT")
            for id in 1...count {
                try transaction.run("INSERT INTO thing VALUES (\(id), \(Self.name(id)), \(Self.body(id)))")
            }
        }
        try vault.close()
    }

    static func name(_ id: Int) -> String { "fictional person \(id)" }

    static func body(_ id: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(truncatingIfNeeded: id &* 7), count: 100 + id % 50)
    }

    func read(_ name: String) -> [UInt8]? {
        let file = unsafe Glibc.open("\(folder)/\(name)", O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(file, $0.baseAddress, $0.count, 0) }
        return Array(bytes.prefix(max(0, count)))
    }

    func write(_ bytes: [UInt8], to name: String) {
        let file = unsafe Glibc.open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, mode_t(0o600))
        defer { close(file) }
        var done = 0
        while file >= 0, done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(file, $0.baseAddress.map { unsafe $0 + done }, $0.count - done)
            }
            guard count > 0 else { return }
            done += count
        }
    }

    func remove(_ name: String) { unsafe unlink("\(folder)/\(name)") }

    /// The store's files as they stand at this moment, as a crash would leave them.
    func picture() -> Picture { Picture(database: read("case.db") ?? [], log: read("case.db-wal")) }

    /// All files as they stand, but for the lock.
    var files: Disk.Image {
        Dictionary(
            uniqueKeysWithValues: names.filter { $0 != "lock" }.compactMap { name in read(name).map { (name, $0) } })
    }

    /// Puts these files into the folder and takes all others away.
    func put(_ files: Disk.Image) {
        for name in names where name != "lock" && files[name] == nil { remove(name) }
        for (name, bytes) in files { write(bytes, to: name) }
    }

    /// Puts the files of a moment into the folder.
    func put(_ picture: Picture) {
        write(picture.database, to: "case.db")
        if let log = picture.log { write(log, to: "case.db-wal") } else { remove("case.db-wal") }
    }
}

/// The files of a store at one moment.
struct Picture {
    var database: [UInt8]
    var log: [UInt8]?

    static let frameSize = 4120
    static let logStart = 512

    var frames: Int { max(0, (log?.count ?? 0) - Self.logStart) / Self.frameSize }

    /// How many pages the database file holds.
    var pages: Int { (database.count - 8192) / 4096 }

    static func page(_ number: Int) -> Range<Int> { 8192 + (number - 1) * 4096..<8192 + number * 4096 }

    static func frame(_ number: Int) -> Range<Int> {
        logStart + (number - 1) * frameSize..<logStart + number * frameSize
    }
}

extension Connection {
    /// How many rows `thing` has.
    func count() throws -> Int { try first("SELECT count(*) FROM thing") { try $0.int(0) } ?? 0 }

    /// Whether every row of `thing` holds what was put there.
    func isTrue() throws -> Bool {
        var isTrue = true
        try query("SELECT id, name, body FROM thing ORDER BY id") { row in
            let id = try row.int(0)
            if try row.text(1) != Scratch.name(id) || row.bytes(2) != Scratch.body(id) { isTrue = false }
        }
        return isTrue
    }

    /// Adds rows, each in a transaction of its own.
    func add(_ ids: ClosedRange<Int>) throws {
        for id in ids {
            try transaction {
                try $0.run("INSERT INTO thing VALUES (\(id), \(Scratch.name(id)), \(Scratch.body(id)))")
            }
        }
    }
}

extension Set<Mishaps.Act> {
    /// Everything that changes what stands on the disk.
    static let changing = Set(Mishaps.Act.allCases).subtracting([.read])
}
