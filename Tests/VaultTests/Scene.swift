// What is done to a store while the power may go, or the disk fail.
import SQLite
import Testing
import Vault

/// A piece of work that writes in every way the vault has.
enum Scene: String, CaseIterable, CustomTestStringConvertible {
    case commits, checkpoints, readers, closings, restarts, imports, deletions, leftovers

    var testDescription: String { rawValue }

    /// A store to begin with, and what it holds.
    func stock(_ scratch: Scratch, seed: UInt64) throws {
        try Casework.stock(scratch, rows: 150)
        guard self == .leftovers else { return }
        // A log that a crash left.
        let work = try Casework(scratch, seed: seed)
        for _ in 0..<6 { try work.commit() }
        let left = scratch.picture()
        try work.vault.close()
        scratch.put(left)
    }

    /// Does it.
    func play(_ work: Casework) throws {
        switch self {
        case .commits, .leftovers:
            for size in [1, 3, 20, 2, 5] { try work.commit(size) }
            try work.giveUp(10)
            try work.commit()
        case .checkpoints:
            for _ in 0..<3 {
                for _ in 0..<3 { try work.commit(6) }
                try work.vault.checkpoint()
            }
            try work.commit()
        case .readers:
            let reader = try work.vault.reader()
            for _ in 0..<2 {
                try work.commit(8)
                try reader.snapshot {
                    _ = try Casework.moment(reader)
                    for _ in 0..<2 { try work.commit(8) }
                    try work.vault.checkpoint()
                    try work.commit(4)
                }
                try work.vault.checkpoint()
            }
            reader.close()
        case .closings:
            for _ in 0..<3 {
                for _ in 0..<2 { try work.commit(5) }
                try work.reopen()
            }
            try work.commit()
        case .restarts:
            // The log is put into the pages after every few frames, as it is after a thousand in real work.
            try work.vault.connection.configure("PRAGMA wal_autocheckpoint = 12")
            for _ in 0..<10 { try work.commit(5) }
        case .imports:
            try work.commit()
            try work.vault.connection.configure("PRAGMA cache_size = 12")
            try work.vault.allowSpill(true)
            try work.commit(250)
            try work.giveUp(250)
            try work.commit(3)
            try work.vault.checkpoint()
            try work.commit(200)
            try work.vault.allowSpill(false)
            try work.commit()
        case .deletions:
            try work.commit(2, above: 20)
            try work.vault.checkpoint()
            try work.commit(40)
            try work.reopen()
        }
    }
}
