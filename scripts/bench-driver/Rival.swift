// The two that are measured: the same driver over two file systems.
import Cryptography
import Glibc
import SQLite
import Vault

/// Who is measured.
enum Rival: String, CaseIterable {
    case plain, vault
}

/// One rival's database in a folder of its own, which goes when it is dropped.
final class Subject {
    let rival: Rival
    let connection: Connection
    private let vault: Vault?
    private let folder: String

    init(_ rival: Rival) throws {
        self.rival = rival
        folder = "/tmp/dalesway-bench-\(getpid())-\(rival.rawValue)"
        unsafe mkdir(folder, mode_t(0o700))
        switch rival {
        case .vault:
            let vault = try Vault.create(
                at: folder, storeID: [UInt8](1...16), key: SecretBytes(random: 32), epoch: 1)
            (self.vault, connection) = (vault, vault.connection)
        case .plain:
            (vault, connection) = (nil, try Connection(path: "\(folder)/case.db", access: .create))
            for setting in [
                "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA cache_spill = OFF",
                "PRAGMA temp_store = MEMORY", "PRAGMA secure_delete = ON", "PRAGMA cache_size = -16384",
            ] as [SQL] { try connection.configure(setting) }
        }
        try connection.transaction { transaction in
            try transaction.run("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body BLOB) STRICT")
        }
    }

    /// Everything into the pages, as both do it.
    func checkpoint() throws { try connection.configure("PRAGMA wal_checkpoint(PASSIVE)") }

    deinit {
        connection.close()
        for name in ["case.db", "case.db-wal", "case.db-shm", "lock"] { unsafe unlink("\(folder)/\(name)") }
        unsafe rmdir(folder)
    }
}
