// The power goes at every act on the disk, and any part of what nobody waited for is lost, torn or out of order.
import SQLite
import Testing
import Vault

@Suite struct `A store whose power went` {
    @Test(arguments: Scene.allCases) func `holds every acknowledged commit whole and nothing half done`(_ scene: Scene)
        throws
    {
        let seed = UInt64(Scene.allCases.firstIndex(of: scene) ?? 0) + 100
        let scratch = try Scratch()
        try scene.stock(scratch, seed: seed)
        let start = Disk(scratch.files)
        let mishaps = Mishaps()
        mishaps.startRecord()
        let work = try Casework(scratch, seed: seed, mishaps: mishaps)
        try scene.play(work)
        let acts = mishaps.acts
        try work.vault.close()
        try tryOut(acts, from: start, moments: work.moments, seed: seed)
    }

    @Test func `is there whole or not at all while it is made`() throws {
        let scratch = try Scratch()
        let mishaps = Mishaps()
        mishaps.startRecord()
        let vault = try scratch.create(mishaps: mishaps)
        mishaps.acknowledge(1)
        try vault.close()
        let acts = mishaps.acts
        var disk = Disk([:])
        var random = Seeded(8)
        let copy = try Scratch()
        for act in acts {
            disk.take(act)
            for fate in Disk.Fate.allCases {
                copy.put(disk.image(fate, using: &random))
                do {
                    #expect(try copy.open().check().isEmpty)
                } catch VaultError.missing {
                    #expect(disk.acknowledged == 0)
                    // What a crash left here hinders nobody.
                    try copy.stock(3)
                }
            }
        }
    }

    /// Makes images at the points of a record and sees what each holds.
    private func tryOut(_ acts: [DiskAct], from start: Disk, moments: [[UInt8]], seed: UInt64) throws {
        var disk = start
        var random = Seeded(seed)
        let copy = try Scratch()
        let share = isSoak ? 1 : max(1, acts.count / 14)
        var images = 0
        var alarms: [String: [String]] = [:]
        for (point, act) in acts.enumerated() {
            disk.take(act)
            guard isSoak || Int.random(in: 0..<share, using: &random) == 0 else { continue }
            for fate in Disk.Fate.allCases {
                let image = disk.image(fate, using: &random)
                copy.put(image)
                images += 1
                do {
                    try judge(
                        copy, moments, from: disk.acknowledged, seed: UInt64(images), deep: isSoak && images % 40 == 0)
                } catch {
                    alarms["\(error)", default: []].append("\(fate) after act \(point) of \(acts.count)")
                }
            }
        }
        print("crash: \(images) images at \(acts.count) acts, \(alarms.values.map(\.count).reduce(0, +)) alarms")
        for (words, places) in alarms {
            Issue.record("\(places.count) of \(images) images: \(words) First: \(places[0])")
        }
    }

    /// Sees that a store opens and holds all that was acknowledged, and can be worked with.
    private func judge(_ scratch: Scratch, _ moments: [[UInt8]], from acknowledged: Int, seed: UInt64, deep: Bool)
        throws
    {
        let mishaps = deep ? Mishaps() : nil
        mishaps?.startRecord()
        let before = Disk(scratch.files)
        let vault = try scratch.open(mishaps: mishaps)
        let found = try Casework.moment(vault.connection)
        guard let turn = moments[acknowledged...].prefix(2).firstIndex(of: found) else {
            throw Shortfall(words: "holds \(moments.firstIndex(of: found).map { "commit \($0)" } ?? "what never was")")
        }
        let faults = try vault.check()
        guard faults.isEmpty else { throw Shortfall(words: "\(faults)") }
        try vault.close()
        let work = try Casework(scratch, seed: seed, mishaps: mishaps, after: Array(moments[...turn]))
        try work.commit()
        try work.vault.checkpoint()
        try work.commit()
        let acts = mishaps?.acts ?? []
        try work.reopen()
        guard try Casework.moment(work.vault.connection) == work.moments.last, try work.vault.check().isEmpty else {
            throw Shortfall(words: "could not be worked with")
        }
        try work.vault.close()
        guard deep else { return }
        // The power goes again, while the store recovers and just after.
        var disk = before
        var random = Seeded(seed)
        for act in acts {
            disk.take(act)
            let image = disk.image(Disk.Fate.allCases.randomElement(using: &random) ?? .some, using: &random)
            scratch.put(image)
            try judge(
                scratch, work.moments, from: disk.acknowledged == 0 ? turn : disk.acknowledged, seed: seed, deep: false)
        }
    }

    private struct Shortfall: Error, CustomStringConvertible {
        let words: String
        var description: String { words }
    }
}
