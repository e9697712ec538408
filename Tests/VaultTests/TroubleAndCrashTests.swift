// The disk fails once, the store goes on, and then the power goes: the worst of both.
import Glibc
import SQLite
import Testing
import Vault

@Suite struct `A store whose disk failed and whose power went later` {
    @Test(arguments: [Scene.checkpoints, .restarts, .readers, .imports], [Mishaps.Act.write, .sync])
    func `holds every acknowledged commit and raises no alarm`(_ scene: Scene, _ act: Mishaps.Act) throws {
        var random = Seeded(UInt64(scene.rawValue.count) * 3 + (act == .write ? 1 : 2))
        let copy = try Scratch()
        var after = Int.random(in: 0...6, using: &random)
        var failed = 0
        while true {
            let scratch = try Scratch()
            try scene.stock(scratch, seed: 61)
            var disk = Disk(scratch.files)
            let mishaps = Mishaps()
            mishaps.startRecord()
            let work = try Casework(scratch, seed: 61, mishaps: mishaps)
            // A failed write leaves half of itself, a failed wait leaves anything.
            mishaps.fail([act], after: after, with: EIO, torn: true)
            do {
                try scene.play(work)
                break
            } catch { failed += 1 }
            mishaps.stop()
            let before = mishaps.acts.count
            let attempted = work.attempted
            try work.goOn()
            let now = try Casework.moment(work.vault.connection)
            try work.vault.allowSpill(false)
            for _ in 0..<2 { try work.commit(5) }
            try work.vault.checkpoint()
            try work.commit(5)
            let acts = mishaps.acts
            for (place, act) in acts.enumerated() {
                disk.take(act)
                guard place + 1 >= before, isSoak || Int.random(in: 0..<12, using: &random) == 0 else { continue }
                for fate in Disk.Fate.allCases {
                    copy.put(disk.image(fate, using: &random))
                    let vault = try copy.open()
                    let found = try Casework.moment(vault.connection)
                    let allowed = work.moments[disk.acknowledged...].prefix(2) + [attempted, now]
                    #expect(allowed.contains(found), "\(fate) after act \(place) of \(acts.count), failure \(after)")
                    #expect(try vault.check().isEmpty)
                }
            }
            after += isSoak ? 1 : Int.random(in: 20...60, using: &random)
        }
        #expect(failed > 0)
    }
}
