// A disk that is full or fails, at every single act: the work that needed it is refused whole, and the store goes on.
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A store on a failing disk` {
    /// How the disk fails.
    enum Failure: String, CaseIterable, CustomTestStringConvertible {
        case full, fullTorn, writeError, syncError, anything

        var testDescription: String { rawValue }

        func begin(_ mishaps: Mishaps, after count: Int) {
            switch self {
            case .full: mishaps.fail([.write], after: count)
            case .fullTorn: mishaps.fail([.write], after: count, torn: true)
            case .writeError: mishaps.fail([.write, .truncate], after: count, with: EIO, torn: true)
            case .syncError: mishaps.fail([.sync, .syncFolder], after: count, with: EIO)
            case .anything: mishaps.fail(.changing, after: count, with: EIO)
            }
        }
    }

    @Test(arguments: Scene.allCases, Failure.allCases)
    func `loses nothing that was acknowledged and goes on`(_ scene: Scene, _ failure: Failure) throws {
        var random = Seeded(UInt64(scene.rawValue.count * 7 + failure.rawValue.count))
        var after = 0
        var failed = 0
        while true {
            let scratch = try Scratch()
            try scene.stock(scratch, seed: 11)
            let mishaps = Mishaps()
            let work = try Casework(scratch, seed: 11, mishaps: mishaps)
            failure.begin(mishaps, after: after)
            var trouble: (any Error)?
            do { try scene.play(work) } catch { trouble = error }
            mishaps.stop()
            let words: Comment = "after \(after) acts"
            if let trouble {
                failed += 1
                let isFull = [.full, .fullTorn].contains(failure)
                #expect(trouble as? VaultError == (isFull ? .full : .system(EIO)), words)
                try seeWhole(work, scratch, words)
            } else if mishaps.count == 0 || after > 3_000 {
                break
            }
            if trouble == nil, after > 0 { break }
            after += isSoak ? 1 : Int.random(in: 5...40, using: &random)
        }
        print("disk: \(scene), \(failure): failed at \(failed) acts")
        #expect(failed > 0)
    }

    private func seeWhole(_ work: Casework, _ scratch: Scratch, _ words: Comment) throws {
        // As a crash at this moment would leave it.
        let copy = try Scratch()
        copy.put(scratch.files)
        let other = try copy.open()
        let found = try Casework.moment(other.connection)
        #expect(found == work.moments.last || found == work.attempted, words)
        #expect(try other.check().isEmpty, words)
        try other.close()
        // And for those who go on.
        try work.goOn()
        let now = try Casework.moment(work.vault.connection)
        #expect(now == work.moments.last || now == work.attempted, words)
        try work.vault.allowSpill(false)
        for _ in 0..<2 { try work.commit(4) }
        try work.vault.checkpoint()
        try work.commit(4)
        #expect(try work.vault.check().isEmpty, words)
        try work.reopen()
        #expect(try Casework.moment(work.vault.connection) == work.moments.last, words)
        #expect(try work.vault.check().isEmpty, words)
    }
}
