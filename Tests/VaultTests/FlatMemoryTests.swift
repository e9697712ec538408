// Memory that does not grow with the work that was done.
import Glibc
import SQLite
import Testing
import Vault

@Suite(.serialized) struct `The memory of a process that works on and on` {
    /// How many bytes of this process stand in memory.
    private static var resident: Int {
        let file = unsafe open("/proc/self/statm", O_RDONLY)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
        return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * 4096
    }

    /// What is done again and again.
    enum Work: String, CaseIterable, CustomTestStringConvertible {
        case openings, commits, readers, rollbacks

        var testDescription: String { rawValue }

        func round(_ scratch: Scratch, _ vault: inout Vault, _ number: Int) throws {
            switch self {
            case .openings:
                try vault.close()
                vault = try scratch.open()
                guard try vault.connection.count() >= 300 else { throw VaultError.damaged(.structure) }
            case .commits:
                try vault.connection.transaction {
                    try $0.run("UPDATE thing SET name = 'x' || \(number) WHERE id < 20")
                }
                if number % 5 == 0 { try vault.checkpoint() }
            case .readers:
                let reader = try vault.reader()
                try reader.snapshot { _ = try reader.count() }
                reader.close()
            case .rollbacks:
                try? vault.connection.transaction { transaction in
                    try transaction.run("DELETE FROM thing")
                    throw VaultError.full
                }
            }
        }
    }

    @Test(arguments: Work.allCases) func `is flat`(_ work: Work) async throws {
        let scratch = try Scratch()
        try scratch.stock(300)
        let (folder, name, rounds) = (scratch.folder, work.rawValue, isSoak ? 5_000 : 400)
        await #expect(processExitsWith: .success) {
            [folder = folder as String, name = name as String, rounds = rounds as Int] in
            guard let work = Work(rawValue: name) else { exit(2) }
            let scratch = Scratch(adopting: folder)
            var vault = try scratch.open()
            for number in 0..<rounds / 4 { try work.round(scratch, &vault, number) }
            let before = Self.resident
            for number in 0..<rounds { try work.round(scratch, &vault, number) }
            let grown = Self.resident - before
            try vault.close()
            // Less than one page a round, and less than a cache.
            exit(grown < 3 << 20 ? 0 : 3)
        }
    }
}
